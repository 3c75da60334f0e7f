// How much JavaScript a participant downloads, gzipped: the café and every part of it that is not another role's.
// The join page has none. Fails above the limit. Reads what the last build wrote.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };

const LIMIT = 80_000; // bytes
const ASSETS = join(import.meta.dirname, "..", "workshop", "web", "assets");
const ENTRIES = ["app.tsx"];
const OTHER_ROLES = /^(host|facilitator|screen)\//; // parts that app.tsx loads for these people alone

const manifest = JSON.parse(readFileSync(join(ASSETS, "manifest.json"), "utf8")) as Record<string, Chunk>;

function chunk(key: string): Chunk {
  const found = manifest[key];
  if (!found)
    throw new Error(
      `The build has no part named ${key}. Build again, or correct ENTRIES in scripts/size.ts.`,
    );
  return found;
}

function reach(key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  const { imports = [], dynamicImports = [] } = chunk(key);
  const later = dynamicImports.filter((name) => !OTHER_ROLES.test(name));
  for (const next of [...imports, ...later]) reach(next, seen);
  return seen;
}

const sizes = [...ENTRIES.reduce((seen, entry) => reach(entry, seen), new Set<string>())]
  .map((key) => chunk(key).file)
  .filter((file) => file.endsWith(".js"))
  .map((file) => ({ file, bytes: gzipSync(readFileSync(join(ASSETS, file))).length }));
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);

for (const { file, bytes } of sizes) console.log(`${bytes.toLocaleString("en").padStart(9)}  ${file}`);
console.log(
  `${total.toLocaleString("en").padStart(9)}  bytes for a participant, of ${LIMIT.toLocaleString("en")}`,
);
if (total > LIMIT) {
  console.error("A participant downloads too much. Load later what few people need, or leave it out.");
  process.exitCode = 1;
}
