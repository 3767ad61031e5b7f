import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Answer } from "../../src/domain/answer.ts";
import type { ChatElement } from "../../src/widget/chat-element.ts";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, type ChatPage, startBrowserSession } from "./browser-session.ts";
import { crowdedAnswer, cutReads, hostileAnswer } from "./hostile-answers.ts";
import { makeHostilePayloads } from "./hostile-payloads.ts";
import {
  type ForeignServer,
  foreignNodes,
  startForeignServer,
  watchExecution,
  widgetElementNames,
} from "./hostile-watch.ts";
import { answering, failing, refusing, type Script } from "./page-server.ts";
import { askAndRead, expectedExchange } from "./read-exchange.ts";

const browserPath = inject("browserPath");

const ownNames = widgetElementNames();

interface Watched extends ChatPage {
  readonly executed: readonly unknown[];
  readonly pageErrors: readonly string[];
  /** How many elements the page had before any text came. */
  readonly elements: number;
}

describe.skipIf(browserPath === null)("hostile texts in the chat", { timeout: 80_000 }, () => {
  let session: BrowserSession;
  let foreign: ForeignServer;
  let texts: readonly string[];
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
    foreign = await startForeignServer();
    texts = makeHostilePayloads(foreign.origin).map(({ text }) => text);
  }, 30_000);
  afterAll(async () => {
    await session?.close();
    await foreign?.close();
  });

  async function open(path: string, prepare: (page: Page) => Promise<unknown> = async () => {}): Promise<Watched> {
    let executed: readonly unknown[] = [];
    const pageErrors: string[] = [];
    const chat = await session.open(path, {}, async (page) => {
      page.setDefaultTimeout(20_000);
      executed = await watchExecution(page);
      page.on("pageerror", ({ message }) => pageErrors.push(message));
      await prepare(page);
    });
    return { ...chat, executed, pageErrors, elements: await countElements(chat.page) };
  }

  async function expectOnlyText({ page, ...chat }: Watched): Promise<void> {
    expect(await page.evaluate(foreignNodes, ownNames)).toEqual([]);
    expect(await countElements(page)).toBe(chat.elements);
    expect([chat.executed, chat.foreignRequests, foreign.asked, chat.pageErrors]).toEqual([[], [], [], []]);
  }

  it("are more than 500, all different", () => {
    expect(new Set(texts).size).toBeGreaterThan(500);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("stay text in every field of an answer, whole, however its stream is cut", async () => {
    const chat = await open("/inline", (page) => page.addInitScript(cutReads, { seed: 7, longest: 40 }));
    const answers = texts.map(hostileAnswer);
    session.server.play(inTurn(answers.map(answering)));
    const seen = JSON.parse(await chat.page.evaluate(askAndRead, texts));
    for (const [index, text] of texts.entries()) {
      expect(seen[index]).toEqual(expectedExchange(text, answers[index] as Answer));
    }
    await expectOnlyText(chat);
    const { character, marker } = await chat.page.evaluate<{ character: number; marker: number }>("cuts");
    expect(Math.min(character, marker)).toBeGreaterThan(10);
  });

  it("stay text when they come back from the session, under the strictest policy and without one violation", async () => {
    const chat = await open("/");
    const groups = groupsOf(texts, 60);
    session.server.play(inTurn(groups.map((group) => answering(crowdedAnswer(group)))));
    for (const group of groups) await ask(chat.page, group.slice(0, 3).join("\n"));
    const seen = await chat.page.evaluate(readConversation);
    for (const text of texts) expect(seen.map((each) => each.toWellFormed())).toContain(text.toWellFormed());
    await expectOnlyText(chat);
    await chat.page.reload();
    await chat.page
      .locator(".exchange")
      .nth(groups.length - 1)
      .waitFor();
    expect(await chat.page.evaluate(readConversation)).toEqual(seen);
    await expectOnlyText(chat);
    expect(chat.consoleErrors).toEqual([]);
  });

  it("stay text in what a server refuses and in what fails on the way", async () => {
    const chat = await open("/inline");
    for (const group of groupsOf(texts, 20)) {
      const refusals = group.map((detail, index) =>
        index % 2 === 0
          ? refusing(422, detail)
          : failing({ type: "answer-error", error: { type: detail, title: detail, detail } }),
      );
      session.server.play(inTurn(refusals));
      expect(JSON.parse(await chat.page.evaluate(askAndReadFailures, group.length))).toEqual(group);
    }
    await expectOnlyText(chat);
  });

  it("stay text as a question that a person types, sends, edits and takes back", async () => {
    const chat = await open("/inline");
    session.server.play(answering(makeAnswer()));
    const groups = groupsOf(
      texts.filter(({ length }) => length < 400).map((text) => text.toWellFormed()),
      25,
    );
    for (const [index, group] of groups.entries()) {
      const question = group.join("\n");
      await chat.input.fill(question);
      const typed = await chat.input.inputValue();
      expect(typed).toBe(question.replace(/\r\n?/gu, "\n"));
      await chat.input.press("Enter");
      await chat.page.locator(".short").nth(index).waitFor();
      expect(await chat.page.locator(".question").last().textContent()).toBe(`You asked: ${typed.trim()}`);
      expect(session.server.asked.at(-1)?.question).toBe(typed.trim());
    }
    await chat.page.getByRole("button", { name: "Edit question" }).first().click();
    expect(await chat.input.inputValue()).toContain(texts[0]);
    await chat.page.getByRole("button", { name: "Cancel" }).click();
    await expectOnlyText(chat);
  });

  it("stay text as questions to start with", async () => {
    const chat = await open("/inline", (page) =>
      page.route("**/suggestions", (route) =>
        route.fulfill({ json: { suggestions: groupsOf(texts, 200).map(joined) } }),
      ),
    );
    const shown = await chat.page
      .locator(".welcome .suggestion")
      .evaluateAll((all) => all.map((each) => each.textContent));
    expect(shown.map((each) => each?.toWellFormed())).toEqual(
      groupsOf(texts, 200).map((each) => joined(each).toWellFormed()),
    );
    await expectOnlyText(chat);
  });

  it("are left out of a session where they are no conversation, and the chat works on", async () => {
    const chat = await open("/inline");
    session.server.play(answering(makeAnswer()));
    const answer = JSON.stringify(hostileAnswer(texts[0] ?? "", 0));
    const stored = [
      "",
      "{",
      "null",
      "0",
      `"text"`,
      "[]",
      "{}",
      "[null]",
      "[[[]]]",
      `{"length":3,"0":{"question":"x","answer":null}}`,
      `{"question":1,"answer":null}`,
      `{"question":"x"}`,
      `{"question":"x","answer":1}`,
      `{"question":{"toString":"x"},"answer":null}`,
      `{"__proto__":{"question":"x","answer":null}}`,
      `{"__proto__":[{"question":"x","answer":null}]}`,
      `{"question":"x","answer":{"__proto__":${answer}}}`,
      `{"question":"x","answer":{"constructor":{"prototype":{}}}}`,
      "[".repeat(100_000),
      "x".repeat(1_000_000),
      answer.replace(/"quote":"(?:[^"\\]|\\.)*"/u, `"quote":{}`),
      ...texts.filter((_, index) => index % 25 === 0),
    ];
    const shown = await chat.page.evaluate(
      restoreEach,
      stored.map((each) => each.toWellFormed()),
    );
    expect(shown).toEqual(stored.map(() => 0));
    const odd = hostileAnswer(texts[0] ?? "", 0);
    const kept = [
      { question: "x".repeat(1_000_000), answer: null },
      { question: "", answer: { ...odd, reason: "__proto__", status: "toString", confidence: "<b>", id: [] } },
      { question: "x", answer: { ...odd, answer: "[1] ".repeat(500), extra: { innerHTML: "<b>" } } },
      {
        question: "x",
        answer: { ...odd, citations: odd.citations.map((each) => ({ ...each, marker: -1e21, start: -5 })) },
      },
    ];
    expect(
      await chat.page.evaluate(
        restoreEach,
        kept.map((each) => JSON.stringify(each)),
      ),
    ).toEqual([1, 1, 1, 1]);
    await expectOnlyText(chat);
    expect(await chat.page.evaluate("'question' in {} || 'innerHTML' in {}")).toBe(false);
    await ask(chat.page, "Does it still work?");
    expect(await chat.page.locator(".short").last().textContent()).toContain("9:30");
  });
});

/** Plays one script for each question. */
function inTurn(scripts: readonly Script[]): Script {
  const waiting = [...scripts];
  return async (exchange) => (waiting.shift() ?? refusing(500, "No script is left."))(exchange);
}

function groupsOf(texts: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, i) => texts.slice(i * size, (i + 1) * size));
}

function joined(texts: readonly string[]): string {
  return texts.join("\n");
}

function countElements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll("*").length);
}

function ask(page: Page, question: string): Promise<void> {
  return page.locator("annalist-chat").evaluate((chat: ChatElement, words) => chat.ask(words), question);
}

/** Runs in the page: all texts that the conversation shows, of answers each node by itself. */
function readConversation(): string[] {
  const root = document.querySelector("annalist-chat")?.shadowRoot;
  const found =
    root?.querySelectorAll(".question, .short, .origin > *, .origin, .cited, .suggestion, .tooltip, .text") ?? [];
  return [...found]
    .flatMap((each) => (each.matches(".origin") ? [...each.childNodes] : [each]))
    .map((node) => node.textContent ?? "");
}

/** Runs in the page: asks so many questions, and reads the words of each failure as JSON. */
async function askAndReadFailures(count: number): Promise<string> {
  const chat = document.querySelector("annalist-chat") as ChatElement;
  chat.clear();
  for (let i = 0; i < count; i++) await chat.ask("What is refused?");
  return JSON.stringify(
    [...(chat.shadowRoot?.querySelectorAll(".failure .note") ?? [])].map((note) => note.textContent),
  );
}

/** Runs in the page: puts each text where the conversation is kept, builds the chat anew and counts what it shows of it. */
async function restoreEach(stored: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  await (document.querySelector("annalist-chat") as ChatElement).ask("Which key?");
  const key = sessionStorage.key(0) ?? "";
  for (const text of stored) {
    sessionStorage.setItem(key, text);
    const chat = document.createElement("annalist-chat");
    document.querySelector("annalist-chat")?.replaceWith(chat);
    counts.push(chat.shadowRoot?.querySelectorAll(".exchange").length ?? -1);
  }
  return counts;
}
