const table = document.querySelector("table.sortable");
table?.querySelectorAll("th button").forEach((button, column) => {
  button.addEventListener("click", () => {
    const heading = button.closest("th");
    const down = heading.getAttribute("aria-sort") !== "descending";
    table.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
    const order = new Intl.Collator(undefined, { numeric: true }).compare;
    const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? order(key(b), key(a)) : order(key(a), key(b))));
    table.tBodies[0].append(...rows);
  });
});
