import { type StringKey, strings } from "./strings.ts";

/** The widget's words in one language. */
export interface Words {
  /** Language tag (BCP 47) that words and dates follow. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** One text; names in braces are filled in from `values`. */
  say(key: StringKey, values?: Readonly<Record<string, string | number>>): string;
}

/** In the order of the columns of `strings`. */
const languages = ["en", "zh", "ar"];
const rightToLeft = /^(ar|fa|he|ps|ug|ur|yi)\b/;

/**
 * Words for a language tag such as `zh-CN`; English where it is unknown. `overrides` is the JSON of an object with some or
 * all of the keys of `strings`, for a language that isn't here; what isn't such a text is left out.
 */
export function chooseWords(tag: string, overrides: string | null): Words {
  const column = languages.indexOf(tag.split("-", 1)[0] ?? "");
  const given = readObject(overrides);
  const language = column !== -1 || overrides !== null ? tag : "en";
  return {
    language,
    direction: rightToLeft.test(language) ? "rtl" : "ltr",
    say(key, values = {}) {
      const own = Object.hasOwn(given, key) ? given[key] : null;
      // A newer server may send a reason that has no words here.
      const text = typeof own === "string" ? own : (strings[key]?.[Math.max(0, column)] ?? "");
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
    },
  };
}

function readObject(json: string | null): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(json ?? "{}"));
  } catch {
    console.warn("annalist-chat: the attribute strings is no JSON object.");
    return {};
  }
}
