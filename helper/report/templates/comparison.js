// Thousands of companies are all in the document, but laid out a few at a time: sorting stays quick that way.
const STEP = 200;
const $ = (selector) => document.querySelector(selector);
const collator = new Intl.Collator(undefined, { numeric: true });
const value = (cell) => cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value);
const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : collator.compare(a, b));
const places = [...document.querySelectorAll("table.sortable tbody"), $("#reasons")].filter(Boolean);
let most = STEP;

// A company stands in up to three places, which are shown and hidden together.
const companies = new Map();
document.querySelectorAll("[data-company]").forEach((part) => {
  const slug = part.dataset.company;
  if (!companies.has(slug)) companies.set(slug, { text: "", themes: new Set(), fit: -1, fits: true });
  const company = companies.get(slug);
  company.text += ` ${part.textContent.toLowerCase()}`;
  if (part.matches(".ranking tr")) company.fit = value(part.cells[1]);
  part.querySelectorAll(".theme").forEach((theme) => company.themes.add(theme.textContent));
});

function show() {
  let found = 0;
  companies.forEach((company) => { found += company.fits; });
  places.forEach((place) => {
    let shown = 0;
    [...place.children].forEach((part) => {
      const company = companies.get(part.dataset.company);
      part.hidden = !company.fits || shown >= most;
      shown += !part.hidden;
    });
  });
  $("#shown").textContent = found > most ? `${most} of ${found} shown` : `${found} of ${companies.size}`;
  document.querySelectorAll(".more").forEach((button) => { button.hidden = found <= most; });
}

function filter() {
  const words = $("#find").value.toLowerCase().split(/\s+/).filter(Boolean);
  const theme = $("#theme")?.value ?? "";
  const least = Number($("#least").value);
  companies.forEach((company) => {
    company.fits = company.fit >= least && (!theme || company.themes.has(theme))
      && words.every((word) => company.text.includes(word));
  });
  show();
}

function sort(table, column, heading, down) {
  table.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const keyed = [...body.rows].map((row) => ({ row, key: value(row.cells[column]) }));
  keyed.sort((a, b) => (down ? compare(b.key, a.key) : compare(a.key, b.key)));
  body.replaceChildren(...keyed.map(({ row }) => row));
  show();
}

document.querySelectorAll("table.sortable").forEach((table) => {
  table.querySelectorAll("th").forEach((heading, column) => {
    const button = heading.querySelector("button");
    button.addEventListener("click", () => {
      const now = heading.getAttribute("aria-sort");
      sort(table, column, heading, now ? now === "ascending" : button.dataset.first === "down");
    });
  });
});

let typing;
$("#find").addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(filter, 150); });
$("#theme")?.addEventListener("change", filter);
$("#least").addEventListener("change", filter);
$("#open").addEventListener("click", () => {
  document.querySelectorAll("details:not([hidden])").forEach((part) => { part.open = true; });
});
document.querySelectorAll(".more").forEach((button) => {
  button.addEventListener("click", () => { most = button.dataset.all === undefined ? most + STEP : Infinity; show(); });
});
document.addEventListener("click", (event) => {
  const target = event.target.closest?.('a[href^="#"]');
  const part = target && document.getElementById(decodeURIComponent(target.hash.slice(1)))?.closest("details");
  if (part) { part.hidden = false; part.open = true; }
});
$(".controls").hidden = false;
filter();
