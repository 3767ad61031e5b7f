import process from "node:process";
import type { TestProject } from "vitest/node";
import { findBrowser } from "../../bench/find-browser.ts";
import { canInstallBrowser, installBrowser } from "./install-browser.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Path of the browser to test in; null skips the tests. */
    readonly browserPath: string | null;
  }
}

const howToGetOne =
  "install Chromium or Chrome (Debian: apt-get install chromium) or set CHROME_PATH to one, then run the tests again";

/** Finds a browser once for all browser tests, installing it where that is possible. With CI=true having none is a failure. */
export function setup(project: TestProject): void {
  const path = findBrowser() ?? tryToInstall();
  if (path === null) {
    if (process.env.CI === "true") throw new Error(`The browser tests need a browser and CI=true: ${howToGetOne}.`);
    console.log(`Browser tests are skipped, because no browser was found: ${howToGetOne}.`);
  }
  project.provide("browserPath", path);
}

function tryToInstall(): string | null {
  if (process.env.CHROME_PATH || !canInstallBrowser()) return null;
  console.log("No browser found; installing Debian's chromium with apt-get for the browser tests.");
  try {
    installBrowser();
  } catch (error) {
    console.log(`apt-get could not install chromium: ${error instanceof Error ? error.message.trim() : String(error)}`);
  }
  return findBrowser();
}
