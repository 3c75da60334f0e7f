import { defineConfig } from "vitest/config";
import { inFront } from "./scripts/dev.ts";

/** What is built: one entry per page that the server draws. `app.tsx` loads each role's part by itself. */
const entries = {
  app: "app.tsx",
  carried: "carried.ts",
  everything: "everything.ts",
  home: "home.tsx",
  report: "report.tsx",
  copying: "copying.ts",
  door: "styles/door.css",
  main: "styles/main.css",
};

export default defineConfig({
  root: "static",
  base: "/assets/",
  publicDir: false,
  cacheDir: "../node_modules/.vite",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [inFront(entries)],
  build: {
    outDir: "../workshop/web/assets",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: ".",
    assetsInlineLimit: 0, // the pages' content policy allows no data: addresses
    sourcemap: false,
    // Phones of 2020 and later; what is older gets the same pages without the newest syntax.
    target: ["es2020", "chrome87", "edge88", "firefox78", "safari14"],
    rolldownOptions: {
      input: entries,
      onLog(level, log) {
        // How long a plugin took says something about the machine, not about the build.
        if (level === "warn" && log.code !== "PLUGIN_TIMINGS") throw new Error(log.message);
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      "^/(?!assets/)": { target: process.env["WORKSHOP_SERVER"] ?? "http://localhost:8000", ws: true },
    },
  },
  test: {
    environment: "happy-dom",
    include: ["**/*.test.{ts,tsx}"],
    setupFiles: ["../scripts/no-noise.ts"],
    restoreMocks: true,
  },
});
