import type { Citation } from "../domain/citation.ts";
import type { Words } from "./choose-words.ts";
import { element } from "./element.ts";
import { formatDate } from "./format-date.ts";

/** The cited sentences below an answer, each with the words around it, its document and date; a person may fold them. */
export function createEvidence(
  citations: readonly Citation[],
  words: Words,
  { isOpen, linkOf }: { readonly isOpen: boolean; readonly linkOf: (url: string) => string | null },
): HTMLElement {
  const items = citations.map(({ title, date, quote, prefix, suffix, url, marker }) => {
    const href = linkOf(url);
    const name = href === null ? title : element("a", { href, target: "_blank", rel: "noopener" }, title);
    const when = date ? [" · ", element("span", { dir: "auto" }, formatDate(date, words.language))] : [];
    return element(
      "li",
      { value: String(marker) },
      element("p", { class: "origin", dir: "auto" }, `${marker} · `, name, ...when),
      element(
        "blockquote",
        { dir: "auto" },
        prefix && `…${prefix.replace(/^\S*\s/, "")}`,
        element("span", { class: "cited" }, quote),
        suffix && `${suffix.replace(/\s\S*$/, "")}…`,
      ),
    );
  });
  return element(
    "details",
    { class: "evidence", ...(isOpen && { open: "" }) },
    element("summary", {}, words.say("sources", { n: citations.length })),
    element("ol", {}, ...items),
  );
}
