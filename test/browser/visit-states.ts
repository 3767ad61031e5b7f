import { makeAnswer, unanswerable } from "./answers.ts";
import type { BrowserSession, ChatPage } from "./browser-session.ts";
import { answering, answeringSlowly, refusing } from "./page-server.ts";

/**
 * Drives an open, empty chat through every state that a person can meet and calls `onState` in each. Ends in a chat with an
 * over-long question.
 */
export async function visitStates(
  { server }: Pick<BrowserSession, "server">,
  { page, ask, input }: ChatPage,
  onState: (name: string) => Promise<void>,
): Promise<void> {
  const press = (name: string) => page.getByRole("button", { name, exact: true }).last().click();
  server.play(answeringSlowly(makeAnswer(), 5));
  await ask("When does it open?");
  await page.getByText("On Saturdays the", { exact: true }).waitFor();
  await onState("streaming");
  server.release();
  await page.locator(".short").waitFor();
  await onState("answered, evidence open");
  await page.locator(".evidence summary").click();
  await onState("answered, evidence closed");
  await page.locator(".citation").first().focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await page.locator(".tooltip").first().waitFor();
  await onState("tooltip shown by focus");
  await page.keyboard.press("Enter");
  await page.locator("mark").waitFor();
  await onState("citation panel open");
  await page.keyboard.press("Escape");
  await press("Bad answer");
  await page.getByText("Thank you.").waitFor();
  await onState("feedback form open");
  await press("Edit question");
  await onState("editing");
  await press("Cancel");
  server.play(answering(makeAnswer({ status: "partial", confidence: 0.3 })));
  await ask("What is only partly there?");
  await page.getByText("Partly answered").waitFor();
  await onState("partial");
  server.play(answering(unanswerable));
  await ask("When does it open on Sundays?");
  await page.getByText("Closest passages").click();
  await onState("unanswerable, closest passages open");
  server.play(refusing(500, "Ask for help with the number 17."));
  await ask("Why?");
  await page.getByRole("alert").waitFor();
  await onState("error");
  server.play(refusing(429, "Slow down.", { "retry-after": "12" }));
  await ask("Why so often?");
  await page.getByText("Try again in 12 s.").waitFor();
  await onState("rate limited");
  server.play(answeringSlowly(makeAnswer(), 5));
  await ask("When does it close?");
  await page.getByText("On Saturdays the", { exact: true }).waitFor();
  await press("Stop");
  await page.getByText("You stopped this answer.").waitFor();
  await onState("stopped");
  await input.fill("x".repeat(2001));
  await onState("question too long");
}
