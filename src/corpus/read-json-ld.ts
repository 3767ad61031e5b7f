import type { DomElement } from "./dom.ts";

/** What a page says of its article in JSON-LD (schema.org); null where it doesn't. */
export interface LinkedData {
  readonly headline: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
}

/** A longer script is no description of one page. */
const maxLength = 200_000;

/** Reads the first article that a page describes in `<script type="application/ld+json">`. What is no JSON is left alone. */
export function readJsonLd(root: DomElement): LinkedData {
  const found = [...root.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => itemsOf(parse(script.textContent ?? "")))
    .find((item) => "datePublished" in item || "headline" in item);
  return {
    headline: textOf(found?.headline),
    author: textOf(found?.author),
    publisher: textOf(found?.publisher),
    datePublished: textOf(found?.datePublished),
    dateModified: textOf(found?.dateModified),
  };
}

type Item = Readonly<Record<string, unknown>>;

function itemsOf(value: unknown): Item[] {
  const listed = Array.isArray(value) ? value : [value];
  return listed
    .filter(isItem)
    .flatMap((item) => [item, ...(Array.isArray(item["@graph"]) ? item["@graph"].filter(isItem) : [])]);
}

function isItem(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(json: string): unknown {
  if (json.length > maxLength) return null;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** A text, the name of a person or organisation, or several of them joined by commas. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    const names = value.slice(0, 20).map((each) => (Array.isArray(each) ? null : textOf(each)));
    return names.filter((name) => name !== null).join(", ") || null;
  }
  return isItem(value) && typeof value.name === "string" ? value.name : null;
}
