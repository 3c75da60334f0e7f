import type { JSX } from "preact";
import { ButtonLink } from "../parts/button";
import { t } from "../words";
import type { StepOf } from "./on";
import { StepHead } from "./step-head";
import { paragraphs } from "./words";

/** Something shown to everyone: words, a link, pictures. */
export function Presentation({ step }: { step: StepOf<"presentation"> }): JSX.Element {
  const { words = "", link, pictures = [] } = step.settings;
  return (
    <div class="stack stack--wide">
      <StepHead step={step} bare />
      {paragraphs(words).map((words) => (
        <p key={words} class="measure shown-words" dir="auto">
          {words}
        </p>
      ))}
      {link && (
        <ButtonLink href={link} target="_blank" icon="go">
          {t("Open what is shown (new window)")}
        </ButtonLink>
      )}
      {pictures.map(({ address, alt }) => (
        <img key={address} class="shown" src={address} alt={alt} loading="lazy" />
      ))}
    </div>
  );
}
