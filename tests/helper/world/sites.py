"""The fictional companies, one for each thing that can go right or wrong, over and over with other names and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.helper.world.replies import (
    FILLER,
    NOISE,
    NOT_THERE,
    SOFT_404,
    Reply,
    menu,
    packed,
    page,
    redirect,
    sitemap,
    sitemap_index,
    text,
)

FIRST = "Alder Birch Cedar Dunlin Ember Fallow Garnet Hollis Ingle Juniper Kestrel Larch Marrow Nettle Osier".split()
SECOND = "Works Freight Instruments Bakery Lanterns Ferries Orchards Looms Bridges Clocks Kilns Papers".split()
AIMS = (
    "bring clean water to every village in the valley", "give small farms the tools of large ones",
    "make repair cheaper than replacement", "help every child learn to read music", "carry freight without smoke",
    "keep old bridges safe for the next hundred years", "put warm bread on every table before seven",
)
VALUES = ("Mend before you replace", "Say it early", "Leave it better", "Earn trust daily", "Grow the next one",
          "Measure twice", "Share the credit", "Stay curious")
HIRING = "boards.greenhouse.io"


@dataclass
class Site:
    """`status`, `paths` (host/path of each page to be chosen; None: any) and `mission`: the known answer."""

    domain: str
    kind: str
    name: str
    mission: str
    hosts: dict[str, dict[str, Reply]] = field(default_factory=dict)
    unknown: Reply = NOT_THERE
    status: str = "ok"
    paths: set[str] | None = None
    forbidden: tuple[str, ...] = ()  # what its robots.txt disallows: prefixes of paths
    pause: float = 0.0  # and the crawl-delay it asks for
    tls: bool = False
    has_mission: bool = True

    def home(self, links: str = "", body: str = "", **more: Any) -> Reply:
        return page(self.name, f"<header>{links}</header><main><h1>{self.name}</h1><p>{FILLER}</p>{body}</main>"
                               f"<footer>{NOISE}</footer>", **more)  # fmt: skip

    def about(self, **more: Any) -> Reply:
        return page(f"About {self.name}", f"<h1>About us</h1><h2>Our mission</h2><p>{self.mission}</p><p>{FILLER}</p>",
                    **more)

    def values(self) -> Reply:
        number = sum(map(ord, self.domain))
        cards = "".join(f"<li><h3>{VALUES[(number + n) % len(VALUES)]}</h3><p>It guides what we do.</p></li>" for n in range(3))
        return page("Our values", f"<h1>Our values</h1><ul>{cards}</ul>")

    def careers(self) -> Reply:
        return page("Careers", f"<h1>Work with us</h1><p>Everybody at {self.name} has ten days a year to learn.</p><p>{FILLER}</p>")

    def put(self, replies: dict[str, Reply], host: str | None = None) -> None:
        self.hosts.setdefault(host or self.domain, {}).update(replies)

    def expect(self, *paths: str) -> None:
        self.paths = {path if "/" in path[1:] and not path.startswith("/") else self.domain + path for path in paths}


def _plain(site: Site, **more: Any) -> None:
    links = menu(("/about", "About"), ("/values", "Our values"), ("/careers", "Careers"))
    site.put({"/": site.home(links, **more), "/about": site.about(), "/values": site.values(), "/careers": site.careers()})
    site.expect("/", "/about", "/values", "/careers")


def _foot(site: Site) -> None:
    foot = '<footer><a href="/company/who-we-are">Who we are</a> <a href="/company/our-purpose">Purpose</a></footer>'
    site.put({"/": site.home("", foot), "/company/who-we-are": site.about(), "/company/our-purpose": site.values()})
    site.expect("/", "/company/who-we-are", "/company/our-purpose")


def _slow(site: Site) -> None:
    _plain(site)
    site.hosts[site.domain] = {path: Reply(r.body, r.status, r.headers, 0.15) for path, r in site.hosts[site.domain].items()}


def _sitemap(site: Site) -> None:
    base = f"http://{site.domain}"
    site.put({
        "/robots.txt": text(f"User-agent: *\nAllow: /\nSitemap: {base}/maps/index.xml\n"),
        "/maps/index.xml": text(sitemap_index(f"{base}/maps/posts.xml", f"{base}/maps/pages.xml.gz"), "application/xml"),
        "/maps/posts.xml": text(sitemap(f"{base}/blog/one", f"{base}/blog/two"), "application/xml"),
        "/maps/pages.xml.gz": packed(sitemap(f"{base}/x/about-us", f"{base}/x/values", f"{base}/x/shop"), "application/gzip"),
        "/": site.home(), "/x/about-us": site.about(), "/x/values": site.values(),
    })  # fmt: skip
    site.expect("/", "/x/about-us", "/x/values")


def _usual(site: Site) -> None:
    site.put({"/": site.home(), "/about-us": site.about(), "/careers": site.careers()})
    site.expect("/", "/about-us", "/careers")


def _sub_domain(site: Site) -> None:
    jobs = f"careers.{site.domain}"
    site.put({"/": site.home(menu(("/about", "About us"), (f"http://{jobs}/", "Careers"))), "/about": site.about()})
    site.put({"/": page("Careers", f'<h1>Careers</h1><p>{FILLER}</p><a href="/life">Life at {site.name}</a>'),
              "/life": site.careers()}, jobs)  # fmt: skip
    site.expect("/", "/about", f"{jobs}/")


def _hiring(site: Site) -> None:
    board = "/" + site.domain.partition(".")[0]
    site.put({"/": site.home(menu(("/about", "About us"), (f"http://{HIRING}{board}", "Jobs"))), "/about": site.about()})
    site.put({board: site.careers()}, HIRING)
    site.expect("/", "/about", f"{HIRING}{board}")


def _partly_forbidden(site: Site) -> None:
    _plain(site)
    site.put({"/robots.txt": text("User-agent: *\nDisallow: /careers\nDisallow: /jobs\n")})
    site.forbidden = ("/careers", "/jobs")
    site.expect("/", "/about", "/values")


def _forbidden(site: Site) -> None:
    _plain(site)
    site.put({"/robots.txt": text("User-agent: *\nDisallow: /\n")})
    site.forbidden, site.status = ("/",), "robots_forbidden"


def _forbidden_by_name(site: Site) -> None:
    _plain(site)
    site.put({"/robots.txt": text("User-agent: visionfit\nDisallow: /\n\nUser-agent: *\nAllow: /\n")})
    site.forbidden, site.status = ("/",), "robots_forbidden"


def _failing(site: Site) -> None:
    site.put({"/robots.txt": NOT_THERE})
    site.unknown, site.status = page("Error", "<h1>Error</h1>", status=500), "server_error"


def _busy(site: Site) -> None:
    _plain(site)
    late = site.hosts[site.domain]["/about"]
    wait = Reply(status=503, headers={"Retry-After": "1"})
    site.put({"/about": Reply(late.body, 200, late.headers, first=wait)})


def _www(site: Site) -> None:
    _plain(site)
    www = f"www.{site.domain}"
    site.hosts[www] = site.hosts.pop(site.domain)
    site.put({path: redirect(f"http://{www}{path}") for path in ("/", "/robots.txt")})
    site.expect(*(f"{www}{path}" for path in ("/", "/about", "/values", "/careers")))


def _loop(site: Site) -> None:
    site.put({"/": redirect("/a"), "/a": redirect("/b"), "/b": redirect("/")})
    site.status = "redirect_loop"


def _huge(site: Site) -> None:
    _plain(site)
    site.put({"/about": page("About us", "<p>" + FILLER * 20_000)})
    site.has_mission = False
    site.expect("/", "/values", "/careers")


def _bomb(site: Site) -> None:
    _plain(site)
    site.put({"/about": Reply(headers={"Content-Type": "text/html"}, manner="bomb")})
    site.has_mission = False
    site.expect("/", "/values", "/careers")


def _endless(site: Site) -> None:
    deeper = menu(*((f"/about/{n}", f"About us {n}") for n in range(40)))
    site.put({"/": site.home(deeper)} | {f"/about/{n}": page(f"About {n}", f"<h1>{n}</h1><p>{site.mission}</p>{deeper}{FILLER}")
                                         for n in range(40)})  # fmt: skip


def _soft(site: Site) -> None:
    links = menu(("/about", "About us"), ("/mission", "Our mission"))
    site.put({"/": site.home(links), "/about": site.about()})
    site.unknown = SOFT_404
    site.expect("/", "/about")


def _login(site: Site) -> None:
    site.put({"/": redirect("/login", 302),
              "/login": page("Sign in", '<form><input name="u"><input type="password"></form>')})  # fmt: skip
    site.status = "login_wall"


def _cookies(site: Site) -> None:
    site.put({"/": page(site.name, "<h1>Cookies</h1><p>This site uses cookies and asks for your consent. Accept cookies "
                                   "to continue.</p><button>Accept</button>")})  # fmt: skip
    site.unknown, site.status = site.hosts[site.domain]["/"], "cookie_wall"


def _parked(site: Site) -> None:
    site.put({"/": page(site.domain, f"<h1>{site.domain}</h1><p>This domain is for sale. Buy this domain.</p>")})
    site.status = "parked_domain"


def _no_page(site: Site) -> None:
    site.put({"/": Reply(b"%PDF-1.7 ...", headers={"Content-Type": "application/pdf"})})
    site.status = "not_html"


def _drip(site: Site) -> None:
    site.put({"/": Reply(b"<html>" * 100, headers={"Content-Type": "text/html"}, manner="drip")})
    site.status = "timed_out"


def _dead(site: Site) -> None:
    site.put({"/": Reply(manner="drop")})
    site.status = "bad_response"


def _old_encoding(site: Site) -> None:
    _plain(site)
    html = site.about().body.decode().replace('<meta charset="utf-8">', "").replace("workshop", "café’s workshop")
    site.put({"/about": Reply(html.encode("cp1252"), headers={"Content-Type": "text/html; charset=windows-1252"})})


def _crawl_delay(site: Site) -> None:
    _foot(site)
    site.put({"/robots.txt": text("User-agent: *\nCrawl-delay: 0.4\n")})
    site.pause = 0.4


def _moved(site: Site) -> None:
    new = f"new-{site.domain}"
    _plain(site)
    site.hosts[new] = site.hosts.pop(site.domain)
    site.put({path: redirect(f"http://{new}{path}", 308) for path in ("/", "/robots.txt")})
    site.expect(*(f"{new}{path}" for path in ("/", "/about", "/values", "/careers")))


def _refreshing(site: Site) -> None:
    _plain(site)
    home = site.hosts[site.domain].pop("/")
    go = page("Welcome", "<p>One moment.</p>", head='<meta http-equiv="refresh" content="0; url=/start">')
    site.put({"/": go, "/start": home})
    site.expect("/start", "/about", "/values", "/careers")


def _robots_down(site: Site) -> None:
    _plain(site)
    site.put({"/robots.txt": page("Error", "Error", status=500)})
    site.forbidden, site.status = ("/",), "robots_unavailable"


def _scripts(site: Site) -> None:
    site.put({"/": page(site.name, '<div id="root"></div><script src="/app.js"></script>')})
    site.unknown, site.status = site.hosts[site.domain]["/"], "script_made"


def _nobody(site: Site) -> None:
    site.domain, site.status = site.domain.replace(".example", ".invalid"), "no_such_host"


def _bad_certificate(site: Site) -> None:
    _plain(site)
    site.tls, site.status = True, "bad_certificate"


KINDS: tuple[Callable[[Site], None], ...] = (
    _plain, _foot, _slow, _sitemap, _usual, _sub_domain, _hiring, _partly_forbidden, _forbidden, _forbidden_by_name,
    _failing, _busy, _www, _loop, _huge, _bomb, _endless, _soft, _login, _cookies, _parked, _no_page, _drip, _dead,
    _old_encoding, _crawl_delay, _moved, _refreshing, _robots_down, _scripts, _nobody, _bad_certificate,
)  # fmt: skip


def make(count: int) -> list[Site]:
    """`count` companies. The same number gives the same world."""
    sites = []
    for number in range(count):
        name = f"{FIRST[number % len(FIRST)]} {SECOND[number // len(FIRST) % len(SECOND)]}"
        kind = KINDS[number % len(KINDS)]
        mission = f"Our mission is to {AIMS[number % len(AIMS)]}."
        domain = f"{name.lower().replace(' ', '-')}-{number}.example"
        site = Site(domain, kind.__name__.removeprefix("_"), name, mission)
        kind(site)
        sites.append(site)
    return sites
