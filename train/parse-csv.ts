/**
 * Rows of comma-separated text (RFC 4180): a field in double quotes may hold commas, line breaks and doubled quotes.
 * In a field that does not begin with a quote, one is a character like any other. Throws where a quoted field goes on.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n][^,\r\n]*)?)(,|\r?\n|$)/uy;
  while (field.lastIndex < text.length || row.length > 0) {
    const from = field.lastIndex;
    const match = field.exec(text);
    if (match === null)
      throw new Error(
        `found a field at offset ${from} that begins with a quote; expected its end before a comma or a line break`,
      );
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
