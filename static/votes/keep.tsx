// What whoever looks after a vote does with it: hosts in the hall, at a table whoever leads it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../cafe/fold";
import { hand } from "../cafe/sending";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Say } from "../parts/say";
import { Wrong } from "../parts/wrong";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { Decide } from "./decide";
import type { Pair } from "./outcome";
import { inWords } from "./result";
import { SettleForm, type Way } from "./settle-form";

/** Ends a vote before its step does: then everyone there sees the result. */
export function CloseVote({ ballot }: { ballot: BallotDoc }): JSX.Element {
  const [asked, ask] = useState(false);
  const close = () => {
    ask(false);
    void hand("ballot.close", { ballot: ballot.id }).catch(() => undefined);
  };
  const words =
    ballot.runoff_of !== null
      ? t("Close the second vote")
      : ballot.table === null
        ? t("Close the vote")
        : t("Close the vote of this table");
  return (
    <div>
      <Button onPress={() => ask(true)}>{words}</Button>
      {asked && (
        <Dialog title={t("Close the vote now?")} onClose={() => ask(false)}>
          <p>
            {t("The result shows to everyone who votes here at once. Nobody can change a dot after that.")}
          </p>
          <div class="stack stack--tight">
            <Button wide onPress={() => ask(false)}>
              {t("Let it run")}
            </Button>
            <Button look="do" wide onPress={close}>
              {t("Close it and show the result")}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Settling what is level, and writing down what was decided. */
export function KeepVote({ first, second }: Pair): JSX.Element {
  const tied = first.outcome?.tied ?? [];
  return (
    <>
      {tied.length > 0 && !second?.open && <Settle first={first} second={second} />}
      <Fold title={t("Write down what was decided")} level={3}>
        <Decide first={first} />
      </Fold>
    </>
  );
}

/** People first: talk, then one second vote; then somebody decides, or a lot. */
function Settle({ first, second }: Pair): JSX.Element {
  const [way, choose] = useState<Way | null>(null);
  const [wrong, setWrong] = useState<string>();
  const tied = first.outcome?.tied ?? [];
  const number = inWords(tied.length);
  const press = (type: "tie.talk" | "tie.vote-again") =>
    hand(type, { ballot: first.id }).then(
      () => setWrong(undefined),
      (refusal: Error) => setWrong(refusal.message),
    );
  return (
    <Say icon="level" bare level={3} title={t("How shall we settle the %(number)s?", { number })}>
      <div class="row">
        <Button look={second ? "plain" : "do"} onPress={() => press("tie.talk")}>
          {nt("Talk for %(n)s minute", "Talk for %(n)s minutes", 3)}
        </Button>
        {!second && (
          <Button onPress={() => press("tie.vote-again")}>
            {t("Vote once more, on these %(number)s", { number })}
          </Button>
        )}
        <Button pressed={way === "chosen"} onPress={() => choose("chosen")}>
          {t("Somebody decides, and says why")}
        </Button>
        <Button pressed={way === "all"} onPress={() => choose("all")}>
          {t("Carry all %(number)s", { number })}
        </Button>
        <Button pressed={way === "lot"} onPress={() => choose("lot")}>
          {t("Draw lots, and say why")}
        </Button>
      </div>
      {wrong && <Wrong id="settle-wrong">{wrong}</Wrong>}
      {way && <SettleForm key={way} ballot={first} way={way} onEnd={() => choose(null)} />}
    </Say>
  );
}
