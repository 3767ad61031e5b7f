/** ISO 639-1 code of a language that can be told; "und" for a script that several languages share. */
export type Language =
  | "en"
  | "zh"
  | "ja"
  | "ko"
  | "ar"
  | "ru"
  | "hi"
  | "he"
  | "el"
  | "th"
  | "es"
  | "fr"
  | "de"
  | "pt"
  | "it"
  | "und";

/** Code units that are looked at. */
const maxLength = 2000;
const scripts: readonly { readonly language: Language; readonly letter: RegExp }[] = [
  { language: "ja", letter: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu },
  { language: "ko", letter: /\p{Script=Hangul}/gu },
  { language: "zh", letter: /\p{Script=Han}/gu },
  { language: "ar", letter: /\p{Script=Arabic}/gu },
  { language: "ru", letter: /\p{Script=Cyrillic}/gu },
  { language: "hi", letter: /\p{Script=Devanagari}/gu },
  { language: "he", letter: /\p{Script=Hebrew}/gu },
  { language: "el", letter: /\p{Script=Greek}/gu },
  { language: "th", letter: /\p{Script=Thai}/gu },
];
/** A Chinese character or a Korean syllable says about as much as two Latin letters. */
const denseScript = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const latin = /\p{Script=Latin}/gu;

interface FunctionWords {
  readonly language: Language;
  /** Words that English names hardly ever hold: one of them is needed. */
  readonly telling: ReadonlySet<string>;
  readonly common: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
const latinLanguages: readonly FunctionWords[] = [
  {
    language: "es",
    telling: words(
      "qué cuál cuáles cuándo cuánto cuánta cuántos cuántas dónde quién quiénes cómo está están fue fueron cuando cuanto cuantos cuantas donde quien según",
    ),
    common: words("que cual como el la los las de del en es son un una por para con se su y al lo hay más desde hasta"),
  },
  {
    language: "fr",
    telling: words("quel quelle quels quelles quand combien pourquoi où qui quoi est-ce était sont été ont"),
    common: words("le la les des du de est dans en un une à au aux pour par sur avec a que il elle y comment on se ce"),
  },
  {
    language: "de",
    telling: words(
      "wann wie warum welche welcher welches welchen welchem wer wem wen wo wieviel wieviele woher wohin ist wurde wurden sind wird werden",
    ),
    common: words(
      "der die das hat haben ein eine einen im in von und zu zum zur den dem des nach mit für auf bei war waren was es viele am an sich nicht",
    ),
  },
  {
    language: "pt",
    telling: words("quando quanto quantos quanta quantas onde quem qual quais porque foi está são é"),
    common: words("o a os as de do da dos das em no na nos nas um uma para com que por se ao pelo pela como há"),
  },
  {
    language: "it",
    telling: words("quando quanto quanti quanta quante dove chi quale quali perché perche cosa è sono stato stata fu"),
    common: words(
      "il lo la gli le di del della dei delle nel nella in un una per con che ha hanno si da dal al i e come",
    ),
  },
];
const english = words(
  `what which who whom whose when where why how is are was were does did do has have had can could will would should the a an of
  and to in for with on at by from it its this that these there they he she many much about between into after before than`,
);

/**
 * The language in which a question is put, from its script and its function words. Anything short of clear is English:
 * foreign names and titles do not make a question foreign.
 */
export function languageOf(question: string): Language {
  const text = question.slice(0, maxLength).normalize("NFKC");
  return languageOfScript(text) ?? languageOfWords(text);
}

function languageOfScript(text: string): Language | null {
  const roman = count(text, latin);
  const others = (text.match(/\p{L}/gu) ?? []).length - roman;
  if (others === 0) return null;
  const weight = others + count(text, denseScript);
  const isEnglishFrame = lowerWords(text).filter((word) => english.has(word)).length > 0;
  if (weight / (weight + roman) < (isEnglishFrame ? 0.6 : 0.3)) return null;
  const counts = scripts.map(({ language, letter }) => ({ language, letters: count(text, letter) }));
  // Japanese is mostly written in Chinese characters: a few of its own letters tell.
  const kana = counts[0]?.letters ?? 0;
  if (kana > 1 && kana >= others / 10) return "ja";
  const most = counts.reduce(
    (best, each) => (each.letters > best.letters ? each : best),
    counts[0] as (typeof counts)[0],
  );
  return most.letters * 2 > others ? most.language : "und";
}

function languageOfWords(text: string): Language {
  const said = lowerWords(text);
  let best: Language = "en";
  let most = 0;
  for (const { language, telling, common } of latinLanguages) {
    const own = new Set(said.filter((word) => telling.has(word) || common.has(word)));
    const strong = said.filter((word) => telling.has(word)).length;
    const score = own.size + strong;
    const rival = said.filter((word) => english.has(word) && !own.has(word)).length;
    const isMarked = language === "es" && /[¿¡]/u.test(text);
    const isClear = strong > 0 && (own.size >= 2 || isMarked) && own.size > rival && own.size * 5 >= said.length;
    if (isClear && score > most) {
      best = language;
      most = score;
    }
  }
  return best;
}

function lowerWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{Script=Latin}\p{M}]+(?:-[\p{Script=Latin}\p{M}]+)*/gu) ?? [];
}

function count(text: string, pattern: RegExp): number {
  return (text.match(pattern) ?? []).length;
}
