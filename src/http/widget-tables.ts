import { type WidgetReference, widgetReference } from "./widget-reference.ts";

/** One table of the reference; the first cell of a row is code. */
export interface WidgetTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The reference as tables, which the page and the Markdown file show alike. */
export function widgetTables({ attributes, methods, events, properties, parts }: WidgetReference = widgetReference) {
  return [
    {
      id: "attributes",
      title: "Attributes",
      columns: ["Attribute", "Values", "Default", "What it does"],
      rows: attributes.map((each) => [each.name, each.values, each.default, each.meaning]),
    },
    {
      id: "methods",
      title: "Methods",
      columns: ["Method", "What it does"],
      rows: methods.map(({ name, meaning }) => [name, meaning]),
    },
    {
      id: "events",
      title: "Events",
      columns: ["Event", "Fields of detail", "When"],
      rows: events.map(({ name, detail, meaning }) => [name, detail, meaning]),
    },
    {
      id: "properties",
      title: "Custom properties",
      columns: ["Property", "Default", "What it sets"],
      rows: properties.map(({ name, light, dark, meaning }) => [
        name,
        dark === undefined ? light : `${light}, dark ${dark}`,
        meaning,
      ]),
    },
    {
      id: "parts",
      title: "Parts",
      columns: ["Part", "What it is"],
      rows: parts.map(({ name, meaning }) => [name, meaning]),
    },
  ] as const satisfies readonly WidgetTable[];
}
