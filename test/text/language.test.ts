import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/text/language.ts";

describe("the language of a question", () => {
  it.each([
    ["北京的常住人口是多少？", "zh"],
    ["Beijing Daxing International Airport 是什么时候恢复运营的", "zh"],
    ["どこに灯台がありますか", "ja"],
    ["등대는 어디에 있습니까?", "ko"],
    ["متى افتتح الميناء؟", "ar"],
    ["Когда открыли порт?", "ru"],
    ["लाइटहाउस कहाँ है?", "hi"],
    ["איפה המגדלור?", "he"],
    ["Πού είναι ο φάρος;", "el"],
    ["ประภาคารอยู่ที่ไหน", "th"],
    ["Որտե՞ղ է փարոսը", "und"],
    ["¿Cuándo se inauguró el puerto?", "es"],
    ["¿Cuántos habitantes tiene Pekín?", "es"],
    ["Quand le port a-t-il été ouvert ?", "fr"],
    ["Wann wurde der Hafen eröffnet?", "de"],
    ["Quando foi construído o porto?", "pt"],
    ["Quando è stato costruito il porto?", "it"],
  ])("“%s” is %s", (question, language) => {
    expect(languageOf(question)).toBe(language);
  });

  it.each([
    "Who sings La Vida Loca?",
    "la casa de papel season 3",
    "das boot cast",
    "que sera sera",
    "Doña Ana de la Cruz y Los Angeles",
    "What does 京津冀 mean?",
    "北京 tianjin port",
    "when did die hard come out",
    "Zhōu Ēnlái 周恩来 birthday and place of birth",
    "🤔🤔",
    "1 + 1",
    "",
  ])("“%s” is English, whatever names it holds", (question) => {
    expect(languageOf(question)).toBe("en");
  });

  it("is told from the beginning of a long text", () => {
    expect(["京", "quando foi ", "é-", "\u0301", "a "].map((words) => languageOf(words.repeat(200_000)))).toEqual([
      "zh",
      "en",
      "en",
      "en",
      "en",
    ]);
  });
});
