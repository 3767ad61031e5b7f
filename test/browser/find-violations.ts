import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A button that floats over somebody's page belongs to no landmark of it; all else of the chat is one of its own. */
const notOurs = ["region"];

/**
 * What axe-core finds wrong in the chat by WCAG 2.2 AA and good practice, in light and dark: `scheme rule: element` for each.
 * In legacy mode, because the other one runs a part of axe in a second page, which is for pages with frames.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode().include("annalist-chat").withTags(standards);
    const { violations, passes } = await axe.disableRules(notOurs).analyze();
    if (passes.length === 0) found.push("axe-core has checked nothing");
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme} ${id}: ${target.flat().join(" ")} ${failureSummary?.replace(/\s+/gu, " ")}`);
  }
  return found;
}
