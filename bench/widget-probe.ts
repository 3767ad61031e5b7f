import type { Page } from "playwright-core";

declare global {
  /** Milliseconds from the start of the page to the frame that shows what a script added; set by `watchForAdded`. */
  var paintedAt: number | undefined;
}

/** To run in the page before its scripts: notes when the frame with the element that a script added has been made. */
export function watchForAdded(): void {
  const observer = new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    if (!added.some((node) => /^(?:ANNALIST-CHAT|BUTTON)$/u.test(node.nodeName))) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // A message is handled after the frame whose callback sent it has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        globalThis.paintedAt = performance.now();
      };
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the last byte of a script to the frame that shows what it added: parsing, running, styling, painting. */
export async function timeAdded(page: Page, script: string): Promise<number> {
  await page.waitForFunction(() => globalThis.paintedAt !== undefined);
  return page.evaluate((path) => {
    const [loaded] = performance.getEntriesByName(location.origin + path) as PerformanceResourceTiming[];
    if (loaded === undefined || globalThis.paintedAt === undefined) throw new Error(`${path} was not loaded`);
    return globalThis.paintedAt - loaded.responseEnd;
  }, script);
}

/** Milliseconds from pressing Enter to the frame that shows the first word of the answer. The answer is complete on return. */
export async function timeFirstWord(page: Page, question: string): Promise<number> {
  const input = page.getByRole("textbox", { name: "Your question" });
  await input.fill(question);
  const time = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const root = document.querySelector("annalist-chat")?.shadowRoot;
        if (!root) throw new Error("there is no chat");
        let pressedAt = Number.POSITIVE_INFINITY;
        const notePress = (): void => {
          pressedAt = performance.now();
        };
        addEventListener("keydown", notePress, { capture: true, once: true });
        const observer = new MutationObserver(() => {
          const last = [...root.querySelectorAll(".exchange")].at(-1);
          if (pressedAt > performance.now() || !last?.querySelector(".text")?.textContent) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - pressedAt);
            port2.postMessage(null);
          });
        });
        observer.observe(root, { childList: true, subtree: true, characterData: true });
      }),
  );
  await input.press("Enter");
  const taken = await time;
  await page.getByRole("button", { name: "Copy answer" }).last().waitFor();
  return taken;
}

/** Milliseconds until the first words of the same stream have arrived, without anything that shows them. */
export function timeFetch(page: Page, question: string): Promise<number> {
  return page.evaluate(async (asked) => {
    const start = performance.now();
    const response = await fetch("/ask", {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ question: asked }),
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes('"text-delta"')) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: "" };
      if (done) throw new Error(`no words came for ${asked}`);
      text += value;
    }
    const taken = performance.now() - start;
    await reader?.cancel();
    return taken;
  }, question);
}

/** The longest time in milliseconds that the page took to handle a message while the questions were asked and answered in turn. */
export async function timeLongestTask(page: Page, questions: readonly string[]): Promise<number> {
  return page.evaluate(async (asked) => {
    const chat = document.querySelector("annalist-chat") as
      | (HTMLElement & { ask(question: string): Promise<void> })
      | null;
    await customElements.whenDefined("annalist-chat");
    let [longest, last, isOver] = [0, performance.now(), false];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (!isOver) port2.postMessage(null);
    };
    port2.postMessage(null);
    for (const question of asked) await chat?.ask(question);
    isOver = true;
    const shown = chat?.shadowRoot?.querySelectorAll(".exchange .actions").length;
    if (shown !== asked.length) throw new Error(`${shown} of ${asked.length} answers are shown`);
    return longest;
  }, questions as string[]);
}
