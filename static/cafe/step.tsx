import type { JSX } from "preact";
import { one } from "../engine";
import { Loading } from "../parts/loading";
import type { StepDoc } from "../wire/documents";
import { t } from "../words";
import { Arrival } from "./arrival";
import { Between, NoSeat } from "./between";
import { Blueprint } from "./blueprint";
import { Questions } from "./closing-questions";
import { Voting } from "./dot-voting";
import { Ended } from "./ended";
import { Feedback } from "./feedback";
import { lateLeft, wasThere } from "./late";
import { Lobby } from "./lobby";
import { Moving, newPlace } from "./moving";
import { isA, isLive, me, type StepOf, stepNow } from "./on";
import { Pause } from "./pause";
import { Plenary } from "./plenary";
import { Presentation } from "./presentation";
import { Priorities } from "./priorities";
import { Table } from "./table";
import { Themes } from "./themes";

/** Whatever is on for this person now. */
export function WhatIsOn(): JSX.Element {
  const cafe = one("hall:cafe");
  const step = stepNow();
  if (!cafe) return <Loading text={t("Fetching the café…")} />;
  if (cafe.status === "closed") return <Ended />;
  if (!step) return <Lobby />;
  return isA(step, "story_round") ? <Round step={step} /> : <Activity step={step} />;
}

/** A round: the seat is being found, or it is a new one, or one sits there. After it, its late notes. */
function Round({ step }: { step: StepOf<"story_round"> }): JSX.Element {
  const who = me();
  const late = lateLeft(step) > 0 && wasThere(step);
  if (!who) return <Loading text={t("Fetching your table…")} />;
  if (!isLive(step)) return late && who.table !== null ? <Table step={step} /> : <Between step={step} />;
  if (who.table === null) return <NoSeat step={step} />;
  const place = newPlace(step.id);
  return place ? <Moving table={place} who={who} /> : <Table step={step} />;
}

/** A step that is over says so; what came of a vote or a blueprint shows, and questions can still be answered. */
function Activity({ step }: { step: StepDoc }): JSX.Element {
  if (isA(step, "dot_voting")) return <Voting step={step} />;
  if (isA(step, "closing_questions")) return <Questions step={step} />;
  if (isA(step, "feedback")) return <Feedback step={step} />;
  if (isA(step, "blueprint")) return <Blueprint step={step} />;
  if (!isLive(step)) return <Between step={step} />;
  if (isA(step, "arrival")) return <Arrival step={step} />;
  if (isA(step, "presentation")) return <Presentation step={step} />;
  if (isA(step, "break")) return <Pause step={step} />;
  if (isA(step, "themes")) return <Themes step={step} />;
  if (isA(step, "priorities")) return <Priorities step={step} />;
  if (isA(step, "plenary")) return <Plenary step={step} />;
  return <Between step={step} />;
}
