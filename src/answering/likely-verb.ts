const common = `am are is was were be been being has have had having does did doing done do became become becomes
began begin begins begun bought brought built came come comes could drew drawn fell fallen felt found gave give gives
given goes go gone got grew grown heard held hold holds kept keep keeps knew known knows led lead leads left let lets
lies lost made make makes meant met paid put puts ran run runs rose risen said says say saw seen seems seem sent set
sets shown shows show sold sought spent stood stands stand took taken takes take taught tell told thought threw thrown
understood went won wins win wrote written writes write means include includes contain contains remain remains serve
serves cause causes allow allows provide provides use uses need needs want wants help helps create creates occur occurs
require requires involve involves refer refers appear appears exist exists believe believes feature features play plays
sings sing sang sung speak spoke spoken broke broken chose chosen drove driven ate eaten flew flown forgot forgotten
wore worn beat beaten bore born borne can may might must shall should will would increase increases reach reaches
join joins joined form forms live lives work works produce produces consist consists belong belongs follow follows`;

const known: ReadonlySet<string> = new Set(common.split(/\s+/u));
const endsLikeVerb = `during evening morning ceiling building nothing something anything everything king ring thing spring
string wing hundred indeed sacred hatred speed breed`;
const nouns: ReadonlySet<string> = new Set(endsLikeVerb.split(/\s+/u));

/**
 * True for words that are verbs or participles more often than not, by a list of common ones and by their ending: a
 * guess that costs nothing, for telling where a noun phrase ends.
 */
export function isLikelyVerb(word: string): boolean {
  if (known.has(word)) return true;
  return word.length > 4 && /(?:ed|ing)$/u.test(word) && !nouns.has(word);
}
