import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { Grip } from "../../cafe/drag";
import { stepAside } from "../../cafe/focus";
import { offerUndo } from "../../cafe/undo";
import { sayWriting } from "../../engine";
import { Field } from "../../parts/field";
import { Menu } from "../../parts/menu";
import type { MenuItem } from "../../parts/menu-list";
import { Wrong } from "../../parts/wrong";
import { t } from "../../words";
import { Area } from "./area";
import { Words } from "./passage";
import type { Pen } from "./pen";
import { RestsOn } from "./rests-on";
import { Overtaken, StandingLine } from "./standing";
import {
  type Content,
  contentOf,
  type Statement as Doc,
  hasLostQuote,
  kindWord,
  moveTo,
  penOfStatement,
  takeOut,
} from "./statements";
import { type Version, Versions } from "./versions";

interface StatementProps {
  doc: Doc;
  /** From 0, among `of`. */
  place: number;
  of: readonly Doc[];
}

/** One statement: its words, what it rests on, a quote; it saves itself. */
export function Statement({ doc, place, of }: StatementProps): JSX.Element {
  const pen = penOfStatement(doc.id);
  const { theirs, text: content } = pen;
  const change = (part: Partial<Content>) => {
    pen.write({ ...content, ...part });
    sayWriting(true);
  };
  return (
    <li class="wr-statement" id={`statement-${doc.id}`} data-statement={doc.id} data-drags>
      <Head doc={doc} place={place} of={of} />
      <StatementFields
        content={content}
        wrong={pen.wrong}
        onChange={change}
        onLeave={() => pen.save()}
        lost={hasLostQuote(doc) && content.quote === null}
      />
      <div class="wr-foot">
        <StandingLine standing={pen.standing} by={doc.by} at={doc.at} place={doc.id} />
      </div>
      {theirs !== undefined && (
        <Overtaken
          name={doc.by}
          theirs={<Drawn content={theirs} />}
          mine={<Drawn content={content} />}
          onTheirs={() => {
            const mine = pen.takeTheirs();
            offerUndo(t("Their words stand."), () => putBack(pen, mine));
          }}
          onMine={() => pen.keepMine()}
        />
      )}
    </li>
  );
}

function putBack(pen: Pen<Content>, content: Content): void {
  pen.write(content);
  pen.save();
}

function Head({ doc, place, of }: StatementProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const name = doc.heading || kindWord(doc.kind);
  const pen = penOfStatement(doc.id);
  return (
    <div class="wr-statement-head">
      {of.length > 1 && (
        <Grip
          aimAt={(under) => aimOf(under, doc, of)}
          onDrop={(aim, below) => moveTo(doc, placeOf(aim, below, doc, of))}
        />
      )}
      <p class="eyebrow">{t("%(kind)s %(no)s", { kind: kindWord(doc.kind), no: place + 1 })}</p>
      <Menu
        label={t("Choose what to do with “%(name)s”", { name })}
        items={items({ doc, place, of }, () => setOpen(true))}
      />
      {open && (
        <Versions
          of={doc.id}
          title={name}
          draw={(version) => <Drawn content={contentOf(version)} />}
          onRestore={(version) => restore(pen, version)}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function restore(pen: Pen<Content>, version: Version): void {
  const before = pen.text;
  putBack(pen, contentOf(version));
  offerUndo(t("An earlier version stands again."), () => putBack(pen, before));
}

function aimOf(under: Element, doc: Doc, of: readonly Doc[]): HTMLElement | null {
  const aim = under.closest<HTMLElement>("[data-statement]");
  const id = aim?.dataset["statement"];
  return aim && id !== doc.id && of.some((one) => one.id === id) ? aim : null;
}

/** As if the one that moves were not there. */
function placeOf(aim: HTMLElement, below: boolean, doc: Doc, of: readonly Doc[]): number {
  const others = of.filter(({ id }) => id !== doc.id);
  return others.findIndex(({ id }) => id === aim.dataset["statement"]) + (below ? 1 : 0);
}

function items({ doc, place, of }: StatementProps, onVersions: () => void): MenuItem[] {
  const last = of.length - 1;
  const first = place === 0 ? t("It is the first already.") : undefined;
  const end = place === last ? t("It is the last already.") : undefined;
  const go = (to: number) => () => moveTo(doc, to);
  return [
    { label: t("Move up"), icon: "up", reason: first, onChoose: go(place - 1) },
    { label: t("Move down"), icon: "down", reason: end, onChoose: go(place + 1) },
    { label: t("Move to the top"), icon: "go", reason: first, onChoose: go(0) },
    { label: t("Move to the end"), icon: "go", reason: end, onChoose: go(last) },
    {
      label: t("Earlier versions"),
      icon: "clock",
      reason: doc.version < 2 ? t("There is only this one.") : undefined,
      onChoose: onVersions,
    },
    {
      label: t("Take it out"),
      icon: "bin",
      stop: true,
      onChoose() {
        stepAside(`statement-${doc.id}`);
        takeOut(doc);
      },
    },
  ];
}

interface FieldsProps {
  content: Content;
  wrong: string | undefined;
  onChange: (part: Partial<Content>) => void;
  onLeave: () => void;
  /** Its quote was taken back by whoever wrote the words. */
  lost?: boolean;
}

/** What a statement is made of; the same for one that is not added yet. */
export function StatementFields({ content, wrong, onChange, onLeave, lost }: FieldsProps): JSX.Element {
  const id = useId();
  return (
    <div class="stack stack--tight" onFocusOut={onLeave}>
      <Field label={t("Heading")} value={content.heading} onChange={(heading) => onChange({ heading })} />
      <div class="field">
        <label for={id}>{t("In a few sentences")}</label>
        <Area
          id={id}
          value={content.text}
          wrong={wrong !== undefined}
          describedBy={wrong === undefined ? undefined : `${id}-w`}
          onInput={(text) => onChange({ text })}
          onLeave={onLeave}
        />
      </div>
      <RestsOn content={content} onChange={onChange} lost={lost === true} />
      {wrong !== undefined && <Wrong id={`${id}-w`}>{wrong}</Wrong>}
    </div>
  );
}

/** A statement to look at: in a list of versions, or beside another one. */
function Drawn({ content }: { content: Pick<Content, "heading" | "text" | "quote"> }): JSX.Element {
  const { heading, text, quote } = content;
  return (
    <>
      {heading && (
        <p class="firm" dir="auto">
          {heading}
        </p>
      )}
      <Words text={text} />
      {quote?.words && (
        <blockquote class="quote" dir="auto">
          {quote.words}
        </blockquote>
      )}
    </>
  );
}
