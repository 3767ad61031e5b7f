import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a Chromium or Chrome: `CHROME_PATH` if it is set, else the first on the PATH or in a usual place; null for none. */
export function findBrowser(environment: NodeJS.ProcessEnv = process.env): string | null {
  const { CHROME_PATH, PATH = "" } = environment;
  if (CHROME_PATH) return isExecutable(CHROME_PATH) ? CHROME_PATH : null;
  const onPath = PATH.split(delimiter).flatMap((folder) =>
    folder === "" ? [] : names.map((name) => join(folder, name)),
  );
  return [...onPath, ...usualPlaces].find(isExecutable) ?? null;
}

/** True where `installBrowser` can work: Debian or a system made from it, as root. */
export function canInstallBrowser(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** Installs Debian's Chromium; throws with what apt-get said. */
export function installBrowser(): void {
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", "chromium");
}

function aptGet(...words: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", words, { env, stdio: ["ignore", "pipe", "pipe"], timeout: 300_000 });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
