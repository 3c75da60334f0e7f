import type { JSX } from "preact";
import { cafe, type Outgoing, type Problem, refused, waiting } from "../engine";
import { Button, ButtonLink } from "../parts/button";
import { nt, t } from "../words";
import { Notice } from "./notice";

/** The server does not let this browser in, or has sent it away: why, and what was not sent. */
export function Gone({ code, message }: Problem): JSX.Element {
  return (
    <Notice about={cafe.title} title={message || t("This connection has ended.")}>
      <Unsent texts={[...waiting.value, ...refused.value].flatMap(textOf)} />
      {code === "protocol" ? (
        <Button look="do" onPress={() => location.reload()}>
          {t("Load the page again")}
        </Button>
      ) : (
        <ButtonLink look="do" href={cafe.join_link}>
          {t("Go to the way in")}
        </ButtonLink>
      )}
    </Notice>
  );
}

function Unsent({ texts }: { texts: readonly string[] }): JSX.Element | null {
  if (texts.length === 0) return null;
  return (
    <section class="stack">
      <h2>
        {nt("%(n)s thing you wrote was not sent", "%(n)s things you wrote were not sent", texts.length)}
      </h2>
      <p>{t("You can copy your words from here.")}</p>
      {texts.map((text) => (
        <blockquote key={text} class="quote" dir="auto">
          {text}
        </blockquote>
      ))}
    </section>
  );
}

function textOf({ command }: Outgoing): string[] {
  return "text" in command && command.text !== "" ? [command.text] : [];
}
