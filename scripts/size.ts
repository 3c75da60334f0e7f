// How much JavaScript a participant downloads, gzipped: the café and every part of it that is not another role's.
// The join page has none. The board and the blueprint have limits of their own: they come while the café runs, long
// before their steps, and nobody waits for them. The page of a report has a small script of its own. Fails above a
// limit. Reads what the last build wrote.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

type Chunk = { file: string; imports?: string[]; dynamicImports?: string[] };

const LIMIT = 80_000; // bytes
const REPORT_LIMIT = 6_000; // bytes
const ASSETS = join(import.meta.dirname, "..", "workshop", "web", "assets");
const ENTRY = "app.tsx";
/** What comes ahead of its step, and how many bytes it may have. */
const AHEAD = {
  "board/index.tsx": ["the board", 20_000],
  "blueprint/index.tsx": ["the blueprint", 10_000],
} as const;
const REPORT = "report.tsx";
const OTHER_ROLES = /^(host|facilitator|screen)\//; // parts that app.tsx loads for these people alone

const manifest = JSON.parse(readFileSync(join(ASSETS, "manifest.json"), "utf8")) as Record<string, Chunk>;

function chunk(key: string): Chunk {
  const found = manifest[key];
  if (!found)
    throw new Error(
      `The build has no part named ${key}. Build again, or correct its name in scripts/size.ts.`,
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

/** Says what each part weighs and what all of them do; complains above the limit. */
function weigh(keys: Iterable<string>, what: string, limit: number): void {
  const files = [...keys].map((key) => chunk(key).file).filter((file) => file.endsWith(".js"));
  const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(ASSETS, file))).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of sizes) console.log(`${bytes.toLocaleString("en").padStart(9)}  ${file}`);
  const [is, most] = [total, limit].map((n) => n.toLocaleString("en"));
  console.log(`${is?.padStart(9)}  bytes for ${what}, of ${most}`);
  if (total <= limit) return;
  console.error("People download too much. Load later what few people need, or leave it out.");
  process.exitCode = 1;
}

const ahead = Object.keys(AHEAD);
const first = reach(ENTRY, new Set(ahead));
for (const key of ahead) first.delete(key);
weigh(first, "a participant", LIMIT);
for (const [key, [what, limit]] of Object.entries(AHEAD)) {
  weigh(
    [...reach(key, new Set(first))].filter((one) => !first.has(one)),
    what,
    limit,
  );
}
weigh(reach(REPORT, new Set()), "the page of a report", REPORT_LIMIT);
