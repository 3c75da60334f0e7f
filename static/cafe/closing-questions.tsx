import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { draft, one, waiting } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Chip } from "../parts/chip";
import { Composer } from "../parts/composer";
import { nt, t } from "../words";
import { focusSoon } from "./focus";
import { leading } from "./leading";
import type { StepOf } from "./on";
import { hand } from "./sending";
import { StepHead } from "./step-head";

export type QuestionStep = StepOf<"closing_questions">;
const LENGTH = 1000;

/** What this person has answered: on its way, or recorded. Empty: not answered. */
export function answerTo(step: string, question: number): string {
  const onWay = waiting.value.flatMap(({ command }) =>
    command.type === "question.answer" &&
    command.step === step &&
    command.question === question &&
    !command.on_behalf_of
      ? [command.text.trim()]
      : [],
  );
  return onWay[onWay.length - 1] ?? one("person:answer", `${step}/${question}`)?.text ?? "";
}

export function unanswered(step: QuestionStep): number {
  return step.settings.questions.filter((_, question) => !answerTo(step.id, question)).length;
}

/** Questions that each person answers alone, in any order, with time until the café closes. */
export function Questions({ step }: { step: QuestionStep }): JSX.Element {
  const AnswerFor = leading.value?.AnswerFor;
  return (
    <div class="narrow stack stack--wide">
      <StepHead
        step={step}
        lead={
          step.settings.words ||
          t("You answer alone. Only the hosts read it, without your name in the report.")
        }
      />
      <AllQuestions step={step} level={2} />
      <p class="small soft">{t("You can also finish later, until the café closes.")}</p>
      {AnswerFor && <AnswerFor step={step} />}
    </div>
  );
}

export function AllQuestions({ step, level }: { step: QuestionStep; level: 2 | 3 }): JSX.Element {
  const left = unanswered(step);
  return (
    <>
      <p class="firm">
        {left === 0
          ? t("All answered. Thank you.")
          : nt("%(n)s question is open.", "%(n)s questions are open.", left)}
      </p>
      <ol class="stack stack--wide questions">
        {step.settings.questions.map((words, question) => (
          <Question key={words} step={step} question={question} words={words} level={level} />
        ))}
      </ol>
    </>
  );
}

interface QuestionProps {
  step: QuestionStep;
  question: number;
  words: string;
  level: 2 | 3;
}

function Question({ step, question, words, level }: QuestionProps): JSX.Element {
  const [saved, setSaved] = useState("");
  const answer = answerTo(step.id, question) || saved;
  const kept = keptAnswer(step.id, question);
  const Heading = `h${level}` as const;
  const id = `answer-${step.id}-${question}`;
  const writing = !answer || kept.text.value !== null;
  const begin = () => {
    kept.text.value = answer;
    focusSoon(id);
  };
  const end = () => {
    kept.clear();
    focusSoon(`${id}-h`);
  };
  const save = async (text: string) => {
    await hand("question.answer", { step: step.id, question, text });
    setSaved(text.trim());
    announce(text ? t("Your answer is saved") : t("Your answer is taken back"));
    end();
  };
  return (
    <li class="stack stack--tight">
      <Heading id={`${id}-h`} tabIndex={-1} dir="auto">
        <span class="only-read">{t("Question %(no)s:", { no: question + 1 })}</span> {words}
      </Heading>
      {answer && <Answer words={answer} writing={writing} onChange={begin} />}
      {writing && <AnswerForm {...{ id, step, question, answer, save }} />}
      {answer && writing && (
        <div class="row">
          <Button dense look="quiet" onPress={end}>
            {t("Leave it as it was")}
          </Button>
          <Button dense look="quiet" onPress={() => save("").catch(() => undefined)}>
            {t("Take my answer back")}
          </Button>
        </div>
      )}
    </li>
  );
}

/** What someone writes as an answer, or is changing in it; null while nobody does. It survives a reload. */
function keptAnswer(step: string, question: number) {
  return draft<string | null>(`answer/${step}/${question}`, null);
}

interface AnswerFormProps {
  id: string;
  step: QuestionStep;
  question: number;
  answer: string;
  save: (text: string) => Promise<void>;
}

function AnswerForm({ id, step, question, answer, save }: AnswerFormProps): JSX.Element {
  const kept = keptAnswer(step.id, question);
  const saved = useRef(false);
  return (
    <Composer
      id={id}
      kinds={[]}
      draft={{ kind: null, text: kept.text.value ?? answer }}
      onDraft={({ text }) => {
        // Once saved, the form empties itself: that takes no answer back.
        if (!saved.current) kept.text.value = text;
      }}
      onSend={async ({ text }) => {
        await save(text);
        saved.current = true;
      }}
      max={step.settings.answer_length ?? LENGTH}
      label={t("Your answer")}
      submit={answer ? t("Save the change") : t("Save my answer")}
    />
  );
}

interface AnswerProps {
  words: string;
  writing: boolean;
  onChange: () => void;
}

function Answer({ words, writing, onChange }: AnswerProps): JSX.Element {
  return (
    <>
      <div class="quote kind kind--answer">
        <p dir="auto">{words}</p>
      </div>
      <div class="row">
        <Chip look="done">{t("✓ Saved")}</Chip>
        {!writing && (
          <Button dense icon="pen" onPress={onChange}>
            {t("Change it")}
          </Button>
        )}
      </div>
    </>
  );
}
