import type { JSX } from "preact";
import { all, one } from "../engine";
import { Button, ButtonLink } from "../parts/button";
import { Say } from "../parts/say";
import { nt, t } from "../words";
import type { Step } from "./day";
import type { Deed } from "./deeds";
import { offlineReason } from "./offline";
import { boardLink } from "./pages";
import { perform } from "./perform";

/** From this part of the notes in a group, naming is worth thinking of. */
const MOST = 0.8;

/** The board, and who may name groups now. */
export function ThemesPanel({ step }: { step: Step }): JSX.Element {
  const at = `wall/${step.id}`;
  const board = one("wall:board", "", at);
  const live = step.phase === "open" || step.phase === "closing";
  const naming = board?.naming === true;
  const invites = live && board && isLast(step) && !naming && mostLie(at);
  return (
    <div class="stack">
      <div class="row">
        <ButtonLink dense icon="wall" href={boardLink(step.id)}>
          {t("Open the board")}
        </ButtonLink>
        {board && isLast(step) && !invites && <NamingButton step={step.id} naming={naming} />}
      </div>
      {invites && <Suggestion step={step.id} at={at} />}
    </div>
  );
}

function isLast({ settings }: Step): boolean {
  return settings.activity === "themes" && settings.names !== "any_time";
}

function NamingButton({ step, naming }: { step: string; naming: boolean }): JSX.Element {
  return (
    <Button
      dense
      icon={naming ? "lock" : "pen"}
      reason={offlineReason()}
      onPress={() => perform(openNaming(step, !naming))}
    >
      {naming ? t("Back to silent grouping") : t("Open the naming")}
    </Button>
  );
}

/** How many notes of a board there are, and how many lie in groups. */
function lying(at: string): { n: number; lying: number } {
  const notes = all("wall:note", at);
  const grouped = new Set(all("wall:theme", at).flatMap((theme) => theme.notes));
  return { n: notes.length, lying: notes.filter(({ id }) => grouped.has(id)).length };
}

function mostLie(at: string): boolean {
  const { n, lying: some } = lying(at);
  return n > 0 && some >= n * MOST;
}

/** Once most notes lie in groups, names can begin. */
function Suggestion({ step, at }: { step: string; at: string }): JSX.Element {
  const words = lying(at);
  return (
    <Say
      icon="pen"
      title={nt(
        "%(lying)s of %(n)s note is in a group",
        "%(lying)s of %(n)s notes are in a group",
        words.n,
        words,
      )}
    >
      <p class="small">{t("Time for names? Everyone can name groups once you open the naming.")}</p>
      <div>
        <Button dense reason={offlineReason()} onPress={() => perform(openNaming(step, true))}>
          {t("Let everyone name the groups")}
        </Button>
      </div>
    </Say>
  );
}

function openNaming(step: string, on: boolean): Deed {
  const open = (now: boolean): Deed["order"] => ({ type: "theme.naming", fields: { step, on: now } });
  return {
    order: open(on),
    said: on ? t("Everyone can name groups now.") : t("Everyone groups in silence again."),
    back: () => [open(!on)],
  };
}
