const paths = {
  send: "M10 16V4.5M5 9.5l5-5 5 5",
  stop: "M6 6h8v8H6z",
  close: "M5.5 5.5l9 9m0-9l-9 9",
  clear: "M4 10a6 6 0 1 0 2-4.5M4 3.5v3.2h3.2",
  edit: "M4 16l.8-3.4L13.5 4 16 6.5 7.4 15.2z",
  copy: "M7.5 7.5h8.5v9h-8.5zM4.5 12.5v-9h8.5",
  good: "M3.5 9H6v7.5H3.5zM6 9l3.5-6 1.5 1.5L10.5 8H16.5L15 16.5H6",
  chat: "M3.5 5.5h13v8.5H9l-3.5 3v-3h-2zM7 8.7h6M7 11.2h3.5",
} as const;

/** A line drawing in the colour of the text around it, hidden from assistive technology. */
export function icon(name: keyof typeof paths): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  for (const [key, value] of [
    ["viewBox", "0 0 20 20"],
    ["aria-hidden", "true"],
    ["class", `icon icon-${name}`],
  ] as const)
    svg.setAttribute(key, value);
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
