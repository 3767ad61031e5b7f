/** A unit of measure. Values of one dimension compare once each is multiplied by its factor. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

const units: readonly [RegExp, string, number][] = [
  [/^(?:kilomet(?:er|re)s?|kms?)$/u, "length", 1000],
  [/^(?:met(?:er|re)s?|m)$/u, "length", 1],
  [/^(?:centimet(?:er|re)s?|cm)$/u, "length", 0.01],
  [/^(?:millimet(?:er|re)s?|mm)$/u, "length", 0.001],
  [/^miles?$/u, "length", 1609.344],
  [/^(?:feet|foot|ft)$/u, "length", 0.3048],
  [/^(?:km2|km²)$/u, "area", 1e6],
  [/^(?:m2|m²)$/u, "area", 1],
  [/^(?:hectares?|ha)$/u, "area", 1e4],
  [/^acres?$/u, "area", 4046.8564224],
  [/^mu$/u, "area in mu", 1],
  [/^(?:gigawatts?|gw)$/u, "power", 1e9],
  [/^(?:megawatts?|mw)$/u, "power", 1e6],
  [/^(?:kilowatts?|kw)$/u, "power", 1000],
  [/^watts?$/u, "power", 1],
  [/^(?:kilowatthours?|kwh)$/u, "energy", 1],
  [/^(?:tonnes?|tons?)$/u, "mass", 1e6],
  [/^(?:kilograms?|kgs?)$/u, "mass", 1000],
  [/^(?:grams?|g)$/u, "mass", 1],
  [/^(?:milligrams?|mg)$/u, "mass", 1e-3],
  [/^(?:micrograms?|µg|μg)$/u, "mass", 1e-6],
  [/^(?:yuan|rmb|cny|renminbi)$/u, "yuan", 1],
  [/^(?:dollars?|usd)$/u, "dollars", 1],
  [/^(?:euros?|eur)$/u, "euros", 1],
  [/^(?:pounds?|gbp)$/u, "pounds", 1],
  [/^(?:yen|jpy)$/u, "yen", 1],
  [/^(?:seconds|secs?)$/u, "seconds", 1],
  [/^(?:minutes?|mins?)$/u, "minutes", 1],
  [/^hours?$/u, "hours", 1],
  [/^days?$/u, "days", 1],
  [/^weeks?$/u, "weeks", 1],
  [/^months?$/u, "months", 1],
  [/^years?$/u, "years", 1],
  [/^decades?$/u, "decades", 1],
  [/^(?:percent|pct)$/u, "percent", 1],
  [/^(?:teus?)$/u, "containers", 1],
];

const symbols: Readonly<Record<string, string>> = {
  $: "dollars",
  "€": "euros",
  "£": "pounds",
  "%": "percent",
  "％": "percent",
};

/** The unit that one folded word names; null for any other word. */
export function unitOfWord(word: string): Unit | null {
  const found = units.find(([pattern]) => pattern.test(word));
  return found === undefined ? null : { dimension: found[1], factor: found[2] };
}

/** The square or cube of a length: "square kilometers" after `square`. */
export function powerOfUnit(unit: Unit, power: 2 | 3): Unit {
  return { dimension: power === 2 ? "area" : "volume", factor: unit.factor ** power };
}

/** The unit of a sign that stands before a number (`$`) or after it (`%`); null for any other character. */
export function unitOfSymbol(symbol: string): Unit | null {
  const dimension = Object.hasOwn(symbols, symbol) ? symbols[symbol] : undefined;
  return dimension === undefined ? null : { dimension, factor: 1 };
}
