import { hostPlaceholder } from "./embed-examples.ts";

/** What the tables of the widget don't say: one topic a section; `words` and `code` are text. */
export interface WidgetNote {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly code?: string;
}

/** The same words stand in docs/widget.md. */
export const widgetNotes: readonly WidgetNote[] = [
  {
    id: "placement",
    title: "Placement",
    words: [
      "The element undoes whatever a page's rules set on it, so that none of them can break it; custom properties and rules for parts get through. Margins, a width or a place in a grid go on an element around it. The attribute hidden hides it.",
    ],
  },
  {
    id: "languages",
    title: "Other languages",
    words: [
      "The words of the widget are there in English, Chinese and Arabic. For another language set lang, and give its words as a JSON object in strings; src/widget/strings.ts lists the keys. What is left out stays English. Names in braces are filled in.",
      "The language of the answers is that of the documents.",
    ],
    code: `<annalist-chat lang="fr" strings='{"name": "Interroger les documents",
  "inputHint": "Posez une question", "sources": "Sources : {n}"}'></annalist-chat>`,
  },
  {
    id: "policy",
    title: "Content security policy",
    words: [
      "The widget needs no inline script or style, no eval, no image and no font, and it works where trusted types are required. A page with a policy lets its script load and lets it talk to the server:",
    ],
    code: `script-src ${hostPlaceholder}; connect-src ${hostPlaceholder}`,
  },
  {
    id: "accessibility",
    title: "Accessibility",
    words: [
      "Everything works with the keyboard alone. Escape closes the evidence, a tooltip and then a launcher, and the focus goes back to where it was. A finished answer is read out once, with its short form first. It follows the device in colour scheme, forced colours and reduced motion, and zooms with the page.",
    ],
  },
  {
    id: "size",
    title: "Size",
    words: [
      "One script of less than 15 kB after gzip, without a framework; the build fails above that. It loads nothing else, and the questions to start with only once it shows.",
    ],
  },
  {
    id: "privacy",
    title: "Privacy",
    words: [
      'It sets no cookie and talks to its server alone. The last 30 exchanges of a conversation stay in session storage of the page\'s own site, under the address of the server and the id of the element, until the tab is closed or a new conversation is begun; persist="off" keeps nothing. So several chats on one page need an id each.',
    ],
  },
];
