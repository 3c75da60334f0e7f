import { signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { one } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Say } from "../parts/say";
import { nameOf } from "../pictures/names";
import { t } from "../words";

type Parts = typeof import("../pictures/look");

/** The part that fetches and shows pictures; few people need it. */
const parts = signal<Parts | null>(null);

/** The host shows a picture: look up. Whoever cannot see the screen has it here as well. */
export function OnTheScreen(): JSX.Element | null {
  const showing = one("hall:showing");
  const looking = useSignal(false);
  const key = showing && `${showing.picture}/${showing.of}`;
  useEffect(() => {
    looking.value = false;
    if (showing) announce(t("On the screen: %(picture)s", { picture: nameOf(showing.picture) }));
  }, [key]);
  if (!showing) return null;
  const look = () => {
    import("../pictures/look").then(
      (found) => {
        parts.value = found;
        looking.value = true;
      },
      () => undefined,
    );
  };
  const Look = parts.value?.Look;
  return (
    <Say
      icon="projector"
      title={t("Look at the screen: %(picture)s", { picture: nameOf(showing.picture) })}
      level={2}
    >
      <div class="row">
        <Button dense onPress={look}>
          {t("See it here")}
        </Button>
      </div>
      {Look && looking.value && (
        <Look
          showing={showing}
          onClose={() => {
            looking.value = false;
          }}
        />
      )}
    </Say>
  );
}
