// The screen: what a projector or a shared window shows. Nothing private, nothing to press.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { all, cafe as boot, link, now, one } from "../engine";
import { type Day, dayOf, type Step } from "../host/day";
import { useBeat } from "../parts/beat";
import { Loading } from "../parts/loading";
import { t } from "../words";
import { stayAwake } from "./awake";
import { BlueprintWall } from "./blueprint-wall";
import { JoinWall } from "./join-wall";
import { PictureWall } from "./picture-wall";
import { BetweenWall, BreakWall, EndedWall, OwnScreenWall, QuestionsWall, ShowWall } from "./plain-walls";
import { PlenaryWall } from "./plenary-wall";
import { ClosingWall, MovingWall, RoundWall } from "./round-wall";
import { ThemesWall } from "./themes-wall";
import { type StepView as Shown, viewOf } from "./view";
import { VoteWall } from "./vote-walls";

export function Screen(): JSX.Element {
  useBeat(true);
  useEffect(stayAwake, []);
  const said = one("hall:saying");
  return (
    <main id="main" class="wall" tabIndex={-1}>
      {said && (
        <p class="wall-saying" role="status" dir="auto">
          {said.text}
        </p>
      )}
      <Now />
      {isAway() && <p class="wall-away">{t("No connection. This screen comes back by itself.")}</p>}
    </main>
  );
}

function isAway(): boolean {
  return link.value === "reconnecting" || link.value === "refused" || link.value === "ended";
}

function Now(): JSX.Element {
  const cafe = one("hall:cafe");
  if (cafe === undefined) return <Waiting />;
  const day = dayOf(cafe, all("hall:step"));
  const shown = viewOf(cafe, day, now());
  if (shown.view === "lobby") return <JoinWall code={cafe.code} title={cafe.title} />;
  if (shown.view === "ended") return <EndedWall cafe={cafe} />;
  const showing = one("hall:showing");
  if (showing) return <PictureWall showing={showing} title={cafe.title} />;
  return <StepView shown={shown} day={day} code={cafe.code} title={cafe.title} />;
}

function Waiting(): JSX.Element {
  return (
    <>
      <h1>{boot.title}</h1>
      <Loading text={t("Fetching the café…")} />
    </>
  );
}

interface StepViewProps {
  shown: Shown;
  day: Day;
  code: string;
  title: string;
}

function StepView({ shown, day, code, title }: StepViewProps): JSX.Element {
  const { step } = shown;
  if (shown.view === "between") return <BetweenWall step={step} next={shown.next} />;
  if (shown.view === "moving") return <MovingWall step={step} day={day} />;
  if (shown.view === "closing") return <ClosingWall step={step} day={day} />;
  if (shown.view === "result") return <VoteWall step={step} />;
  if (step.settings.activity === "arrival") return <JoinWall code={code} title={title} step={step} />;
  return <LiveStep step={step} day={day} />;
}

function LiveStep({ step, day }: { step: Step; day: Day }): JSX.Element {
  const { activity } = step.settings;
  if (activity === "story_round") return <RoundWall step={step} day={day} />;
  if (activity === "presentation") return <ShowWall step={step} />;
  if (activity === "break") return <BreakWall step={step} next={day.coming} />;
  if (activity === "themes") return <ThemesWall step={step} />;
  if (activity === "dot_voting") return <VoteWall step={step} />;
  if (activity === "plenary") return <PlenaryWall step={step} />;
  if (activity === "blueprint") return <BlueprintWall step={step} />;
  return activity === "closing_questions" ? <QuestionsWall step={step} /> : <OwnScreenWall step={step} />;
}
