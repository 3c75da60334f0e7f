// `make dev`: Vite in front of the server. Vite serves static/ as it is written and reloads the page; all else goes
// through to the server, which finds the sources by a manifest that names each by itself.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";

const ROOT = join(import.meta.dirname, "..");
const ASSETS = join(ROOT, "workshop", "web", "assets");

export function inFront(entries: Record<string, string>): Plugin {
  const sources = Object.values(entries);
  return {
    name: "in-front",
    apply: (_config, { command, mode }) => command === "serve" && mode !== "test",
    configureServer() {
      const manifest = Object.fromEntries(sources.map((file) => [file, { file, src: file, isEntry: true }]));
      mkdirSync(ASSETS, { recursive: true });
      rmSync(join(ASSETS, ".built"), { force: true }); // the next `make run` builds again
      writeFileSync(join(ASSETS, "manifest.json"), JSON.stringify(manifest, null, 2));
    },
    transform(code, id) {
      const entry = sources.includes(relative(join(ROOT, "static"), id));
      return entry && !id.endsWith(".css") ? `import "/@vite/client";\n${code}` : null;
    },
  };
}
