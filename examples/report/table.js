// Makes the headings of the table buttons that sort it, and puts fields before it that choose rows. The table is complete
// without.
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

// Columns by their place: date, author, text, beginning.
const fields = document.createElement("form");
fields.className = "filter";
fields.setAttribute("aria-label", "Choose tweets");
const author = field("Author", { type: "search", placeholder: "name or @handle" });
// A day, a month or a year, as far as it is written.
const from = field("From", { type: "text", placeholder: "2022-03-09", inputMode: "numeric" });
const to = field("To", { type: "text", placeholder: "2022-03", inputMode: "numeric" });
const sure = field("At least % sure", { type: "number", min: 0, max: 100, step: 1, inputMode: "numeric" });
fields.addEventListener("input", choose);
fields.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#filter").append(fields);

function field(label, properties) {
  const element = document.createElement("label");
  const input = Object.assign(document.createElement("input"), properties);
  element.append(label, input);
  fields.append(element);
  return input;
}

function choose() {
  const wanted = author.value.trim().toLowerCase();
  let shown = 0;
  for (const row of body.rows) {
    const [date, by, , beginning] = row.cells;
    const day = date.dataset.key;
    row.hidden = !(
      by.textContent.toLowerCase().includes(wanted) &&
      (!from.value || (day && day >= from.value.trim())) &&
      (!to.value || (day && day.slice(0, to.value.trim().length) <= to.value.trim())) &&
      (!sure.value || (beginning.dataset.key !== "" && Number(beginning.dataset.key) >= Number(sure.value)))
    );
    shown += !row.hidden;
  }
  announcement.textContent = `${shown} of ${body.rows.length} tweets are shown`;
}
