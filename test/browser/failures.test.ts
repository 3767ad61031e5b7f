import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { answering, cuttingOff, failing, refusing } from "./page-server.ts";

const browserPath = inject("browserPath");

describe.skipIf(browserPath === null)("a failure", { timeout: 20_000 }, () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
  }, 30_000);
  afterAll(() => session?.close());

  it("shows what the server refuses, in the server's own words", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(refusing(422, "The question is 2,100 characters long; at most 2,000 are taken."));
    await ask("Why?");
    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("This question was not accepted.");
    expect(await alert.innerText()).toContain("The question is 2,100 characters long; at most 2,000 are taken.");
  });

  it("says how long to wait when there were too many questions", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(refusing(429, "Slow down.", { "retry-after": "12" }));
    await ask("Why?");
    expect(await page.getByRole("alert").innerText()).toContain("Try again in 12 s.");
  });

  it("asks once more by itself when the connection is lost, and shows the answer whole", async () => {
    const { page, ask } = await session.open("/inline");
    const before = session.server.asked.length;
    session.server.play(cuttingOff(makeAnswer(), 5));
    await ask("When does it open?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    session.server.play(answering(makeAnswer()));
    session.server.release();
    await page.locator(".short").waitFor();
    expect(await page.locator(".text").innerText()).toMatch(/^On Saturdays the reading room opens at 9:30\./u);
    expect(session.server.asked.slice(before).map(({ question }) => question)).toEqual(
      Array(2).fill("When does it open?"),
    );
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("names a connection that is lost again and asks again on request", async () => {
    const { page, ask, input } = await session.open("/inline");
    session.server.play(failing({ type: "text-delta", delta: "Half" }));
    await ask("When does it open?");
    expect(await page.getByRole("alert").innerText()).toContain("The connection was lost.");
    session.server.play(answering(makeAnswer()));
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".short").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.locator(".exchange").count()).toBe(1);
    expect(await input.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
  });

  it("shows the server's words for an answer that failed on the way", async () => {
    const { page, ask } = await session.open("/inline");
    const error = { type: "about:blank", title: "Internal error", detail: "Ask for help with the number 17." };
    session.server.play(failing({ type: "answer-error", error }));
    await ask("And why that?");
    await page.getByText("Ask for help with the number 17.").waitFor();
  });

  it("says that a person is offline and asks once the network is back", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(answering(makeAnswer()));
    await page.context().setOffline(true);
    await ask("Why?");
    await page.getByText("You are offline. The question waits.").waitFor();
    await page.context().setOffline(false);
    await page.locator(".short").waitFor();
    expect(await page.locator(".exchange").count()).toBe(1);
  });

  it("tells a server that is away from a network that is", async () => {
    const { page, ask } = await session.open("/inline");
    await page.locator("annalist-chat").evaluate((chat) => chat.setAttribute("endpoint", "http://127.0.0.1:9"));
    await ask("Why?");
    await page.getByText("The service can't be reached.").waitFor();
  });
});
