// What the server tells the host's home, in <script type="application/json" id="home">.

export interface CafeEntry {
  code: string;
  title: string;
  status: "lobby" | "running" | "closed";
  /** How many are connected now. */
  people: number;
  /** Milliseconds since 1970. */
  created_at: number;
  updated_at: number;
  /** For practice, with simulated people. */
  practice: boolean;
  links: { console: string; report: string; blueprint: string };
}

export interface PlanStep {
  activity: string;
  title: string;
  minutes: number;
}

export interface PlanEntry {
  id: string;
  name: string;
  purpose: string;
  minutes: number;
  steps: readonly PlanStep[];
}

export interface HomeData {
  workshops: readonly CafeEntry[];
  plans: readonly PlanEntry[];
  /** Goes back with every form. */
  csrf: string;
}

export function readHome(page: Document): HomeData {
  const words = page.getElementById("home")?.textContent ?? "{}";
  return { workshops: [], plans: [], csrf: "", ...(JSON.parse(words) as Partial<HomeData>) };
}

/** The plan that is offered first: Explore, where there is one. */
export function firstPlan(plans: readonly PlanEntry[]): PlanEntry | undefined {
  return plans.find((plan) => plan.id === "explore") ?? plans[0];
}

/** Explore first, the others by name. */
export function inOrder(plans: readonly PlanEntry[]): PlanEntry[] {
  const first = firstPlan(plans);
  const rest = plans.filter((plan) => plan !== first).sort((a, b) => a.name.localeCompare(b.name));
  return first ? [first, ...rest] : rest;
}
