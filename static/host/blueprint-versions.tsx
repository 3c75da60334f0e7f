import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { all, cafe, draft, one } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import type { Documents } from "../wire/documents";
import { t, timeOfDay } from "../words";
import { offlineReason } from "./offline";
import { issue } from "./perform";

type Doc = Documents["hall:blueprint"];
type Issued = Doc["issued"][number];

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** Versions that stand as they are, and the way to the next one. */
export function Versions({ doc }: { doc: Doc }): JSX.Element {
  const asking = useSignal(false);
  const next = doc.issued.length + 1;
  return (
    <section class="well stack" aria-labelledby="versions">
      <div class="split">
        <h2 id="versions">{t("Versions")}</h2>
        <Button
          dense
          icon="send"
          reason={offlineReason() ?? whyNot(doc)}
          onPress={() => {
            asking.value = true;
          }}
        >
          {t("Issue version %(no)s", { no: next })}
        </Button>
      </div>
      {doc.issued.length === 0 ? (
        <p class="small soft measure">
          {t(
            "None yet. A version that is issued never changes, and people can see what changed from one to the next.",
          )}
        </p>
      ) : (
        <ol class="stack" reversed>
          {[...doc.issued].reverse().map((issued) => (
            <Version key={issued.no} issued={issued} />
          ))}
        </ol>
      )}
      {asking.value && (
        <IssueDialog
          no={next}
          onClose={() => {
            asking.value = false;
          }}
        />
      )}
    </section>
  );
}

function whyNot(doc: Doc): string | undefined {
  const empty = !doc.context && all("hall:experiment").every(({ removed }) => removed);
  if (doc.issued.length === 0 && empty) return t("nobody has written in it yet");
  return doc.touched ? undefined : t("nothing has changed since");
}

/** Where versions are read: 2, or what changed from one to the next, 1..2. A browser without cookies needs the key. */
function pageOf(versions: string): string {
  const key = cafe.report_link?.split("/report/")[1];
  return `/w/${cafe.code}/blueprint/${versions}${key ? `?key=${key}` : ""}`;
}

function Version({ issued: { no, at, words } }: { issued: Issued }): JSX.Element {
  return (
    <li>
      <p>
        <b>{t("Version %(no)s", { no })}</b>{" "}
        <span class="small soft">
          {DAY.format(at)}, {timeOfDay(at)}
        </span>
      </p>
      {words && <p dir="auto">{words}</p>}
      <p class="row small">
        <a href={pageOf(String(no))}>{t("Read version %(no)s", { no })}</a>
        {no > 1 && (
          <a href={pageOf(`${no - 1}..${no}`)}>{t("What changed since version %(no)s", { no: no - 1 })}</a>
        )}
      </p>
    </li>
  );
}

function readersWords(): string {
  const stays = t("It stays as it is, and you can go on writing for the next one.");
  const who =
    one("hall:cafe")?.status === "closed"
      ? t("Everyone who may read the report can read it from now on.")
      : t("Once the café is closed, everyone who may read the report can read it.");
  return `${who} ${stays}`;
}

/** As the server has it. */
const LONGEST = 500;

function IssueDialog({ no, onClose }: { no: number; onClose: () => void }): JSX.Element {
  const kept = draft(`issue/${no}`);
  const sending = useSignal(false);
  const words = kept.text.value;
  const over = [...words.trim()].length - LONGEST;
  const wrong =
    over > 0 ? t("This is too long by %(n)s. Nothing is lost. Shorten it.", { n: over }) : undefined;
  const send = async (event: Event) => {
    event.preventDefault();
    if (wrong || sending.value) return;
    sending.value = true;
    const done = await issue({ type: "blueprint.issue", fields: { words, was: no - 1 } });
    sending.value = false;
    if (done !== null) {
      kept.clear();
      announce(t("Version %(no)s is issued", { no }));
    }
    onClose();
  };
  return (
    <Dialog title={t("Issue version %(no)s", { no })} onClose={onClose}>
      <form class="stack" onSubmit={send}>
        <p class="measure">{readersWords()}</p>
        <Field
          label={no === 1 ? t("What should people know about it?") : t("What changed, and why?")}
          hint={t("May stay empty. What changed in each field is shown anyway.")}
          rows={4}
          value={words}
          wrong={wrong}
          onChange={(text) => {
            kept.text.value = text;
          }}
        />
        <div class="row">
          <Button type="submit" look="do" busy={sending.value ? t("Issuing") : undefined}>
            {t("Issue version %(no)s", { no })}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t("Not yet")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
