// The quieter views: something shown, a break, questions for each person alone, the time between, the end.
import type { JSX } from "preact";
import { cafe as boot } from "../engine";
import type { Cafe, Step } from "../host/day";
import { t } from "../words";
import { hereWords } from "./people";
import { Wall, WallClock } from "./wall";

interface StepProps {
  step: Step;
}

/** A presentation: its words, its pictures, and where to read more. */
export function ShowWall({ step }: StepProps): JSX.Element {
  const { settings } = step;
  const shown = settings.activity === "presentation" ? settings : undefined;
  const pictures = shown?.pictures ?? [];
  return (
    <Wall step={boot.title} title={settings.title}>
      {settings.words && <Words text={settings.words} />}
      {pictures.length > 0 && (
        <div class="wall-pictures" data-many={pictures.length > 1 || undefined}>
          {pictures.map((picture) => (
            <img key={picture.address} src={picture.address} alt={picture.alt} />
          ))}
        </div>
      )}
      <div class="wall-foot">
        <WallClock step={step} />
        {shown?.link && <p class="wall-step wall-link">{shown.link.replace(/^https:\/\//, "")}</p>}
      </div>
    </Wall>
  );
}

/** Letters from which on words are drawn smaller. */
const MANY = 600;

function Words({ text }: { text: string }): JSX.Element {
  return (
    <p class="wall-words" dir="auto" data-long={text.length > MANY || undefined}>
      {text}
    </p>
  );
}

export function BreakWall({ step, next }: StepProps & { next: Step | undefined }): JSX.Element {
  const then = next && t("After the break: %(title)s", { title: next.settings.title });
  return (
    <Wall step={step.settings.title} title={t("Leave the screen for a while")} signs={then ? [then] : []}>
      {step.settings.words && <Words text={step.settings.words} />}
      <div class="wall-foot">
        <WallClock step={step} />
      </div>
    </Wall>
  );
}

/** Questions that each person answers alone. */
export function QuestionsWall({ step }: StepProps): JSX.Element {
  const { settings } = step;
  const questions = settings.activity === "closing_questions" ? settings.questions : [];
  return (
    <Wall
      step={settings.title}
      title={t("Each of us alone, on our own screen")}
      signs={[hereWords()]}
      clock={<WallClock step={step} />}
    >
      <ol class="wall-questions" data-long={questions.length > 3 || undefined}>
        {questions.map((question) => (
          <li key={question} dir="auto">
            {question}
          </li>
        ))}
      </ol>
    </Wall>
  );
}

/** Anything else that people do on their own screens. */
export function OwnScreenWall({ step }: StepProps): JSX.Element {
  const { settings } = step;
  const prompt = "prompt" in settings && settings.prompt ? settings.prompt : settings.title;
  return (
    <Wall step={settings.title} title={prompt} signs={[t("Look at your own screen"), hereWords()]}>
      {settings.words && <Words text={settings.words} />}
      <div class="wall-foot">
        <WallClock step={step} />
      </div>
    </Wall>
  );
}

export function BetweenWall({ step, next }: StepProps & { next: Step | undefined }): JSX.Element {
  return (
    <Wall
      step={t("“%(title)s” is over", { title: step.settings.title })}
      title={next ? t("In a moment: %(title)s", { title: next.settings.title }) : t("In a moment we close")}
      signs={[hereWords()]}
    />
  );
}

export function EndedWall({ cafe }: { cafe: Cafe }): JSX.Element {
  return (
    <Wall step={cafe.title} title={t("Thank you for your stories")}>
      <p class="wall-words">
        {t("What you wrote, grouped and chose is kept, word for word. The hosts send you the report.")}
      </p>
    </Wall>
  );
}
