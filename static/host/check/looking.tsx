import type { JSX, TargetedKeyboardEvent } from "preact";
import { useState } from "preact/hooks";
import { focusSoon } from "../../cafe/focus";
import { Button } from "../../parts/button";
import { t } from "../../words";
import { perform } from "../perform";
import { leaveOut, letStand } from "./deeds";
import { OtherWords } from "./other-words";
import { Questions } from "./questions";
import { type Checks, checkOf, type FoundWords, pieces, type Quote, readsNow, wordsOf } from "./quotes";
import { RedactDialog } from "./redact-dialog";
import { Vaguer } from "./vaguer";

interface LookingProps {
  quote: Quote;
  /** What to look at; undefined where the whole quote is. */
  found: FoundWords | undefined;
  checks: Checks;
  /** "3 of 12". */
  count: string;
  onGo: (step: 1 | -1) => void;
  /** It is decided: on to what is next. */
  onDone: () => void;
  /** The words are gone for good. */
  onGone: () => void;
}

/** One quote, what was found in it, how it reads now, and what a host may do. */
export function Looking(props: LookingProps): JSX.Element {
  const { quote, found, checks, count, onGo } = props;
  const [writing, setWriting] = useState(false);
  const decide = deciding(props, () => {
    setWriting(true);
    focusSoon("vaguer");
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is inside, each of which is a button as well.
    <div class="check-one stack" onKeyDown={(event) => byKey(event, decide, onGo)}>
      <div class="split">
        <p class="eyebrow">
          {quote.where} · {count}
        </p>
        <div class="row">
          <Button dense icon="back" onPress={() => onGo(-1)}>
            {t("Before")}
          </Button>
          <Button dense iconAfter="go" onPress={() => onGo(1)}>
            {t("Next")}
          </Button>
        </div>
      </div>
      <blockquote id="looked-at" class="quote check-words" tabIndex={-1} dir="auto">
        <Words quote={quote} found={found} />
      </blockquote>
      <NowReads quote={quote} checks={checks} />
      <Choices {...props} decide={decide} />
      {writing && found && <Vaguer {...props} found={found} onClose={() => setWriting(false)} />}
      <Questions quote={quote} checks={checks} onDone={found ? undefined : props.onDone} />
      <OtherWords quote={quote} checks={checks} />
    </div>
  );
}

function Words({ quote, found }: { quote: Quote; found: FoundWords | undefined }): JSX.Element {
  return (
    <p>
      {pieces(quote).map(({ text, no }) =>
        no === undefined ? (
          text
        ) : (
          <mark key={no} class={quote.found[no]?.at === found?.at ? "check-now" : undefined}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}

function NowReads({ quote, checks }: { quote: Quote; checks: Checks }): JSX.Element {
  const text = readsNow(quote, checks);
  return (
    <p class="small">
      <b>{t("Others read:")}</b> <span dir="auto">{text ?? t("(words left out)")}</span>
    </p>
  );
}

interface Deciding {
  fine: () => unknown;
  vaguer: () => unknown;
  out: () => unknown;
}

function deciding({ quote, found, checks, onDone }: LookingProps, onVaguer: () => void): Deciding {
  const check = checkOf(quote, checks);
  const then = (done: boolean) => done && onDone();
  return {
    fine: () => found && perform(letStand(quote, found, check)).then(then),
    vaguer: () => found && onVaguer(),
    out: () => perform(leaveOut(quote, !check?.out)).then(then),
  };
}

/** Only while the keyboard is in here, and not in a field. */
function byKey(
  event: TargetedKeyboardEvent<HTMLElement>,
  decide: Deciding,
  onGo: (step: 1 | -1) => void,
): void {
  const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (field || event.ctrlKey || event.metaKey || event.altKey) return;
  const keys: Record<string, () => unknown> = {
    1: decide.fine,
    2: decide.vaguer,
    3: decide.out,
    ArrowLeft: () => onGo(-1),
    ArrowRight: () => onGo(1),
  };
  const act = keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function Choices(props: LookingProps & { decide: Deciding }): JSX.Element {
  const { quote, found, checks, decide, onGone } = props;
  const [redacting, setRedacting] = useState(false);
  const out = checkOf(quote, checks)?.out === true;
  return (
    <div class="stack stack--tight">
      <div class="row">
        {found && (
          <>
            <Button
              onPress={decide.fine}
              label={t("Fine as it is: %(words)s", { words: wordsOf({ quote, found }) })}
            >
              {t("Fine as it is")}
            </Button>
            <Button onPress={decide.vaguer}>{t("Write it vaguer")}</Button>
          </>
        )}
        <Button onPress={decide.out} pressed={out}>
          {t("Leave the words out")}
        </Button>
        {quote.own && (
          <Button look="stop" onPress={() => setRedacting(true)}>
            {t("Redact for good")}
          </Button>
        )}
      </div>
      {found && (
        <p class="small soft">{t("Keys in here: 1 fine, 2 vaguer, 3 leave out, arrows back and on.")}</p>
      )}
      {redacting && <RedactDialog quote={quote} onClose={() => setRedacting(false)} onGone={onGone} />}
    </div>
  );
}
