// Makes the headings of the table buttons that sort it. The table is complete without.
const table = document.querySelector("table.tweets");
const announcement = document.querySelector("#sorted");
const body = table.tBodies[0];

for (const heading of table.tHead.rows[0].cells) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...heading.childNodes);
  heading.append(button);
  button.addEventListener("click", () => sort(heading, button.textContent));
}

function sort(heading, name) {
  const ascending = heading.getAttribute("aria-sort") !== "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const order = heading.dataset.order === "number" ? byNumber : byText;
  const rows = [...body.rows].map((row) => [row.cells[heading.cellIndex].dataset.key, row]);
  // What has no value comes last in both directions.
  rows.sort(([a], [b]) => (a === "") - (b === "") || (ascending ? order(a, b) : order(b, a)));
  body.append(...rows.map(([, row]) => row));
  announcement.textContent = `Sorted by ${name}, ${ascending ? "ascending" : "descending"}`;
}

function byNumber(a, b) {
  return a - b;
}

function byText(a, b) {
  return a.localeCompare(b);
}
