import type { Document } from "../domain/document.ts";

/** How a text is read: `lang` is null where nothing tells it. */
export interface ReadingLanguage {
  readonly lang: string | null;
  readonly dir: "ltr" | "rtl";
}

/** Code units from the start of a text that are looked at. */
const sampleLength = 4000;
const rightToLeft = /^(?:ar|arc|ckb|dv|fa|ha-Arab|he|iw|ks|nqo|pa-Arab|ps|sd|syr|ug|ur|yi)(?:-|$)/iu;
const tag = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/u;
/** Scripts that nearly always mean one language, the rarer ones first: Japanese is written with Chinese characters too. */
const scripts: readonly (readonly [script: RegExp, lang: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Thai}/gu, "th"],
];
/** Of all letters: below it, a script is quoted in the text and not the text's own. */
const leastShare = 0.2;

/** The language that a document states or, where it states none, the one that its letters belong to. */
export function readingLanguage({ language, text }: Pick<Document, "language" | "text">): ReadingLanguage {
  const lang = language !== null && tag.test(language) ? language : languageOf(text.slice(0, sampleLength));
  return { lang, dir: lang !== null && rightToLeft.test(lang) ? "rtl" : "ltr" };
}

/** As attributes of an element. */
export function languageAttributes({ lang, dir }: ReadingLanguage): string {
  return `${lang === null ? "" : ` lang="${lang}"`} dir="${dir}"`;
}

function languageOf(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return scripts.find(([script]) => (sample.match(script)?.length ?? 0) > leastShare * letters)?.[1] ?? null;
}
