import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { QuestionStep } from "../cafe/closing-questions";
import { Fold } from "../cafe/fold";
import { hand } from "../cafe/sending";
import { draft } from "../engine";
import { announce } from "../parts/announce";
import { Composer } from "../parts/composer";
import { t } from "../words";
import { nameOf, othersAtMyTable, Whom } from "./whom";

const LENGTH = 1000;

/** Answers for somebody at my table who cannot type. */
export function AnswerFor({ step }: { step: QuestionStep }): JSX.Element | null {
  const [person, choose] = useState<string | null>(null);
  if (othersAtMyTable().length === 0) return null;
  return (
    <Fold title={t("Answer for someone")}>
      <Whom
        label={t("Who is it?")}
        hint={t("Someone at your table who is on the phone, or cannot type.")}
        none={t("Choose somebody")}
        chosen={person}
        onChoose={choose}
      />
      {person &&
        step.settings.questions.map((words, question) => (
          <TheirAnswer key={`${person} ${words}`} {...{ step, question, words, person }} />
        ))}
    </Fold>
  );
}

interface TheirAnswerProps {
  step: QuestionStep;
  question: number;
  words: string;
  person: string;
}

function TheirAnswer({ step, question, words, person }: TheirAnswerProps): JSX.Element {
  const kept = draft(`answer-for/${person}/${step.id}/${question}`);
  const name = nameOf(person);
  return (
    <Composer
      kinds={[]}
      draft={{ kind: null, text: kept.text.value }}
      onDraft={({ text }) => {
        kept.text.value = text;
      }}
      onSend={async ({ text }) => {
        await hand("question.answer", { step: step.id, question, text, on_behalf_of: person });
        announce(t("The answer of %(name)s is saved", { name }));
      }}
      max={step.settings.answer_length ?? LENGTH}
      heading={words}
      label={t("In the words of %(name)s", { name })}
      hint={t("This replaces what was answered before.")}
      submit={t("Save this answer")}
    />
  );
}
