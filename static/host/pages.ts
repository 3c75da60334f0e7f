// Which page of the console shows: kept in the address, so that Back and reloading do what people expect.
import { signal } from "@preact/signals";

export type Page = "desk" | "agenda";

const hash = signal(location.hash);
addEventListener("hashchange", () => {
  hash.value = location.hash;
});

export const AGENDA = "#agenda";
export const DESK = "#desk";

export function usePage(): Page {
  return hash.value === AGENDA ? "agenda" : "desk";
}
