import { frameStyle } from "./frame-style.ts";
import { panelStyle } from "./panel-style.ts";
import { themeStyle } from "./theme-style.ts";
import { transcriptStyle } from "./transcript-style.ts";

/** The styles of one shadow root as constructed sheets, which a content security policy without inline styles allows. */
export function widgetStyles(): CSSStyleSheet[] {
  return [themeStyle, frameStyle, transcriptStyle, panelStyle].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
