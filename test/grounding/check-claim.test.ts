import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkClaim, type Verdict } from "../../src/grounding/check-claim.ts";

type Row = readonly [claim: string, evidence: string, verdict: Verdict, reason: string];

const relocated =
  "Since 2014, Beijing has relocated approximately 3000 general manufacturing enterprises and nearly 1000 regional wholesale markets and logistics centers.";
const air =
  "In 2022, the average annual concentration of fine particulate matter (PM2.5) in the Beijing Tianjin Hebei region will drop to 37 micrograms/m3, a drop of more than 60% compared with 2013.";
const water =
  "The proportion of I-III water quality sections of surface water will rise from 45.1% in 2013 to 77.5% in 2022, and Yongding River will be open to water for the first time in 26 years.";
const trade =
  "In the first quarter of this year, the region achieved import and export of 1.23 trillion yuan, a year-on-year increase of 9.3%.";
const population = "In 2022, the permanent resident population in the city will decrease to 21.843 million.";
const energy = "The installed capacity of renewable energy will exceed 26 million kilowatts in 2022.";
const bindings = "We must weaken functions that are not suitable for the capital.";
const patient = "On April 2, Wang Liqun, a patient from Xingtai, Hebei, made immediate settlement with a card.";

const numbers: readonly Row[] = [
  ["Beijing has relocated about 3000 manufacturing enterprises since 2014.", relocated, "supported", "same number"],
  ["Beijing has relocated 3,000 manufacturing enterprises since 2014.", relocated, "supported", "a thousands comma"],
  ["Beijing has relocated three thousand manufacturing enterprises.", relocated, "supported", "spelled out"],
  ["Beijing has relocated 5000 manufacturing enterprises.", relocated, "contradicted", "another number of the same"],
  ["Beijing has relocated 1000 manufacturing enterprises.", relocated, "contradicted", "the number counts the markets"],
  ["Beijing has relocated 3000 wholesale markets.", relocated, "contradicted", "the number counts the enterprises"],
  ["Imports and exports came to 1.23 trillion yuan.", trade, "supported", "one word of its own"],
  ["The region achieved import and export of 1230 billion yuan.", trade, "supported", "the scale is worked out"],
  ["The region achieved import and export of 1.23 billion yuan.", trade, "contradicted", "a thousandth of it"],
  ["The region achieved import and export of 1.23 trillion dollars.", trade, "contradicted", "another currency"],
  ["The region achieved import and export of 1.2 trillion yuan.", trade, "partial", "rounded by 2.4 %"],
  ["The region achieved import and export of 1 trillion yuan.", trade, "contradicted", "rounded by far too much"],
  ["The year-on-year increase was 9.3 percent.", trade, "supported", "% and percent are one unit"],
  ["The year-on-year increase was 9.3 per cent.", trade, "supported", "per cent in two words"],
  ["The year-on-year increase was 9.3 percentage points.", trade, "contradicted", "points are not percent"],
  ["The installed capacity will exceed 26 gigawatts.", energy, "supported", "26 million kilowatts are 26 gigawatts"],
  ["The installed capacity will exceed 26 megawatts.", energy, "contradicted", "a thousandth of it"],
  ["The installed capacity will exceed 26GW in 2022.", energy, "supported", "a unit without a space"],
  ["The installed capacity is 26 million kilowatts.", energy, "partial", "the bound is left out"],
  ["The installed capacity is under 26 million kilowatts.", energy, "contradicted", "the other side of the bound"],
  ["The concentration will drop by more than 60%.", air, "supported", "the same bound"],
  ["The concentration will drop by less than 60%.", air, "contradicted", "the other side of the bound"],
  ["The train departs at 6:56.", "At 6:56 every day a train departs.", "supported", "a time of day"],
  ["The train departs at 6:65.", "At 6:56 every day a train departs.", "unsupported", "another time of day"],
  ["The hall seats 80.", "The hall seats eighty people.", "supported", "digits for a number word"],
  ["The hall seats twenty-four people.", "The hall seats 24 people.", "supported", "a number word of two parts"],
  ["The hall is 20 metres high.", "The hall is 20 miles high.", "contradicted", "the same value with another unit"],
];

const dates: readonly Row[] = [
  ["The share rose to 77.5% in 2022.", water, "supported", "the year stands beside the value"],
  ["The share of water rose to 77.5% in 2013.", water, "contradicted", "the value belongs to 2022"],
  ["The proportion will rise to 77.5% in 2021.", water, "contradicted", "the value belongs to another year"],
  ["Since 2015, Beijing has relocated 3000 enterprises.", relocated, "unsupported", "a year that is not there"],
  ["Wang Liqun made a settlement on April 2.", patient, "supported", "the same day"],
  ["Wang Liqun made a settlement on 2 April.", patient, "supported", "the day before the month"],
  ["Wang Liqun made a settlement on April 6.", patient, "contradicted", "another day"],
  ["Wang Liqun made a settlement on May 2.", patient, "contradicted", "another month"],
  ["The shop opened on May 15, 2023.", "The shop opened on 2023-05-15.", "supported", "the same day as a number"],
  ["The shop opened on May 16, 2023.", "The shop opened on 2023-05-15.", "contradicted", "a day later"],
];

const names: readonly Row[] = [
  ["Tianjin has relocated 3000 manufacturing enterprises.", relocated, "unsupported", "another city"],
  ["Shanghai has relocated 3000 manufacturing enterprises.", relocated, "unsupported", "a city that is not there"],
  ["A patient, Li Qian, made immediate settlement with a card.", patient, "unsupported", "another person"],
  ["The Chinese economy is large.", "China has a large economy.", "supported", "a people for its country"],
  ["GDP is high.", "The gross domestic product is high.", "supported", "the initials of words in a row"],
  ["EU rules are high.", "The gross domestic product rules are high.", "unsupported", "initials of nothing"],
  ["The PM2.5 concentration will drop to 37 micrograms.", air, "supported", "a name with digits"],
  ["The PM10 concentration will drop to 37 micrograms.", air, "unsupported", "another name with digits"],
];

const polarity: readonly Row[] = [
  ["Weaken functions that are not suitable for the capital.", bindings, "supported", "both deny"],
  ["Weaken functions that are suitable for the capital.", bindings, "contradicted", "the denial is lost"],
  ["The population in the city will not decrease.", population, "contradicted", "a denial is added"],
  ["The population didn't decrease in the city.", population, "contradicted", "a contraction denies as well"],
  ["The permanent resident population will never sleep.", population, "unsupported", "a denial of something unsaid"],
  ["The government agent paid.", "The government agent paid.", "supported", "words in -nt are no contractions"],
  ["Not only Hebei gained.", "Hebei gained.", "supported", "not only denies nothing"],
  ["The population in the city fell to 21.843 million in 2022.", population, "supported", "fell says decrease"],
  ["The population in the city rose to 21.843 million in 2022.", population, "contradicted", "rose for decrease"],
  ["The proportion of water quality sections will fall to 77.5%.", water, "contradicted", "fall for rise"],
  [
    "The concentration of fine particulate matter rose.",
    `${air} ${water}`,
    "contradicted",
    "the nearest clause counts",
  ],
  ["The proportion of water quality sections rose.", `${air} ${water}`, "supported", "the nearest clause counts"],
  ["Exports fell by 3%.", "Imports rose by 5% and exports fell by 3%.", "supported", "its own half"],
  ["Exports rose by 3%.", "Imports rose by 5% and exports fell by 3%.", "contradicted", "its own half"],
];

const wording: readonly Row[] = [
  ["Beijing has relocated enterprises.", relocated, "supported", "less than the evidence says"],
  ["Beijing moved away manufacturing enterprises.", relocated, "partial", "two words of its own"],
  ["Beijing is a wonderful place for a summer holiday.", relocated, "unsupported", "the name alone is shared"],
  ["", relocated, "unsupported", "nothing is claimed"],
  ["It was so.", relocated, "unsupported", "function words claim nothing"],
  ["Beijing has relocated enterprises.", "", "unsupported", "no evidence"],
  ["Beijing has relocated enterprises, see evil.example.", relocated, "unsupported", "an address of its own"],
  ["Beijing has relocated 3000 general manufacturing enterprises: https://a.b/c", relocated, "unsupported", "a link"],
  ["Write to info@city.example.", "Write to info@city.example!", "supported", "an address of the evidence"],
  ["北京疏解了企业", relocated, "unsupported", "another script"],
];

describe("checkClaim", () => {
  for (const [group, rows] of Object.entries({ numbers, dates, names, polarity, wording })) {
    describe(group, () => {
      it.each(rows)("%s | %s | %s: %s", (claim, evidence, verdict) => {
        const check = checkClaim(claim, evidence);
        expect({ verdict: check.verdict, problems: check.problems }).toMatchObject({ verdict });
      });
    });
  }

  it("completes a name from the surroundings where the evidence names nobody", () => {
    const claim = "The permanent resident population in Beijing will decrease to 21.843 million.";
    expect(checkClaim(claim, population).verdict).toBe("unsupported");
    expect(checkClaim(claim, population, "Beijing relocates functions.").verdict).toBe("partial");
  });

  it("replaces no name by one from the surroundings", () => {
    const claim = "Tianjin has relocated 3000 manufacturing enterprises.";
    expect(checkClaim(claim, relocated, "Tianjin lies by the sea.").verdict).toBe("unsupported");
  });

  it("takes no number from the surroundings", () => {
    expect(checkClaim("The hall seats 80 people.", "The hall seats people.", "80 people").verdict).toBe("unsupported");
  });

  it("says which words are at fault", () => {
    expect(checkClaim("Beijing has relocated 5000 manufacturing enterprises.", relocated).problems).toEqual([
      'the claim says "5000" where the evidence says "3000"',
    ]);
  });

  it("supports every text by itself, as long as it claims something", () => {
    const words = [
      "Beijing",
      "rose",
      "fell",
      "not",
      "no",
      "never",
      "37%",
      "3000",
      "in",
      "2014",
      "May",
      "15",
      ",",
      ".",
      "and",
    ];
    const text = fc.array(fc.constantFrom(...words, "more than", "yuan", "markets", "PM2.5", "doesn't"), {
      minLength: 1,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const claim = `Sentences ${parts.join(" ")}`;
        expect(checkClaim(claim, claim)).toEqual({ verdict: "supported", problems: [], coverage: 1 });
      }),
    );
  });

  it("gives a verdict on any two strings", () => {
    const any = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(any, any, (claim, evidence) => {
        expect(["supported", "partial", "unsupported", "contradicted"]).toContain(checkClaim(claim, evidence).verdict);
      }),
    );
  });

  it("never supports a number that the evidence lacks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3001, max: 1_000_000 }), (invented) => {
        const { verdict } = checkClaim(`Beijing has relocated ${invented} manufacturing enterprises.`, relocated);
        expect(["partial", "contradicted"]).toContain(verdict);
        if (verdict === "partial") expect(invented).toBe(3000);
      }),
    );
  });
});
