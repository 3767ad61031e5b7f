import { strict as assert } from "node:assert";
import { type Browser, chromium, type Page } from "playwright-core";
import { percentile } from "../eval/statistics.ts";
import type { Answer } from "../src/domain/answer.ts";
import type { Assistant } from "../src/domain/assistant.ts";
import { createApp } from "../src/http/create-app.ts";
import { startServer } from "../src/node/serve.ts";
import { createWebAssets } from "../src/node/web-assets.ts";
import type { BenchmarkResult } from "./benchmark-result.ts";
import { timeAdded, timeFetch, timeFirstWord, timeLongestTask, watchForAdded } from "./widget-probe.ts";

const starts = 15;
const questionsEach = 20;
const longConversation = 40;
const sentencesEach = 25;

const flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const launcherPage = '<script async src="/widget.js" data-mode="launcher"></script>';
const buttonPage = '<script async src="/button.js"></script>';
const inlinePage = '<script async src="/widget.js"></script><annalist-chat persist="off"></annalist-chat>';
const buttonScript = `const button = document.createElement("button");
button.style.cssText = "position:fixed;right:20px;bottom:20px;width:56px;height:56px";
document.body.append(button);`;

/**
 * What a person waits for in the widget, in a real browser that talks to a server of this process: the launcher's first paint
 * after its script has arrived, against a script that only adds a button; the first word on screen after Enter, against the
 * same route read by a bare `fetch`; and the longest time the page is busy while a long conversation streams.
 * `questions` are distinct, at least 2. Asserts that launcher, words and conversation are there.
 */
export async function benchWidget(
  executablePath: string,
  assistant: Assistant,
  questions: readonly string[],
): Promise<readonly BenchmarkResult[]> {
  const plain = await serve(assistant);
  const wordy = await serve({ ...assistant, ask: async (request) => longAnswer(await assistant.ask(request)) });
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    return [
      await launcherResult(browser, plain.url),
      await firstWordResult(browser, plain.url, questions),
      await longestTaskResult(browser, wordy.url, questions),
    ];
  } finally {
    await browser.close();
    await plain.close();
    await wordy.close();
  }
}

function serve(assistant: Assistant): ReturnType<typeof startServer> {
  const app = createApp({ assistant: () => assistant, assets: createWebAssets(), allowedOrigins: [] });
  return startServer({ app, host: "127.0.0.1", port: 0 });
}

async function launcherResult(browser: Browser, url: string): Promise<BenchmarkResult> {
  const ours: number[] = [];
  const peer: number[] = [];
  for (let start = 0; start < starts; start++) {
    ours.push(await onPage(browser, url, launcherPage, (page) => timeAdded(page, "/widget.js")));
    peer.push(await onPage(browser, url, buttonPage, (page) => timeAdded(page, "/button.js")));
  }
  return medians("widget: script arrived to the launcher painted", ours, { name: "a script that adds a button", peer });
}

async function firstWordResult(browser: Browser, url: string, questions: readonly string[]): Promise<BenchmarkResult> {
  const [ours, peer] = await onPage(browser, url, inlinePage, async (page) => {
    const typed: number[] = [];
    const fetched: number[] = [];
    for (let i = 0; i < Math.min(questionsEach, Math.floor(questions.length / 2)); i++) {
      typed.push(await timeFirstWord(page, questions[2 * i] ?? ""));
      fetched.push(await timeFetch(page, questions[2 * i + 1] ?? ""));
    }
    return [typed, fetched] as const;
  });
  return medians("widget: Enter to the first word painted", ours, { name: "fetch of /ask, nothing shown", peer });
}

async function longestTaskResult(
  browser: Browser,
  url: string,
  questions: readonly string[],
): Promise<BenchmarkResult> {
  const asked = Array.from({ length: longConversation }, (_, i) => questions[i % questions.length] ?? "");
  const ours = await onPage(browser, url, inlinePage, (page) => timeLongestTask(page, asked));
  const words = `${longConversation} answers of ${sentencesEach} sentences`;
  return { name: `widget: longest task while ${words} stream`, unit: "ms", ours, peer: null };
}

/** The answer said over and over: longer than any that the server gives. */
function longAnswer(answer: Answer): Answer {
  return { ...answer, answer: `${answer.answer} `.repeat(sentencesEach).trim() };
}

async function onPage<Result>(
  browser: Browser,
  url: string,
  body: string,
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/bench", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><body>${body}</body></html>` }),
  );
  await page.route("**/button.js", (route) => route.fulfill({ contentType: "text/javascript", body: buttonScript }));
  await page.addInitScript(watchForAdded);
  await page.goto(`${url}/bench`);
  const result = await measure(page);
  await context.close();
  return result;
}

function medians(
  name: string,
  times: readonly number[],
  { name: peerName, peer }: { readonly name: string; readonly peer: readonly number[] },
): BenchmarkResult {
  const [ours, theirs] = [percentile(times, 0.5), percentile(peer, 0.5)];
  assert(ours !== null && theirs !== null, `${name}: nothing was timed`);
  return { name, unit: "ms", ours, peer: { name: peerName, value: theirs } };
}
