import type { ComponentChildren, JSX } from "preact";
import { draft, send, waiting } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Chip } from "../parts/chip";
import { Composer } from "../parts/composer";
import { Dots } from "../parts/dots";
import { Icon } from "../parts/icons";
import { Menu } from "../parts/menu";
import { Note } from "../parts/note";
import type { PassCheck } from "../wire/commands";
import { t } from "../words";
import { Agenda } from "./agenda";
import { Grip } from "./drag";
import { me, type StepOf } from "./on";
import { StepHead } from "./step-head";
import { paragraphs } from "./words";

type CheckName = PassCheck["check"];
type Trial = { text: string; place: "left" | "right"; dot: boolean };

const trial = () => draft<Trial>("tryout", { text: "", place: "left", dot: false });

function change(part: Partial<Trial>, check: CheckName): void {
  trial().text.value = { ...trial().text.value, ...part };
  if (!passed(check)) send("arrival.check", { check });
}

function passed(check: CheckName): boolean {
  const onWay = waiting.value.some(
    ({ command }) => command.type === "arrival.check" && command.check === check,
  );
  return onWay || (me()?.checks.includes(check) ?? false);
}

/** The first step: what was agreed to, once more, and the three things people do all day. */
export function Arrival({ step }: { step: StepOf<"arrival"> }): JSX.Element {
  const { words = "", tryout = true } = step.settings;
  return (
    <div class="page-pair">
      <div class="stack stack--wide">
        <StepHead step={step} bare />
        {paragraphs(words).map((words) => (
          <p key={words} class="lead measure" dir="auto">
            {words}
          </p>
        ))}
        {tryout && <Tryout />}
      </div>
      <div class="stack stack--wide">
        <Recall />
        <Agenda />
      </div>
    </div>
  );
}

/** The notice was read on the way in; this is the heart of it. */
function Recall(): JSX.Element {
  return (
    <section class="stack stack--tight" aria-labelledby="recall">
      <h2 id="recall">{t("Good to know")}</h2>
      <ul class="dotlist">
        <li>{t("Your table sees your notes with your name. You can leave it off.")}</li>
        <li>{t("Leave out names of children, families and colleagues.")}</li>
        <li>{t("You may pass, take a break or leave at any time.")}</li>
        <li>{t("Nobody promises secrecy. If someone may be in danger, we act.")}</li>
      </ul>
    </section>
  );
}

/** Write one note, move it, place one dot. Real parts, seen by nobody else. */
export function Tryout(): JSX.Element {
  const all = passed("note") && passed("move") && passed("dot");
  return (
    <section class="stack tryout" aria-labelledby="tryout">
      <div>
        <h2 id="tryout">{t("Try it out")}</h2>
        <p class="small soft">{t("Only you see this. Nothing here counts.")}</p>
      </div>
      <ol class="stack">
        <Trying check="note" title={t("Write a note")}>
          <WriteOne />
        </Trying>
        <Trying check="move" title={t("Move it")}>
          <MoveOne />
        </Trying>
        <Trying check="dot" title={t("Place a dot")}>
          <DotOne />
        </Trying>
      </ol>
      {all && (
        <p class="firm">
          <Icon name="done" /> {t("That is all there is to it. You are ready.")}
        </p>
      )}
    </section>
  );
}

interface TryingProps {
  check: CheckName;
  title: string;
  children: ComponentChildren;
}

function Trying({ check, title, children }: TryingProps): JSX.Element {
  return (
    <li class="well stack stack--tight">
      <h3 class="row">
        {title} {passed(check) && <Chip look="done">{t("✓ Done")}</Chip>}
      </h3>
      {children}
    </li>
  );
}

function WriteOne(): JSX.Element {
  const { text } = trial().text.value;
  if (text) return <p class="small soft">{t("Your note lies below.")}</p>;
  return (
    <Composer
      kinds={[]}
      draft={{ kind: null, text: draft("tryout-words").text.value }}
      onDraft={(written) => {
        draft("tryout-words").text.value = written.text;
      }}
      onSend={async (written) => change({ text: written.text }, "note")}
      max={200}
      label={t("What did you have for breakfast?")}
      submit={t("Lay it down")}
    />
  );
}

function MoveOne(): JSX.Element {
  const { text, place } = trial().text.value;
  const move = (to: Trial["place"]) => {
    change({ place: to }, "move");
    announce(to === "left" ? t("The note lies on the left") : t("The note lies on the right"));
  };
  const other = place === "left" ? "right" : "left";
  const note = (
    <Note
      kind="idea"
      text={text || t("This is a note.")}
      menu={
        <span class="note-tools">
          <Grip
            aimAt={(under) => under.closest<HTMLElement>(`[data-side="${other}"]`)}
            onDrop={() => move(other)}
          />
          <Menu
            label={t("Move this note to…")}
            items={[{ label: sideWord(other), icon: "go", onChoose: () => move(other) }]}
          />
        </span>
      }
    />
  );
  return (
    <>
      <p class="small soft">{t("Open ⋯ and choose “Move to…”, or drag the note by its two lines.")}</p>
      <div class="sides">
        {(["left", "right"] as const).map((side) => (
          <section key={side} data-side={side} class="side" aria-label={sideWord(side)}>
            <p class="small soft">{side === "left" ? t("Left") : t("Right")}</p>
            <ul class="notes">{place === side && note}</ul>
          </section>
        ))}
      </div>
    </>
  );
}

function sideWord(side: Trial["place"]): string {
  return side === "left" ? t("Move to the left") : t("Move to the right");
}

function DotOne(): JSX.Element {
  const { dot } = trial().text.value;
  return (
    <div class="opt">
      <div>
        <p class="firm">{t("A longer break")}</p>
      </div>
      <Button pressed={dot} onPress={() => change({ dot: !dot }, "dot")}>
        <Dots placed={dot ? 1 : 0} free={dot ? 0 : 1} big />
        {dot ? t("Your dot") : t("Put a dot")}
      </Button>
    </div>
  );
}
