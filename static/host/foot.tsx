import type { JSX } from "preact";
import { Aftermath } from "./aftermath";
import type { House } from "./house";
import { NextBar } from "./next-bar";
import { opened } from "./opened";

/** At the end of the desk, always in reach: what was just done, what did not work, and Next. */
export function Foot({ house }: { house: House }): JSX.Element {
  return (
    <div class="desk-foot">
      {opened.value.length === 0 && <Aftermath house={house} />}
      {house.cafe.status !== "closed" && <NextBar house={house} />}
    </div>
  );
}
