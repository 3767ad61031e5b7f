import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makeAnswer } from "./answers.ts";
import { type BrowserSession, startBrowserSession } from "./browser-session.ts";
import { answering } from "./page-server.ts";

const browserPath = inject("browserPath");

const bent = `position: absolute !important; transform: rotate(9deg) !important; float: right !important; zoom: 3 !important;
  inset: 50px !important; margin: 99px !important; width: 9px !important; height: 9px !important; contain: strict !important;`;
const hidden = `visibility: hidden !important; display: none !important; opacity: 0 !important; clip-path: circle(1px) !important;
  content-visibility: hidden !important; pointer-events: none !important; user-select: none !important;`;
const written = `direction: rtl !important; unicode-bidi: bidi-override !important; writing-mode: vertical-rl !important;
  font: 4px/9 fantasy !important; letter-spacing: 9px !important; text-transform: uppercase !important; color: red !important;
  text-align: right !important; white-space: pre !important; word-break: break-all !important; cursor: none !important;`;
const moved = `animation: spin 1s infinite !important; transition: all 99s !important; filter: invert(1) !important;
  mix-blend-mode: difference !important; color-scheme: dark !important; background: red !important;`;
const pseudo = `content: "HOSTILE" !important; display: block !important; position: static !important; font-size: 80px !important;`;

/** Pixels that may differ between two pictures of the same: round corners are not always drawn alike. */
const noise = 10;

/** Rules that a page may have for everything in its body. What hides or turns the body itself hides all that is in it. */
const styles: Readonly<Record<string, string>> = {
  "all unset": "body *, annalist-chat { all: unset !important; }",
  "bent and moved": `body * { ${bent} }`,
  hidden: `body *, annalist-chat { ${hidden} }`,
  "written otherwise": `html { font-size: 4px !important; } body * { ${written} }`,
  animated: `@keyframes spin { to { transform: rotate(1turn); opacity: 0; } } body * { ${moved} }`,
  "in front and behind": `body *::before, body *::after { ${pseudo} }`,
};

describe.skipIf(browserPath === null)("the chat under the rules of its page", { timeout: 60_000 }, () => {
  let session: BrowserSession;
  const plain = new Map<string, Look>();
  beforeAll(async () => {
    session = await startBrowserSession(browserPath ?? "");
    for (const mode of ["inline", "launcher"]) plain.set(mode, await lookUnder(mode, ""));
  }, 60_000);
  afterAll(() => session?.close());

  /** Opens, asks, opens the evidence and takes a picture: the chat has to work for that. */
  async function lookUnder(mode: string, css: string): Promise<Look> {
    const { page, ask } = await session.open(`/${mode}`, { reducedMotion: "reduce", colorScheme: "light" });
    if (css !== "") await page.addStyleTag({ content: css });
    session.server.play(answering(makeAnswer()));
    const launcher = page.getByRole("button", { name: "Open the chat" });
    const button = mode === "launcher" ? await launcher.boundingBox() : null;
    if (mode === "launcher") await launcher.click();
    await ask("When does it open?");
    await page.locator(".short").waitFor();
    await page.locator(".citation").first().click();
    await page.locator("mark").waitFor();
    const frame = page.locator(".frame");
    const box = await frame.boundingBox();
    return { button, box, parts: await page.evaluate(readParts), picture: await picture(page) };
  }

  async function countDifferent(one: string, other: string): Promise<number> {
    const { page } = await session.open("/inline");
    return page.evaluate(differentPixels, [one, other]);
  }

  it.each(Object.keys(styles).flatMap((name) => [[name, "inline"] as const, [name, "launcher"] as const]))(
    "looks and works the same: %s, %s",
    async (name, mode) => {
      const look = await lookUnder(mode, styles[name] ?? "");
      const { picture: expected, ...rest } = plain.get(mode) as Look;
      expect({ ...look, picture: "" }).toEqual({ ...rest, picture: "" });
      expect(await countDifferent(look.picture, expected)).toBeLessThan(noise);
    },
  );

  it("shows in a picture what a rule for one of its parts changes", async () => {
    const look = await lookUnder("inline", "annalist-chat::part(short) { color: red; }");
    expect(await countDifferent(look.picture, plain.get("inline")?.picture ?? "")).toBeGreaterThan(10 * noise);
  });
});

interface Look {
  readonly button: Box | null;
  readonly box: Box | null;
  readonly parts: readonly string[];
  /** The frame as a picture, in base 64. */
  readonly picture: string;
}

type Box = Readonly<Record<"x" | "y" | "width" | "height", number>>;

async function picture(page: Page): Promise<string> {
  await page.mouse.move(0, 0);
  return (await page.locator(".frame").screenshot()).toString("base64");
}

/** Runs in the page: where the parts of the chat are and how their words are written. */
function readParts(): string[] {
  const root = document.querySelector("annalist-chat")?.shadowRoot;
  return [...(root?.querySelectorAll(".frame *") ?? [])].map((part) => {
    const { x, y, width, height } = part.getBoundingClientRect();
    const { color, font, direction, display, visibility, letterSpacing, textTransform } = getComputedStyle(part);
    const style = [color, font, direction, display, visibility, letterSpacing, textTransform].join(" ");
    return `${part.localName}.${part.getAttribute("class")} ${x} ${y} ${width} ${height} ${style}`;
  });
}

/** Runs in the page: how many pixels of two PNGs in base 64 differ clearly. */
async function differentPixels(pictures: readonly string[]): Promise<number> {
  const read = async (picture: string): Promise<Uint8ClampedArray> => {
    const bytes = Uint8Array.from(atob(picture), (char) => char.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d") as OffscreenCanvasRenderingContext2D;
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  };
  const [one = new Uint8ClampedArray(), other = new Uint8ClampedArray()] = await Promise.all(pictures.map(read));
  if (one.length !== other.length) return Number.POSITIVE_INFINITY;
  const different = new Set<number>();
  for (let i = 0; i < one.length; i++) if (Math.abs((one[i] ?? 0) - (other[i] ?? 0)) > 24) different.add(i >> 2);
  return different.size;
}
