// For tests: a ballot as the server would send it.
import type { BallotDoc } from "../wire/documents";

type Outcome = NonNullable<BallotDoc["outcome"]>;

export function sampleOption(label: string, id = label): BallotDoc["options"][number] {
  return { id, label, statement: "", notes: [], tables: [], words_of: null };
}

export function sampleBallot(more: Partial<BallotDoc> = {}): BallotDoc {
  return {
    ...{ id: "b1", step: "s1", table: null, allowance: 2, cap: 1, voters: "participants" },
    options: ["Time", "Trust", "Cars", "Rooms"].map((label) => sampleOption(label)),
    ...{
      take: 3,
      own: true,
      runoff_of: null,
      open: true,
      result: null,
      voted: null,
      outcome: null,
      became: {},
    },
    ...more,
  };
}

/** What follows from dots; by default all that is level by dots is level still. */
export function sampleOutcome(more: Partial<Outcome> = {}): Outcome {
  const { ahead = [], level = [], places = 0 } = more;
  return {
    ...{ entered: 0, ahead, level, places, goes_on: ahead, tied: level, left: places },
    ...{ runoff: null, talk_until: null, settled: null },
    ...more,
  };
}
