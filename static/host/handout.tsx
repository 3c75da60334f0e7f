import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { t } from "../words";

export interface Handout {
  name: string;
  hint: string;
  address: string | undefined;
}

/** A link to give away, whom it is for, and a button that copies it. */
export function HandoutLine({ name, hint, address = "" }: Handout): JSX.Element {
  const copied = useSignal<boolean | null>(null);
  const press = async () => {
    copied.value = await copy(address);
    announce(copied.value ? t("Copied.") : t("Copying is not allowed here."));
  };
  const word = copied.value ? t("Copied") : t("Copy");
  return (
    <div class="desk-link">
      <p>
        <b>{name}</b> <span class="small soft">{hint}</span>
      </p>
      <p class="desk-link-address">{address}</p>
      <Button dense icon="copy" onPress={press} label={t("%(copy)s: %(name)s", { copy: word, name })}>
        {word}
      </Button>
      {copied.value === false && (
        <p class="small">{t("Copying is not allowed here. Select the link instead.")}</p>
      )}
    </div>
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
