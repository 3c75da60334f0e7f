import type { JSX } from "preact";
import { nt, t } from "../words";
import { AllQuestions, unanswered } from "./closing-questions";
import { FeedbackForm, feedbackOn } from "./feedback";
import { Fold } from "./fold";
import { stepsOf } from "./on";

/** Questions and feedback whose step is over: they may be finished until the café closes. */
export function FinishLater({ except }: { except: string | undefined }): JSX.Element {
  const begun = <S extends { id: string; opened_at: number | null }>(step: S) =>
    step.id !== except && step.opened_at !== null;
  return (
    <>
      {stepsOf("closing_questions")
        .filter((step) => begun(step) && unanswered(step) > 0)
        .map((step) => (
          <Fold
            key={step.id}
            title={step.settings.title}
            count={nt(
              "%(n)s question is still open for you",
              "%(n)s questions are still open for you",
              unanswered(step),
            )}
          >
            <AllQuestions step={step} level={3} />
          </Fold>
        ))}
      {stepsOf("feedback")
        .filter((step) => begun(step) && !feedbackOn(step.id))
        .map((step) => (
          <Fold key={step.id} title={step.settings.title} count={t("still open for you")}>
            <FeedbackForm step={step} />
          </Fold>
        ))}
    </>
  );
}
