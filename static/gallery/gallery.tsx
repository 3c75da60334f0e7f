import type { JSX } from "preact";
import { Bar } from "../parts/bar";
import { SkipLink } from "../parts/skip-link";
import { StatusLine } from "../parts/status-line";
import { Controls } from "./controls";
import { Notes } from "./notes";
import { Places } from "./places";
import { Speech } from "./speech";
import { Writing } from "./writing";

const nothing = () => {};

export function Gallery(): JSX.Element {
  return (
    <>
      <SkipLink />
      <Bar
        title="Kit of parts"
        where="The language of the story café"
        link={{ state: "connected" }}
        onHelp={nothing}
      />
      <main id="main" class="page kit" tabIndex={-1}>
        <h1>Paper is for people. The table holds the question. A thread ties it together.</h1>
        <Places />
        <Notes />
        <Writing />
        <Controls />
        <Speech />
      </main>
      <StatusLine />
    </>
  );
}
