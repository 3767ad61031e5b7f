import type { Mark } from "./merge-marks.ts";

/** A citation and the mark that shows it, which others may share. */
interface ShownCitation {
  readonly number: number;
  readonly mark: Mark;
}

/**
 * One line for each mark, by number: which citations it shows of how many, with links to those before and after it. The style sheet
 * shows the line of the mark that was gone to last, and the first until then. Those that aren't shown are counted, with a link to what
 * the page says of them, which may be out of view.
 */
export function renderCitationBar(shown: readonly ShownCitation[], total: number): string {
  if (shown.length === 0) return "";
  const lost = total - shown.length;
  const missing = lost === 0 ? "" : ` <a href="#lost">${lost} not found</a>`;
  const marks = [...Map.groupBy(shown, ({ mark }) => mark)].sort(([a], [b]) => a.number - b.number);
  const lines = marks.map(([mark, citations], index) => {
    const numbers = citations.map(({ number }) => number).sort((a, b) => a - b);
    const says = `${numbers.length > 1 ? "Citations" : "Citation"} ${joinNumbers(numbers)} of ${total}`;
    const before = linkTo(marks[index - 1]?.[0], "prev");
    const after = linkTo(marks[index + 1]?.[0], "next");
    return `<p id="bar-${mark.number}"><a href="#cite-${mark.number}">${says}</a>${before}${after}${missing}</p>`;
  });
  return `<nav class="bar" aria-label="Citations">\n${lines.join("\n")}\n</nav>`;
}

function linkTo(mark: Mark | undefined, rel: "prev" | "next"): string {
  const word = rel === "prev" ? "Previous" : "Next";
  if (mark === undefined) return "";
  return ` <a rel="${rel}" href="#cite-${mark.number}" aria-label="${word}: citation ${mark.number}">${word}</a>`;
}

function joinNumbers(numbers: readonly number[]): string {
  const last = numbers.at(-1) ?? 0;
  return numbers.length > 1 ? `${numbers.slice(0, -1).join(", ")} and ${last}` : String(last);
}
