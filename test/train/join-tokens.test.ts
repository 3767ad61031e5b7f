import { expect, it } from "vitest";
import { joinTokens } from "../../train/join-tokens.ts";

it.each([
  ["Who wrote `` The Iron Lady '' ?", "Who wrote “The Iron Lady”?"],
  ["Young -LRB- Farrar , Straus -RRB- , 1989", "Young (Farrar, Straus), 1989"],
  ["a bullfighter 's pass does n't count .", "a bullfighter's pass doesn't count."],
  ["the players ' union and rock 'n' roll", "the players' union and rock 'n' roll"],
  ["I want to learn . '", "I want to learn.'"],
  ["aged <num> , about 3.5 % more", "aged <num>, about 3.5% more"],
])("%s is written as %s", (tokens, text) => {
  expect(joinTokens(tokens)).toBe(text);
});

it("leaves what is written as usual alone", () => {
  const text = "Born in 1952, she (an engineer) said: “It isn't ours.”";
  expect(joinTokens(text)).toBe(text);
});
