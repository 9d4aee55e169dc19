// RFC 4180, with comment lines (#) before the header skipped.

/** Rows of a CSV text as arrays of fields; throws on a quote that doesn't close. */
export function parseCsv(text) {
  const rows = [];
  let row = [], field = "", quoted = false, at = 0;
  const source = text.replace(/^\ufeff/, "").replace(/^(#.*\r?\n)+/, "");
  while (at < source.length) {
    const c = source[at++];
    if (quoted) {
      if (c === '"' && source[at] === '"') {
        field += '"';
        at++;
      } else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      row.push(field);
      field = "";
    } else if (c === "\n") {
      row.push(field.replace(/\r$/, ""));
      rows.push(row);
      row = [];
      field = "";
    } else field += c;
  }
  if (quoted) throw new Error("a quote doesn't close");
  if (field || row.length) rows.push([...row, field]);
  return rows;
}
