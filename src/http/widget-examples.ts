import { escapeHtml } from "./escape-html.ts";

/** A widget as the page of the widget shows it, live and as code. */
export interface WidgetExample {
  readonly title: string;
  readonly words: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Each has an id, since several chats on one page keep their conversations apart by it. */
export const widgetExamples: readonly WidgetExample[] = [
  {
    title: "Inside the page",
    words: "It is as wide as its place, and 620 pixels high unless a custom property says otherwise.",
    attributes: { id: "inline", heading: "Ask the library" },
  },
  {
    title: "Dark, whatever the device",
    words: "Without the attribute it follows the device.",
    attributes: { id: "dark", theme: "dark", heading: "Ask the archive" },
  },
  {
    title: "Chinese",
    words: "It takes the language of the page, or the one that it is given.",
    attributes: { id: "chinese", lang: "zh" },
  },
  {
    title: "Arabic",
    words: "The whole chat turns round; quotes keep the direction of their own words.",
    attributes: { id: "arabic", lang: "ar" },
  },
  {
    title: "Your own colours",
    words: "Custom properties set colours and measures, ::part() reaches every element.",
    attributes: { id: "own", class: "own-colours", theme: "light", heading: "Ask the harbour" },
  },
];

/** The one in the corner of the page, which has room for but one. */
export const launcherExample: Pick<WidgetExample, "attributes"> = { attributes: { id: "corner", mode: "launcher" } };

/** The rules of the example with colours of its own, on the page and in its style sheet. */
export const ownColours = `.own-colours {
  --annalist-background: #f4f8f7;
  --annalist-surface: #e1ecea;
  --annalist-text: #12302c;
  --annalist-muted: #48625e;
  --annalist-line: #cbdcd9;
  --annalist-edge: #6b8783;
  --annalist-accent: #0b6157;
  --annalist-mark: #bfe8d2;
  --annalist-radius: 4px;
}
.own-colours::part(head) {
  background: #0d3f3a;
  color: #fff;
}
.own-colours::part(clear) {
  color: #fff;
}
.own-colours::part(short) {
  font-weight: 700;
}
`;

/** The element of an example as HTML; `feedback="off"` is added to what the page shows as live, where none is kept. */
export function renderExample({ attributes }: Pick<WidgetExample, "attributes">, keepsFeedback = true): string {
  const all = { ...attributes, ...(keepsFeedback ? {} : { feedback: "off" }) };
  const written = Object.entries(all).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<annalist-chat ${written.join("\n  ")}></annalist-chat>`;
}
