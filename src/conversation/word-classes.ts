/** Closed classes of English words that tell the parts of a question apart without a parser. All take lower case. */
const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const auxiliaries = set(`is are was were am do does did has have had can could will would should may might must shall
isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't won't wouldn't shouldn't`);
const prepositions = set(`in on at by for from since to of with within without into onto through across between among
during before after until about against over under near around along behind beside beyond inside outside via per
towards toward above below upon off out than as like regarding concerning`);
const locatives = set("in at near within inside outside around from to into across through between on");
const pronouns =
  set(`it its he him his she her hers they them their theirs this that these those there i me my we us our
you your one ones who whom himself herself itself themselves someone anyone something anything`);
const determiners = set(
  "the a an this that these those its his her their our your my every each any some no another both",
);
const conjunctions = set("and or but nor because although while when where if that which who whose whom so than then");
const adverbs = set(`now today then currently nowadays yet still already ever again recently first finally originally
due available ready able worth responsible located
once later ago not also too altogether annually yearly daily exactly actually usually exactly mainly really only just`);
const verbs =
  set(`fled sank fought swam rang sang shook shot slept stole struck swore swept tore threw woke wore beat bit blew broke bred chose crept dealt dug drew drank ate fed felt forgot froze hid hung laid lent lit rode sought spun split sprang stuck swung understood withdrew overtook underwent
fled fought sunk sung shot stolen struck swept torn thrown worn beaten bitten blown broken bred chosen dealt dug drawn fed felt forgotten frozen hidden hung laid lent lit ridden sought split stuck understood withdrawn overtaken
born begin began begun start end open close leave left arrive depart go went gone come came run ran take took
taken make made do done say said tell told speak spoke write wrote written read build built found establish set put get
got give gave given grow grew grown rise rose risen fall fell fallen increase decrease drop reach exceed cover contain
include hold held carry handle offer provide sell sold buy bought pay paid cost work live stay move relocate travel sail
fly flew drive drove produce manufacture assemble design develop create invent discover win won lose lost play lead led
head manage own employ hire serve support help connect link join cross flow last mean meant call use need want plan
expect become became remain happen occur appear exist belong consist measure weigh compare differ change improve reduce
save cure treat study learn teach taught graduate die marry meet met see saw seen know knew known think thought find
bring brought keep kept send sent show shown release publish launch allow let eat drink grew stand stood lie sit face
store bake cook add rank cause seek aim visit receive earn spend spent raise host house been being be`);
const measures = set(`area population height length width depth weight price cost value size capacity speed age name
address number colour color temperature date year time reason cause purpose goal result share rate proportion percentage
budget revenue profit turnover throughput volume output total amount distance duration altitude elevation location
position density concentration level cover coverage salary wage income debt area surface diameter thickness power
quality status history meaning definition origin title motto currency language climate rank score yield salinity
licence license version`);
const roles = set(`mayor president king queen leader head director founder owner author writer editor inventor designer
architect builder manager boss chief chair chairman chairwoman chairperson minister governor captain coach conductor
composer painter producer publisher manufacturer maker creator maintainer curator secretary successor predecessor
sponsor ceo cfo cto chair coach speaker spokesperson teacher trainer landlord tenant capital headquarters winner`);
const documents = set(
  "chronicle document documents text texts article corpus file files report page paper passage source",
);

const participles =
  set(`fled fought sunk sung shot stolen struck swept torn thrown worn beaten bitten blown broken bred chosen dealt dug drawn fed felt forgotten frozen hidden hung laid lent lit ridden sought split stuck understood withdrawn overtaken
born begun left gone come run taken made done said told spoken written read built found set put got gotten
given grown risen fallen held sold bought paid flown driven won lost led meant become met seen known thought brought kept
sent shown let eaten drunk stood spent been raised`);
const pasts =
  set(`fled sank fought swam rang sang shook shot slept stole struck swore swept tore threw woke wore beat bit blew broke bred chose crept dealt dug drew drank ate fed felt forgot froze hid hung laid lent lit rode sought spun split sprang stuck swung understood withdrew overtook underwent
began left went came ran took made did said told spoke wrote built found got gave grew rose fell held sold
bought paid flew drove won lost led meant became met saw knew brought kept sent stood spent caused`);

export const isAuxiliary = (word: string): boolean => auxiliaries.has(word.replace("’", "'"));
export const isPreposition = (word: string): boolean => prepositions.has(word);
export const isLocative = (word: string): boolean => locatives.has(word);
export const isPronoun = (word: string): boolean => pronouns.has(word);
export const isDeterminer = (word: string): boolean => determiners.has(word);
export const isConjunction = (word: string): boolean => conjunctions.has(word);
export const isAdverb = (word: string): boolean => adverbs.has(word);
/** Frequent verbs in any form but -s and -ing, and whatever ends like a past participle. */
export const isVerb = (word: string): boolean => verbs.has(word) || (word.length > 4 && /[^e]ed$/u.test(word));
/** Words that can follow "is" or "has" as a verb: "built", "planted". A plain form there is a noun. */
export const isParticiple = (word: string): boolean =>
  participles.has(word) || (word.length > 4 && /[^e]ed$/u.test(word));
/** Verb forms that are no noun: "changed", "led". */
export const isPast = (word: string): boolean => pasts.has(word) || (word.length > 4 && /[^e]ed$/u.test(word));
/** "goes", "runs": behind a singular noun these are verbs, elsewhere they may be plurals. */
export const isThirdPerson = (word: string): boolean =>
  /s$/u.test(word) && (verbs.has(word.slice(0, -1)) || verbs.has(word.replace(/es$/u, "")));
/** "the height" says nothing until one knows of what; a pronoun after "the height of X" means X. */
export const isMeasure = (word: string): boolean => measures.has(word);
export const isRole = (word: string): boolean => roles.has(word);
/** What "this ..." may name without anything said before: the documents themselves. */
export const isDocumentWord = (word: string): boolean => documents.has(word);
export const isQuestionWord = (word: string): boolean =>
  /^(?:what|which|who|whom|whose|when|where|why|how)$/u.test(word);
/** By its ending alone. */
export const isPlural = (word: string): boolean =>
  /[^su]s$/u.test(word) && word.length > 3 && !/(?:is|ics)$/u.test(word);
