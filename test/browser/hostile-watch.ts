import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** A server on another port than the page's that counts who comes; nothing of the chat may ever call it. */
export interface ForeignServer {
  readonly origin: string;
  /** Paths asked for, oldest first. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function startForeignServer(): Promise<ForeignServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Gives a page and its frames the function `executed`, which payloads call; the list fills with what they pass. */
export async function watchExecution(page: Page): Promise<readonly unknown[]> {
  const executed: unknown[] = [];
  await page.exposeFunction("executed", (id: unknown) => void executed.push(id));
  page.on("dialog", (dialog) => {
    executed.push(dialog.message());
    void dialog.dismiss();
  });
  return executed;
}

/** Names of the elements that the widget makes, from its sources: a text that becomes another one has escaped. */
export function widgetElementNames(): readonly string[] {
  const folder = join(import.meta.dirname, "../../src/widget");
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const sources = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  const made = sources.matchAll(/\b(?:element\(\s*|createElementNS\(namespace, )"(\w+)"/gu);
  return [...new Set([...made].map(([, name = ""]) => name)), "svg"];
}

/** Runs in the page: elements, attributes and links in the chat that the widget's own code doesn't make; `names` are its elements. */
export function foreignNodes(names: readonly string[]): string[] {
  const attributes =
    /^(aria-\w+|class|part|id|dir|lang|role|type|value|title|href|target|rel|tabindex|hidden|open|rows|placeholder|autocomplete|enterkeyhint|maxlength|data-rating|viewBox|d)$/;
  const isForeign = (element: Element): boolean => {
    if (!names.includes(element.localName)) return true;
    if (element instanceof HTMLAnchorElement) {
      const isSafe = element.origin === location.origin && element.protocol === "http:";
      if (!isSafe || !element.matches(".open, .origin > a")) return true;
    }
    return element.getAttributeNames().some((name) => !attributes.test(name));
  };
  const inside = [...document.querySelectorAll("annalist-chat")].flatMap((chat) => [
    ...(chat.shadowRoot?.querySelectorAll("*") ?? []),
    ...chat.children,
  ]);
  return inside.filter(isForeign).map(({ outerHTML }) => outerHTML.slice(0, 200));
}
