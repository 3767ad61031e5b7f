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
    expect(await page.getByRole("alert").innerText()).toContain("Try again in 12 seconds.");
  });

  it("names a connection that was lost in the middle and asks again on request", async () => {
    const { page, ask, input } = await session.open("/inline");
    session.server.play(cuttingOff(makeAnswer(), 5));
    await ask("When does it open?");
    await page.getByText("On Saturdays the", { exact: true }).waitFor();
    session.server.release();
    expect(await page.getByRole("alert").innerText()).toContain(
      "The connection was lost before the answer was complete.",
    );
    session.server.play(answering(makeAnswer()));
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".short").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await page.locator(".exchange").count()).toBe(1);
    expect(await input.evaluate((field) => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
  });

  it("says so when a stream ends without an answer or with an error", async () => {
    const { page, ask } = await session.open("/inline");
    session.server.play(failing({ type: "text-delta", delta: "Half" }));
    await ask("Why?");
    await page.getByText("The connection was lost before the answer was complete.").waitFor();
    const error = { type: "about:blank", title: "Internal error", detail: "Ask for help with the number 17." };
    session.server.play(failing({ type: "answer-error", error }));
    await ask("And why that?");
    await page.getByText("Ask for help with the number 17.").waitFor();
  });

  it("tells a person who is offline from a server that is away", async () => {
    const { page, ask } = await session.open("/inline");
    await page.context().setOffline(true);
    await ask("Why?");
    await page.getByText("You are offline.").waitFor();
    await page.context().setOffline(false);
    await page.locator("annalist-chat").evaluate((chat) => chat.setAttribute("endpoint", "http://127.0.0.1:9"));
    await ask("Why?");
    await page.getByText("The answering service can't be reached.").waitFor();
  });
});
