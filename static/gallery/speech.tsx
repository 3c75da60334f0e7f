import type { JSX } from "preact";
import { Bars, type Standing } from "../parts/bars";
import { Button, ButtonLink } from "../parts/button";
import { Empty } from "../parts/empty";
import { ErrorNote } from "../parts/error-note";
import { Loading } from "../parts/loading";
import { Qr } from "../parts/qr";
import { Say } from "../parts/say";
import { Knot, Thread } from "../parts/thread";
import { Part } from "./part";

const named = (title: string, dots: number) => ({ id: title, title, dots });
const RESULTS: Standing[] = [
  { place: "forward", left: 0, results: [named("Thursdays for families", 16)] },
  {
    place: "level",
    left: 2,
    results: ["One worker through every door", "A shared history, written once", "Parents on the panel"].map(
      (title) => named(title, 12),
    ),
  },
  {
    place: "record",
    left: 0,
    results: [named("The first letter becomes a call", 8), named("A car when it matters", 0)],
  },
];
const CROWD: Standing[] = RESULTS.map((group) => ({
  ...group,
  results: group.results.map((result) => ({ ...result, dots: result.dots * 9 })),
}));

/** As the server draws it. */
const CODE =
  '<svg viewBox="0 0 31 31" class="segno"><path class="qrline" stroke="#000" d="M1 1.5h7m3 0h1m1 0h3m1 0h1m1 0h2m2 0h7m-29 1h1m5 0h1m1 0h1m3 0h1m1 0h2m1 0h3m2 0h1m5 0h1m-29 1h1m1 0h3m1 0h1m3 0h1m2 0h2m1 0h1m5 0h1m1 0h3m1 0h1m-29 1h1m1 0h3m1 0h1m2 0h3m1 0h3m6 0h1m1 0h3m1 0h1m-29 1h1m1 0h3m1 0h1m1 0h4m2 0h1m1 0h4m2 0h1m1 0h3m1 0h1m-29 1h1m5 0h1m3 0h4m1 0h2m1 0h2m2 0h1m5 0h1m-29 1h7m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h1m1 0h7m-20 1h1m1 0h4m1 0h4m-20 1h1m1 0h1m1 0h1m1 0h1m2 0h1m2 0h1m1 0h1m2 0h1m6 0h1m2 0h1m-28 1h3m1 0h2m1 0h3m1 0h1m2 0h3m3 0h3m2 0h1m2 0h1m-29 1h2m4 0h2m1 0h3m1 0h1m2 0h3m7 0h3m-29 1h5m2 0h4m1 0h1m2 0h3m1 0h2m2 0h1m3 0h1m-27 1h3m2 0h4m2 0h1m4 0h1m1 0h5m1 0h1m1 0h2m-27 1h2m1 0h1m1 0h1m2 0h1m2 0h1m1 0h2m3 0h3m2 0h1m2 0h1m-26 1h1m2 0h1m2 0h4m1 0h1m2 0h1m3 0h3m1 0h1m1 0h2m-29 1h1m1 0h2m5 0h1m3 0h2m2 0h3m4 0h2m1 0h1m-28 1h1m2 0h2m1 0h1m2 0h4m1 0h4m2 0h3m2 0h1m1 0h2m-27 1h1m1 0h2m1 0h1m4 0h1m1 0h3m3 0h1m1 0h1m2 0h2m1 0h1m-29 1h1m1 0h1m3 0h2m2 0h4m4 0h1m1 0h1m1 0h1m1 0h1m2 0h2m-28 1h1m1 0h2m2 0h3m1 0h1m3 0h5m2 0h1m2 0h1m1 0h1m-28 1h1m1 0h1m3 0h3m1 0h1m1 0h1m2 0h3m1 0h6m-17 1h3m1 0h2m1 0h2m3 0h1m3 0h1m1 0h3m-29 1h7m4 0h1m2 0h1m1 0h2m1 0h2m1 0h1m1 0h2m1 0h2m-29 1h1m5 0h1m3 0h2m1 0h5m2 0h1m3 0h2m2 0h1m-29 1h1m1 0h3m1 0h1m1 0h2m1 0h2m1 0h5m1 0h5m3 0h1m-29 1h1m1 0h3m1 0h1m5 0h5m4 0h1m2 0h1m1 0h3m-29 1h1m1 0h3m1 0h1m1 0h1m1 0h1m2 0h1m2 0h2m1 0h2m2 0h3m2 0h1m-29 1h1m5 0h1m3 0h6m1 0h4m1 0h1m1 0h1m2 0h1m-28 1h7m1 0h3m1 0h1m1 0h1m4 0h2m3 0h2m1 0h2"/></svg>';

export function Speech(): JSX.Element {
  return (
    <>
      <Part title="Words from the software">
        <div class="kit-grid">
          <Say icon="linked" title="You are back, at table 7">
            <p class="small">Your 2 notes are on the table. You missed 3 notes; they are marked.</p>
          </Say>
          <Say icon="people" title="It is just you and Josef here now" now>
            <p class="small">Table 8 has room. Your notes come with you.</p>
            <div class="row">
              <Button look="do" dense>
                Move to table 8
              </Button>
              <Button dense>I am happy to stay</Button>
            </div>
          </Say>
          <ErrorNote title="This note is too long by 31 characters">
            <p class="small">Nothing is lost. Shorten it here, or make two notes of it.</p>
            <div class="row">
              <Button look="do" dense>
                Shorten it
              </Button>
            </div>
          </ErrorNote>
        </div>
      </Part>
      <Part title="Nothing yet, and on its way">
        <div class="kit-grid">
          <Empty
            title="The table is clear"
            text="The first note is the hardest. Half a sentence is enough."
            level={3}
          >
            <ButtonLink href="#main" look="do" icon="pen">
              Write the first note
            </ButtonLink>
          </Empty>
          <Loading text="Fetching your table…" />
        </div>
      </Part>
      <Part title="The thread">
        <Thread label="Agenda">
          <Knot at="done">
            <b class="firm">Welcome and try-out</b>
            <p class="small soft count">10:00 · took 12 of 10 min</p>
          </Knot>
          <Knot at="now">
            <b>Our stories</b>
            <p class="small soft count">10:17 · round 1 of 3 · until 10:45</p>
          </Knot>
          <Knot at="next">
            <b class="firm">Break</b>
            <p class="small soft count">11:11 · 10 min</p>
          </Knot>
        </Thread>
      </Part>
      <Part title="What the dots say">
        <div class="kit-grid">
          <Bars groups={RESULTS} level={3} />
          <Bars groups={CROWD} level={3} />
        </div>
      </Part>
      <Part title="A code for a camera">
        <Qr svg={CODE} label="QR code for joining (an example)" caption="or point your camera here" />
      </Part>
      <Part title="Colours">
        <ul class="kit-swatches small">
          {[
            "ground",
            "ground-deep",
            "paper",
            "ink",
            "ink-soft",
            "edge",
            "line",
            "table",
            "action",
            "now",
            "now-soft",
            "stop",
            "focus",
          ].map((name) => (
            <li key={name}>
              <span style={{ background: `var(--${name})` }} />
              {name}
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}
