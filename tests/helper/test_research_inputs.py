"""What may be asked for: addresses, lists, tables, folders, web archives; and what is wrong with each."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from helper.errors import WRONG_USE, Problem
from helper.research.gather import gatherer
from helper.research.inputs import Job, Refused, check, plan
from helper.research.inputs.archive import read_record
from helper.research.work import Material

# the library that writes the archives of these tests leaves its own temporary files to the garbage collector
leaves_files = pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")


def planned(*inputs: Path | str) -> list[Job | Refused]:
    named = [str(source) for source in inputs]
    check(named)
    return list(plan(named, 8))


def codes(items: list[Job | Refused]) -> list[str]:
    return [item.problem.code if isinstance(item, Refused) else item.starts[0] for item in items]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("acme.example", "https://acme.example/"),
        ("www.acme.example/uk", "https://www.acme.example/uk"),
        ("http://acme.example:8080", "http://acme.example:8080/"),
        ("<https://acme.example/>", "https://acme.example/"),
        ("bücher.example", "https://xn--bcher-kva.example/"),
    ],
)
def test_an_address(text: str, first: str) -> None:
    (job,) = planned(text)
    assert isinstance(job, Job)
    assert job.starts[0] == first


@pytest.mark.parametrize("text", ["acme", "none.csv", "none.html", "ftp://acme.example", "two words.example", "1.5", "a@b.example", ""])
def test_what_is_no_input(text: str) -> None:
    with pytest.raises(Problem) as raised:
        check([text])
    assert (raised.value.code, raised.value.exit_status) == ("bad_input", WRONG_USE)


def test_a_list_of_mixed_encodings(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(b"\xef\xbb\xbf# companies\r\nacme.example # the first\r\n\r\nb\xfccher.example\r\nkaf\xc3\xa9.example\nAcme Ltd\n"
                     b"https://ACME.example/\nwww.acme.example\n")  # fmt: skip
    items = planned(file)
    assert codes(items) == ["https://acme.example/", "https://xn--bcher-kva.example/", "https://xn--kaf-dma.example/", "bad_address",
                            "duplicate_company", "duplicate_company"]  # fmt: skip
    assert items[4].source == "list.txt:7"
    assert "list.txt:2" in items[4].problem.message  # type: ignore[union-attr]
    assert len({item.slug for item in items}) == 6
    file.write_bytes("acme.example\n".encode("utf-16"))
    assert codes(planned(file)) == ["https://acme.example/"]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Company,URL\nAcme,acme.example\n", [("Acme", "https://acme.example/")]),
        ("id;Website;Company Name\n1;acme.example;Acme Ltd\n", [("Acme Ltd", "https://acme.example/")]),
        ("name\tDOMAIN\nAcme\tacme.example\n", [("Acme", "https://acme.example/")]),
        ("url,domain,company\n,acme.example,A\nb.example,x.example,B\n", [("A", "https://acme.example/"), ("B", "https://b.example/")]),
        ("company\nacme.example\n", [(None, "https://acme.example/")]),
        ("acme.example,5\nb.example,6\n", [(None, "https://acme.example/"), (None, "https://b.example/")]),
        ('company,url\n"Acme, ""the"" firm",acme.example\n\n,,\n', [('Acme, "the" firm', "https://acme.example/")]),
    ],
)
def test_the_column_of_a_table_is_found_by_its_name(tmp_path: Path, table: str, told: list[tuple[str | None, str]]) -> None:
    (tmp_path / "list.csv").write_text(table)
    assert [(item.company, item.starts[0]) for item in planned(tmp_path / "list.csv") if isinstance(item, Job)] == told


def test_rows_that_are_no_company(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"company,url\nAcme,\nB,not an address\nC\nD\xe9j\xe0,deja.example\nE,e.example\nE,www.e.example/\n")
    items = planned(tmp_path / "list.csv")
    assert codes(items) == ["no_address", "bad_address", "no_address", "https://deja.example/", "https://e.example/", "duplicate_company"]
    assert items[3].company == "Déjà"
    assert [item.slug for item in items] == ["acme", "b", "c", "d-j", "e", "e-2"]


@pytest.mark.parametrize("table", ["", "\n\n", "company,town\nAcme,Alder\n", "a,b\n1,2\n"])
def test_a_table_without_addresses(tmp_path: Path, table: str) -> None:
    (tmp_path / "list.csv").write_text(table)
    with pytest.raises(Problem) as raised:
        planned(tmp_path / "list.csv")
    assert (raised.value.code, raised.value.exit_status) == ("no_column", WRONG_USE)


def test_a_folder_of_saved_pages(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    for name in ("Acme Ltd/about.html", "Acme Ltd/more/values.htm", "Acme Ltd/about_files/frame.html", "empty/notes.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("<p>x")
    (folder / "loose.html").write_text('<link rel="canonical" href="https://www.birch.example/about">')
    (folder / "loose2.html").write_text('<link rel="canonical" href="https://birch.example/jobs">')
    (folder / "nameless.html").write_text("<p>x")
    (folder / "Acme Ltd" / "out.html").symlink_to(tmp_path / "elsewhere.html")
    jobs = {item.slug: [page.file.name for page in item.pages] for item in planned(folder) if isinstance(item, Job)}
    assert jobs == {"birch-example": ["loose.html", "loose2.html"], "saved": ["nameless.html"], "acme-ltd": ["about.html", "values.htm"]}
    (single,) = planned(folder / "loose.html")
    assert (single.slug, len(single.pages)) == ("birch-example", 1)  # type: ignore[union-attr]


def test_a_mirrored_site_is_read_where_it_is_worth_it(tmp_path: Path) -> None:
    folder = tmp_path / "saved" / "acme"
    folder.mkdir(parents=True)
    for name in ("index", "values", "careers", *(f"product{n}" for n in range(30))):
        (folder / f"{name}.html").write_text("<p>x")
    (job,) = planned(tmp_path / "saved")
    assert isinstance(job, Job)
    assert {page.file.name for page in job.pages} >= {"values.html", "careers.html"}
    assert len(job.pages) <= 8


def test_a_folder_without_pages(tmp_path: Path) -> None:
    (refused,) = planned(tmp_path)
    assert isinstance(refused, Refused)
    assert refused.problem.code == "no_page"


def warc(path: Path, *pages: tuple[str, str, str], packed: bool = True) -> Path:
    """`pages`: address, WARC date, HTML; an address that ends in .pdf is no HTML."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {}))
        for url, date, html in pages:
            kind = "application/pdf" if url.endswith(".pdf") else "text/html; charset=windows-1252"
            headers = StatusAndHeaders("404 Gone" if "gone" in url else "200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(html.encode("cp1252")),
                                                          http_headers=headers, warc_headers_dict={"WARC-Date": date}))  # fmt: skip
    return path


@leaves_files
@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    old, new = "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z"
    file = warc(
        tmp_path / ("crawl.warc.gz" if packed else "crawl.warc"),
        ("https://www.acme.example/values", new, "<p>new café"), ("https://birch.example/about", old, "<p>birch"),
        ("https://www.acme.example/values", old, "<p>old"), ("https://jobs.acme.example/careers", old, "<p>jobs"),
        ("https://acme.example/gone/about", old, "x"), ("https://acme.example/about.pdf", old, "x"),
        packed=packed,
    )  # fmt: skip
    acme, birch = planned(file)
    assert isinstance(acme, Job)
    assert (acme.slug, [page.url for page in acme.pages]) == ("acme-example", ["https://www.acme.example/values", "https://jobs.acme.example/careers"])
    made = gatherer(None, most=8)(0, acme)
    assert isinstance(made, Material)
    assert (made.pages[0].html, made.read_at) == ("<p>new café", new)
    assert birch.slug == "birch-example"


@leaves_files
def test_a_web_archive_that_is_cut_off_gives_what_it_has(tmp_path: Path) -> None:
    whole = warc(tmp_path / "whole.warc.gz", *((f"https://c{n}.example/about", "2025-01-01T00:00:00Z", f"<p>{n}" * 500) for n in range(4)))
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole.read_bytes()[:-100])
    items = planned(cut)
    assert len([item for item in items if isinstance(item, Job)]) >= 3
    (tmp_path / "no.warc").write_bytes(b"this is no archive\n" * 20)
    assert codes(planned(tmp_path / "no.warc")) == ["bad_archive"]
    with pytest.raises(Problem) as raised:
        read_record(whole, 5, 100)
    assert raised.value.code == "bad_archive"


def test_inputs_may_be_mixed(tmp_path: Path, sites: Path) -> None:
    (tmp_path / "list.txt").write_text("acme.example\n")
    items = planned("birch.example", tmp_path / "list.txt", sites / "companies.jsonl", "https://acme.example/")
    assert [item.slug for item in items][:2] == ["birch-example", "acme-example"]
    assert len(items) == 8
    assert isinstance(items[-1], Refused)
    assert items[-1].problem.code == "duplicate_company"


def test_what_may_not_be_read_is_told_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "list.txt").write_text("acme.example\n")
    for company in ("acme", "birch"):
        (tmp_path / "saved" / company).mkdir(parents=True)
        (tmp_path / "saved" / company / "about.html").write_text("<p>x")
    whole = os.scandir

    def closed(path: Path | str) -> object:
        if Path(path).name == "birch":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(os, "scandir", closed)
    acme, birch = planned(tmp_path / "saved")
    assert isinstance(acme, Job)
    assert isinstance(birch, Refused)
    assert birch.problem.message == f"{tmp_path / 'saved' / 'birch'} cannot be read (Permission denied)."

    def refuse(path: Path, *_: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Problem, match=r"list\.txt cannot be read \(Permission denied\)") as raised:
        check([str(tmp_path / "list.txt")])
    assert (raised.value.code, raised.value.exit_status) == ("bad_input", WRONG_USE)
