import { expect, it } from "vitest";
import { pastForm, thirdPerson, verbForm } from "../../src/text/verb-forms.ts";

it.each([
  ["opened", "open"],
  ["stopped", "stop"],
  ["carried", "carry"],
  ["baked", "bake"],
  ["wrote", "write"],
  ["built", "build"],
  ["led", "lead"],
  ["founded", "found"],
  ["found", "find"],
])("%s is a past form of %s", (word, base) => {
  expect(verbForm(word)).toMatchObject({ base, isPast: true });
});

it.each([
  ["carry", "carries"],
  ["pass", "passes"],
  ["watch", "watches"],
  ["play", "plays"],
  ["go", "goes"],
])("the third person of %s is %s", (base, third) => {
  expect(thirdPerson(base)).toBe(third);
  expect(verbForm(third)).toMatchObject({ base, isThird: true });
});

it("a participle that is no past form is not taken for one", () => {
  expect(verbForm("written")).toMatchObject({ base: "write", isPast: false, isParticiple: true });
});

it("the past form stands behind who", () => {
  expect([pastForm("write"), pastForm("found"), pastForm("design")]).toEqual(["wrote", "founded", "designed"]);
});

it("a form that is past and present at once is taken for neither", () => {
  expect(verbForm("cost")).toMatchObject({ isPast: false, isThird: false });
});

it("other words are no verbs, nor are the names of an object's own properties", () => {
  expect([verbForm("harbour"), verbForm("constructor"), verbForm("__proto__"), pastForm("harbour")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
