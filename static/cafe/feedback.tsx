import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { draft, one, waiting } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Chip } from "../parts/chip";
import { Field } from "../parts/field";
import { t } from "../words";
import type { StepOf } from "./on";
import { hand } from "./sending";
import { StepHead } from "./step-head";

export type FeedbackStep = StepOf<"feedback">;
type Given = { text: string; rating: number | null };
const LENGTH = 1000;

/** What this person gave: on its way, or recorded. */
export function feedbackOn(step: string): Given | undefined {
  const onWay = waiting.value.flatMap(({ command }) =>
    command.type === "feedback.give" && command.step === step
      ? [{ text: command.text ?? "", rating: command.rating ?? null }]
      : [],
  );
  return onWay[onWay.length - 1] ?? one("person:feedback", step);
}

/** How it was to take part: a word, a sentence, or neither. */
export function Feedback({ step }: { step: FeedbackStep }): JSX.Element {
  return (
    <div class="narrow stack stack--wide">
      <StepHead step={step} />
      <FeedbackForm step={step} />
    </div>
  );
}

export function FeedbackForm({ step }: { step: FeedbackStep }): JSX.Element {
  const given = feedbackOn(step.id);
  const kept = draft<Given | null>(`feedback/${step.id}`, null);
  const [wrong, setWrong] = useState<string>();
  const now = kept.text.value ?? { text: given?.text ?? "", rating: given?.rating ?? null };
  const put = (part: Partial<Given>) => {
    setWrong(undefined);
    kept.text.value = { ...now, ...part };
  };
  const give = async (event: Event) => {
    event.preventDefault();
    if (!now.text.trim() && now.rating === null)
      return setWrong(t("Choose how it was, or write a few words."));
    try {
      await hand("feedback.give", { step: step.id, ...now });
      kept.clear();
      announce(t("Thank you. It is saved"));
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack" onSubmit={give} noValidate>
      <Rating chosen={now.rating} onChoose={(rating) => put({ rating })} />
      <Field
        label={step.settings.prompt || t("What was good, and what should be different?")}
        hint={t("Up to %(n)s characters. You may leave it empty.", { n: LENGTH })}
        rows={4}
        value={now.text}
        wrong={wrong}
        onChange={(text) => put({ text })}
      />
      <div class="row">
        <Button type="submit" look="do">
          {given ? t("Save the change") : t("Hand it in")}
        </Button>
        {given && kept.text.value === null && <Chip look="done">{t("✓ Saved. Thank you")}</Chip>}
      </div>
    </form>
  );
}

interface RatingProps {
  chosen: number | null;
  onChoose: (rating: number | null) => void;
}

function Rating({ chosen, onChoose }: RatingProps): JSX.Element {
  const group = useId();
  const words = [t("Not good"), t("Not so good"), t("All right"), t("Good"), t("Very good")];
  return (
    <fieldset>
      <legend>{t("How was it for you?")}</legend>
      <div class="kinds ratings">
        {words.map((word, at) => (
          <label key={word} class="pick" data-on={chosen === at + 1 || undefined}>
            <input type="radio" name={group} checked={chosen === at + 1} onChange={() => onChoose(at + 1)} />
            {word}
          </label>
        ))}
        <label class="pick" data-on={chosen === null || undefined}>
          <input type="radio" name={group} checked={chosen === null} onChange={() => onChoose(null)} />
          {t("I would rather not say")}
        </label>
      </div>
    </fieldset>
  );
}
