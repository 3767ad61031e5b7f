/** What makes a line begin a Markdown construct: a heading, list, quotation, fence, rule, table or definition. */
const construct =
  /^(?:(?<number>\d{1,9})(?=[.)](?:\s|$))|(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|`{3}|~{3}|=+\s*$|[-*_|:](?:[ \t]*[-*_|:])*\s*$|\[[^\]]{0,999}\]:))/u;

/** A line of prose as Markdown that reads as prose: a backslash stands before what would begin something else. */
export function escapeLine(line: string): string {
  const escaped = escapeTags(line.trim());
  const match = construct.exec(escaped);
  if (match === null) return escaped;
  const at = match.groups?.number?.length ?? 0;
  return `${escaped.slice(0, at)}\\${escaped.slice(at)}`;
}

/** Words without anything that Markdown takes for raw HTML. */
export function escapeTags(words: string): string {
  return words.replace(/<(?=[A-Za-z/!?])/gu, "\\<");
}
