import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Button, ButtonLink } from "../parts/button";
import { Wrong } from "../parts/wrong";
import { nt, t } from "../words";
import { type Answer, MOST_MB, send, tooLarge } from "./send-archive";

/** Where an upload stands: so many percent are with the server; at 100 it is being checked. */
type Standing =
  | { is: "still" }
  | { is: "sending"; percent: number }
  | { is: "wrong"; words: string }
  | { is: "in"; cafe: Extract<Answer, { ok: true }> };

/** A café of another server, from its archive. */
export function BringIn({ csrf }: { csrf: string }): JSX.Element {
  const now = useSignal<Standing>({ is: "still" });
  const file = useSignal<File | null>(null);

  async function begin(): Promise<void> {
    const chosen = file.value;
    if (now.value.is === "sending") return;
    const wrong = chosen ? tooLarge(chosen.size) : t("Choose the file first: it is called archive-CODE.zip.");
    if (!chosen || wrong) {
      now.value = { is: "wrong", words: wrong };
      return;
    }
    now.value = { is: "sending", percent: 0 };
    const answer = await send(chosen, csrf, (percent) => {
      now.value = { is: "sending", percent };
    });
    now.value = answer.ok ? { is: "in", cafe: answer } : { is: "wrong", words: answer.message };
  }

  return (
    <section aria-labelledby="bring-in" class="stack home-archive">
      <h2 id="bring-in">{t("A café from an archive")}</h2>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <Chooser
          wrong={now.value.is === "wrong" ? now.value.words : ""}
          onChoose={(chosen) => {
            file.value = chosen;
            if (now.value.is !== "sending") now.value = { is: "still" };
          }}
        />
        <p>
          <Button type="submit" busy={now.value.is === "sending" ? t("Bringing it in") : undefined}>
            {t("Bring it in")}
          </Button>
        </p>
      </form>
      <div aria-live="polite">
        {now.value.is === "sending" && <Sending percent={now.value.percent} />}
        {now.value.is === "in" && <BroughtIn cafe={now.value.cafe} />}
      </div>
    </section>
  );
}

interface ChooserProps {
  wrong: string;
  onChoose: (file: File | null) => void;
}

function Chooser({ wrong, onChoose }: ChooserProps): JSX.Element {
  return (
    <div class="field">
      <label for="archive">
        {t("The archive")}
        <span class="hint">
          {t(
            "Hosts take it along from the page of the report. It comes in as the same café, with every note and name. At most %(most)s MB.",
            { most: MOST_MB },
          )}
        </span>
      </label>
      <input
        class="input"
        id="archive"
        type="file"
        accept=".zip,application/zip"
        aria-invalid={wrong !== ""}
        aria-describedby={wrong ? "archive-wrong" : undefined}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <div role="alert">{wrong && <Wrong id="archive-wrong">{wrong}</Wrong>}</div>
    </div>
  );
}

function Sending({ percent }: { percent: number }): JSX.Element {
  return (
    <>
      <p id="archive-now">{percent < 100 ? t("Sending the file") : t("Checking every part of it")}</p>
      <progress class="progress" max={100} value={percent} aria-labelledby="archive-now" />
    </>
  );
}

function BroughtIn({ cafe }: { cafe: Extract<Answer, { ok: true }> }): JSX.Element {
  const { title, entries, people } = cafe;
  const held = nt("%(n)s person", "%(n)s people", people);
  return (
    <div class="stack stack--tight">
      <p>
        <b dir="auto">{title}</b>{" "}
        {cafe.new
          ? t("is here. It is complete: %(entries)s entries of %(held)s were compared.", { entries, held })
          : t("was here already, and is the same. Nothing was changed.")}
      </p>
      <p>
        <ButtonLink href={cafe.link} icon="go">
          {cafe.status === "closed" ? t("Read its report") : t("Go to its desk")}
        </ButtonLink>
      </p>
    </div>
  );
}
