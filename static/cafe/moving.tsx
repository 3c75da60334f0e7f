import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { mark, one } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import type { MeDoc, TableDoc } from "../wire/documents";
import { t } from "../words";
import { catchFocus } from "./focus";
import { me, placesOf } from "./on";
import { listed } from "./words";

/** How long the words stand there before the table comes by itself, in milliseconds. */
const STAYS = 12_000;

type Met = { [place: string]: string[] };
/** Whom this browser saw at each of my tables; what it did not see, nobody can know here. */
const met = () => mark<Met>("met", {});

/** Where I was told that I sit: the round and the table. */
const told = () => mark("told");

function placeKey(table: TableDoc): string {
  return `${table.round}/${table.no}`;
}

/** Keeps in mind who sits with me. */
export function useMeeting(): void {
  const table = one("table:table");
  const who = me();
  const mine = table && who && table.no === who.table ? table : undefined;
  const people = mine?.seats.map(({ person }) => person).join(" ");
  useEffect(() => {
    if (!mine) return;
    const key = placeKey(mine);
    const known = met().text.value;
    const now = new Set([...(known[key] ?? []), ...mine.seats.map(({ person }) => person)]);
    met().text.value = { ...known, [key]: [...now] };
  }, [people, mine?.round]);
}

/** The table of a round I have not been told of yet. */
export function newPlace(step: string): TableDoc | undefined {
  const table = one("table:table");
  if (!table || table.round !== step || table.no !== me()?.table) return undefined;
  return told().text.value === placeKey(table) ? undefined : table;
}

/** "You are going to table 15": said once, with the focus on it, before the table itself. */
export function Moving({ table, who }: { table: TableDoc; who: MeDoc }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const sit = () => {
    told().text.value = placeKey(table);
    catchFocus();
  };
  const words = movingWords(table, who);
  useEffect(() => {
    heading.current?.focus();
    announce(words.join(" "));
    const timer = setTimeout(sit, STAYS);
    return () => clearTimeout(timer);
  }, [table.no, table.round]);
  const [title = "", ...lines] = words;
  return (
    <section class="moving" aria-labelledby="moving">
      <div class="table">
        <h1 id="moving" class="hero-title" tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {lines.map((line) => (
          <p key={line} class="lead">
            {line}
          </p>
        ))}
        <Button look="do" icon="go" onPress={sit}>
          {t("Sit down at table %(no)s", { no: table.no })}
        </Button>
      </div>
    </section>
  );
}

function movingWords(table: TableDoc, who: MeDoc): string[] {
  const others = table.seats.filter(({ person }) => person !== who.id);
  const names = listed(others.map(({ name }) => name));
  const company = others.length > 0 ? t("With %(names)s.", { names }) : t("More people are on their way.");
  const words = [placeWords(table, who), company];
  const strangers =
    others.length > 0 &&
    allNew(
      others.map(({ person }) => person),
      table,
      who,
    );
  return strangers ? [...words, t("You have not met them today.")] : words;
}

function placeWords({ no }: TableDoc, who: MeDoc): string {
  const before = placesOf(who).slice(0, -1).pop();
  if (!before) return t("Your place is at table %(no)s", { no });
  return before.table === no
    ? t("You stay at table %(no)s", { no })
    : t("You are going to table %(no)s", { no });
}

/** True only if this browser saw all my earlier tables, and none of these people there. */
function allNew(people: readonly string[], table: TableDoc, who: MeDoc): boolean {
  const known = met().text.value;
  const earlier = placesOf(who).filter(({ step }) => step !== table.round);
  const seen = earlier.map(({ step, table: no }) => known[`${step}/${no}`]);
  return (
    earlier.length > 0 && seen.every((there) => there && !people.some((person) => there.includes(person)))
  );
}
