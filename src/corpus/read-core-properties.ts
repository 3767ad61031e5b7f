import { unzipSync } from "fflate";
import { DOMParser } from "linkedom";
import type { DomElement } from "./dom.ts";
import { type Metadata, readMetadata } from "./read-metadata.ts";

/** What a DOCX states about itself in `docProps/core.xml` (ECMA-376, part 2); a file without it states nothing. */
export function readCoreProperties(docx: Uint8Array): Metadata {
  const name = "docProps/core.xml";
  const part = unzipSync(docx, { filter: (entry) => entry.name === name })[name];
  const values = part === undefined ? new Map<string, string>() : valuesOf(new TextDecoder().decode(part));
  return readMetadata({
    title: values.get("dc:title") ?? "",
    author: values.get("dc:creator") ?? "",
    date: values.get("dcterms:modified") ?? values.get("dcterms:created") ?? "",
    language: values.get("dc:language") ?? "",
  });
}

function valuesOf(xml: string): ReadonlyMap<string, string> {
  const document = new DOMParser().parseFromString(xml, "text/xml") as unknown as DomElement;
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("*")) {
    const text = (element.textContent ?? "").replace(/\s+/gu, " ").trim();
    if (text !== "") values.set(element.localName.toLowerCase(), text.slice(0, 500));
  }
  return values;
}
