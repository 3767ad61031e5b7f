/** What a page may use of the widget, for the page `/docs/widget` and for docs/widget.md; a test holds it against the widget's sources. */
export interface WidgetReference {
  readonly attributes: readonly WidgetAttribute[];
  readonly methods: readonly { readonly name: string; readonly meaning: string }[];
  readonly events: readonly { readonly name: string; readonly detail: string; readonly meaning: string }[];
  readonly properties: readonly WidgetProperty[];
  readonly parts: readonly { readonly name: string; readonly meaning: string }[];
}

interface WidgetAttribute {
  readonly name: string;
  readonly values: string;
  /** Without it. */
  readonly default: string;
  /** Whether the script tag takes it as `data-NAME`. */
  readonly onScript: boolean;
  readonly meaning: string;
}

/** A custom property; one value for both colour schemes has no `dark`. */
interface WidgetProperty {
  readonly name: string;
  readonly light: string;
  readonly dark?: string;
  readonly meaning: string;
}

const attributes: WidgetReference["attributes"] = [
  attribute("endpoint", "address", "where the script came from", "The Annalist server to ask"),
  attribute(
    "mode",
    "inline, launcher",
    "inline",
    "In the page, or behind a round button; a script tag's default is launcher",
  ),
  attribute("theme", "auto, light, dark", "auto", "Colour scheme; auto is the device's"),
  attribute("lang", "language tag", "the page's", "Language of the words: en, zh, ar, or any with strings"),
  attribute("strings", "JSON object", "none", "Words that take the place of the built-in ones"),
  attribute("heading", "text", "Ask the documents", "Title of the chat"),
  attribute("collection", "folder", "the whole corpus", "Sub-folder of the corpus that answers are taken from"),
  attribute("evidence", "closed", "open", "Folds the list of sources below each answer"),
  attribute("feedback", "off", "on", "Leaves out the thumbs, for a server that keeps no feedback"),
  attribute("persist", "off", "on", "Keeps nothing of the conversation over a reload"),
  { ...attribute("open", "present", "absent", "The chat of a launcher is shown"), onScript: false },
];

const methods: WidgetReference["methods"] = [
  { name: "open()", meaning: "Opens the chat of a launcher and puts the focus into its question field" },
  { name: "close()", meaning: "Closes it and gives the focus back to its button; the conversation stays" },
  {
    name: "ask(question)",
    meaning:
      "Asks as if the question had been typed; a promise that resolves when the answer is complete, stopped or failed. While another answer is on its way it does nothing",
  },
  { name: "clear()", meaning: "Begins a new conversation; the old one is forgotten" },
];

const events: WidgetReference["events"] = [
  { name: "annalist-open", detail: "null", meaning: "The chat of a launcher was opened" },
  { name: "annalist-close", detail: "null", meaning: "It was closed" },
  { name: "annalist-clear", detail: "null", meaning: "A new conversation was begun" },
  { name: "annalist-question", detail: "question", meaning: "A question was sent" },
  { name: "annalist-answer", detail: "answer", meaning: "An answer is complete; it is what POST /ask returns" },
  { name: "annalist-error", detail: "title, detail", meaning: "A question failed; the words that the person reads" },
  { name: "annalist-citation", detail: "citation", meaning: "The evidence of a citation was opened or closed" },
  { name: "annalist-feedback", detail: "answerId, rating, comment", meaning: "A thumb or a comment was sent" },
];

const properties: WidgetReference["properties"] = [
  { name: "--annalist-background", light: "#fffdfa", dark: "#1a1917", meaning: "Behind everything" },
  { name: "--annalist-surface", light: "#f6f2eb", dark: "#24221f", meaning: "Evidence, notices, markers" },
  {
    name: "--annalist-text",
    light: "#211e1a",
    dark: "#ece7de",
    meaning: "Words; also the buttons to open and to send",
  },
  { name: "--annalist-muted", light: "#6a6359", dark: "#a69e92", meaning: "Quieter words" },
  { name: "--annalist-line", light: "#e5dfd4", dark: "#3a3631", meaning: "Lines between things" },
  { name: "--annalist-edge", light: "#8d8579", dark: "#7d756a", meaning: "Borders of fields and buttons" },
  { name: "--annalist-accent", light: "#9c3a25", dark: "#ea9a80", meaning: "Markers, status, focus" },
  { name: "--annalist-mark", light: "#fbe8a6", dark: "#57481b", meaning: "Behind the cited sentence" },
  { name: "--annalist-font", light: "system-ui", meaning: "Font of controls" },
  { name: "--annalist-serif", light: "Iowan Old Style", meaning: "Font of answers and quotes" },
  { name: "--annalist-radius", light: "14px", meaning: "Rounding of the frame" },
  { name: "--annalist-width", light: "100%", meaning: "Width; 420px in a launcher" },
  { name: "--annalist-height", light: "620px", meaning: "Height, at most 88 % of the window's; 640px in a launcher" },
];

const parts: WidgetReference["parts"] = Object.entries({
  frame: "Everything but the launcher's button",
  launcher: "The round button that opens the chat",
  head: "The bar at the top",
  name: "The title in the bar",
  clear: "The button for a new conversation",
  close: "The button that closes a launcher's chat",
  chat: "All below the bar",
  transcript: "The scrolling conversation",
  welcome: "What stands there before the first question",
  "welcome-title": "The title of the welcome",
  "welcome-text": "The words of the welcome",
  suggestions: "A list of questions to pick from",
  suggestion: "A question to pick",
  exchange: "A question with its answer",
  asked: "The line of the question",
  question: "The words of the question",
  answer: "The block of an answer",
  text: "The words of the answer",
  waiting: "What is said until the first word comes",
  status: "Why there is no full answer",
  short: "The few words that answer",
  citation: "A marker in the text",
  tooltip: "The cited sentence while the pointer is on its marker",
  evidence: "The list of sources below an answer",
  origin: "Document and date of a source",
  cited: "A cited sentence in that list",
  closest: "The list of closest passages",
  actions: "The line below an answer",
  confidence: "How well supported the answer is",
  action: "A small button: edit, copy, thumbs",
  copy: "The copy button with what it says",
  feedback: "The form behind a thumb",
  comment: "The text field of that form",
  retry: "A button that asks or sends again",
  note: "Small print",
  notice: "A box that says why there is no whole answer",
  interruption: "Such a box after an answer was stopped",
  failure: "Such a box after a question failed",
  "notice-title": "The title in such a box",
  panel: "The evidence of one citation",
  "panel-head": "The bar of the panel",
  "panel-label": "The number of the source in it",
  "panel-body": "What scrolls below it",
  "close-panel": "The button that closes the panel",
  open: "The link to the document",
  "panel-title": "The title of the document",
  date: "The date of the document",
  path: "The headings above the cited paragraph",
  paragraph: "The cited paragraph",
  quote: "The cited sentence, marked in its paragraph",
  composer: "The question field with what belongs to it",
  editing: "The line that says which question is edited",
  cancel: "The button that gives the edit up",
  counter: "Characters left",
  field: "The border around input and button",
  input: "The text field",
  send: "The button that sends and stops",
  unseen: "Words for assistive technology alone; leave them hidden",
}).map(([name, meaning]) => ({ name, meaning }));

export const widgetReference: WidgetReference = { attributes, methods, events, properties, parts };

function attribute(name: string, values: string, fallback: string, meaning: string): WidgetAttribute {
  return { name, values, default: fallback, onScript: true, meaning };
}
