// The café: what a person in a workshop sees. Each role has its own part, loaded when it is needed.
import { type ComponentType, render } from "preact";
import { cafe, type Role, start } from "./engine";
import { Broken } from "./shell/broken";
import { Shell } from "./shell/shell";

/** The part of each role: `cafe/index.tsx` exports `Cafe`, and so on. A facilitator sits among the participants. */
const PARTS: Record<Role, () => Promise<ComponentType>> = {
  participant: async () => (await import("./cafe/index")).Cafe,
  facilitator: async () => (await import("./cafe/index")).Cafe,
  host: async () => (await import("./host/index")).Host,
  screen: async () => (await import("./screen/index")).Screen,
};

async function begin(page: Element): Promise<void> {
  if (location.hash === "#here") history.replaceState(null, "", location.pathname); // left over from joining
  start(); // while the part is on its way
  const Part = await PARTS[cafe.role]().catch(() => Broken);
  page.replaceChildren();
  render(<Shell Part={Part} />, page);
}

const page = document.getElementById("app");
if (page) void begin(page);
