// The messages' types for the browser, made from docs/schemas/. With --check, only says which are stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { compileFromFile } from "json-schema-to-typescript";

const ROOT = join(import.meta.dirname, "..");
const SCHEMAS = join(ROOT, "docs", "schemas");
const WIRE = join(ROOT, "static", "wire");
// For other systems: a browser never asks it.
const ELSEWHERE = "openapi.json";

async function types(schema: string): Promise<[path: string, words: string]> {
  const words = await compileFromFile(join(SCHEMAS, schema), {
    additionalProperties: false,
    bannerComment: `// Made from docs/schemas/${schema} by \`make types\`. Do not edit.`,
    ignoreMinAndMaxItems: true, // a list of 1 to 60 is a list, not 60 tuples
  });
  return [join(WIRE, `${basename(schema, ".json")}.ts`), words];
}

function names(folder: string, ending: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(ending));
}

function old(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

mkdirSync(WIRE, { recursive: true });
const schemas = names(SCHEMAS, ".json").filter((name) => name !== ELSEWHERE);
const made = new Map(await Promise.all(schemas.map(types)));
const orphans = names(WIRE, ".ts")
  .map((name) => join(WIRE, name))
  .filter((path) => !made.has(path));
const stale = [...made].filter(([path, words]) => old(path) !== words);

if (process.argv.includes("--check")) {
  for (const path of [...orphans, ...stale.map(([path]) => path)]) {
    console.error(`${relative(ROOT, path)} is not what docs/schemas/ says. Run: make types`);
    process.exitCode = 1;
  }
} else {
  for (const path of orphans) rmSync(path);
  for (const [path, words] of stale) writeFileSync(path, words);
}
