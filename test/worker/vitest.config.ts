import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineProject } from "vitest/config";

export default defineProject({
  root: import.meta.dirname,
  plugins: [
    cloudflareTest(({ inject }) => ({
      wrangler: { configPath: "../../wrangler.toml" },
      remoteBindings: false,
      miniflare: {
        // Vitest looks for the inspector when it starts, and warns where there is none.
        compatibilityFlags: ["enable_nodejs_inspector_module"],
        assets: { directory: inject("workerAssets"), binding: "ASSETS" },
      },
    })),
  ],
  test: {
    name: "worker",
    include: ["**/*.test.ts"],
    globalSetup: ["./global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
