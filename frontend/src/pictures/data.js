// What a table says. A row's values are in the data-* attributes of its <tr>; what is for reading
// alone is in its cells.

export function rows(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => ({ ...row.dataset }));
}

const DAY = 86_400_000;

// The first and the last moment of a day, week, month or year: "2017-06-11", "2017-W23", "2017-06",
// "2017". Null if it is none of these.
export function stretch(text) {
  let found = /^(\d{4})-W(\d{2})$/.exec(text ?? "");
  if (found) return week(Number(found[1]), Number(found[2]));
  found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? "");
  if (!found) return null;
  const [year, month, day] = found.slice(1).map((part) => part && Number(part));
  if (day) return moments(Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day));
  if (month) return moments(Date.UTC(year, month - 1, 1), Date.UTC(year, month, 0));
  return moments(Date.UTC(year, 0, 1), Date.UTC(year, 11, 31));
}

function week(year, number) {
  const fourth = Date.UTC(year, 0, 4); // always in the first week, as ISO 8601 counts
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const monday = fourth + ((number - 1) * 7 - weekday) * DAY;
  return moments(monday, monday + 6 * DAY);
}

const moments = (first, last) => ({ first: new Date(first), last: new Date(last) });

// The days that a picture reaches over, with some room, and never less than about a month: two days
// are no reason to show hours.
export function reach(stretches) {
  const first = Math.min(...stretches.map((each) => each.first));
  const last = Math.max(...stretches.map((each) => each.last));
  const room = Math.max((last - first) * 0.03, (28 * DAY - (last - first)) / 2, DAY);
  return [new Date(first - room), new Date(last + room)];
}

// Rows by the value of one of their fields, in the order of first sight.
export function grouped(all, field) {
  const found = new Map();
  for (const each of all) {
    const name = field(each);
    if (!found.has(name)) found.set(name, []);
    found.get(name).push(each);
  }
  return found;
}

// Ties of publishers to carriers, those of most statements first. Two carriers of one name are one
// here: they cannot be told apart in a picture, and the table has both.
export function ties(table) {
  const found = new Map();
  for (const row of rows(table)) {
    const key = `${row.publisher}\n${row.carrier}`;
    const held = found.get(key) ?? { ...row, n: 0 };
    found.set(key, { ...held, n: held.n + Number(row.statements) });
  }
  return [...found.values()].sort((a, b) => b.n - a.n);
}
