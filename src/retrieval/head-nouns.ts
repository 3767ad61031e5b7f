import type { AnswerType } from "./answer-type.ts";

const nouns: Readonly<Partial<Record<AnswerType, string>>> = {
  count: `number population throughput volume output amount total concentration turnover production yield score tally
    attendance quantity age sum headcount circulation membership`,
  percentage: "percentage percent share proportion fraction portion rate",
  money: `price cost salary budget revenue profit fee income wage debt fare paycheck tuition rent turnover loan
    fine bail bounty ransom`,
  date: "year years date dates day days month months century centuries decade decades quarter era period birthday anniversary",
  time: "time hour oclock",
  duration: "duration lifespan timespan",
  measure: `area distance height depth width weight length size speed temperature capacity altitude elevation mass
    radius diameter wavelength pressure density voltage frequency thickness circumference acreage`,
  ordinal: "rank ranking",
  person: `person man woman boy girl actor actress author singer scientist king queen president player leader founder
    artist writer composer director quarterback linebacker defender striker goalkeeper pitcher coach poet philosopher
    inventor explorer emperor empress pope prince princess ruler politician musician chemist physicist researcher
    astronaut athlete character hero heroine villain minister senator governor mayor judge lawyer priest saint bishop
    prophet teacher professor student officer soldier captain commander pilot driver owner host producer editor
    journalist photographer painter sculptor architect engineer designer doctor surgeon businessman businesswoman
    comedian comic rapper drummer guitarist bassist vocalist winner champion successor predecessor brother sister mother
    father wife husband son daughter spouse uncle aunt cousin friend secretary ceo chairman chairwoman dictator monarch
    sultan theologian historian economist psychologist mathematician biologist general admiral novelist playwright
    spokesman spokeswoman justice passer statesman churchman gentleman nobleman frenchman apostle nephew niece grandson
    granddaughter grandfather grandmother sibling twin heir duke earl baron knight chancellor butler lady traveller
    traveler dancer chef banker merchant diplomat ambassador spy monk nun wrestler boxer swimmer runner golfer referee
    narrator presenter entrepreneur assassin murderer`,
  organisation: `company organisation organization agency university school team club party band institution ministry
    newspaper publisher hospital network studio church bank firm airline manufacturer league union association committee
    court college channel corporation department entity orchestra regiment body government`,
  place: `country city town state place region river lake continent county province location island street district
    village station port airport stadium mountain peak ocean sea capital nation venue site suburb neighborhood
    neighbourhood desert valley territory colony kingdom castle harbour harbor bay beach arena mall
    monastery theatre theater museum palace prison cemetery hotel restaurant bridge waterfall volcano forest park strait
    canal resort peninsula canyon`,
};

const types = new Map(
  Object.entries(nouns).flatMap(([type, list]) => list.split(/\s+/u).map((noun) => [noun, type as AnswerType])),
);

/** The kind of answer that a singular noun, lower case, asks for after what or which; null where it asks for any thing. */
export function typeOfNoun(noun: string): AnswerType | null {
  return types.get(noun) ?? null;
}
