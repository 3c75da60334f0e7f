import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { cafe } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { grouped } from "../parts/code-field";
import { Dialog } from "../parts/dialog";
import { Qr } from "../parts/qr";
import { t } from "../words";

interface Handout {
  name: string;
  hint: string;
  address: string | undefined;
}

function handouts(): Handout[] {
  const links = cafe.links ?? {};
  return [
    { name: t("Join link"), hint: t("For participants."), address: links["join"] ?? cafe.join_link },
    {
      name: t("Facilitator link"),
      hint: t("For the people who look after a table."),
      address: links["facilitator"],
    },
    {
      name: t("Co-host link"),
      hint: t("Whoever has it can do all that you can do."),
      address: links["host"],
    },
    {
      name: t("Screen link"),
      hint: t("For a projector or a shared window. Nothing private."),
      address: links["screen"],
    },
  ];
}

/** The links to hand out, each for other people. */
export function LinksDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const svg = cafe.links?.["qr_svg"];
  return (
    <Dialog title={t("Links to hand out")} onClose={onClose}>
      <div class="stack">
        <p class="desk-code">
          <span class="small soft">{t("Code")}</span> <b>{grouped(cafe.code)}</b>
        </p>
        {svg && (
          <Qr svg={svg} label={t("QR code of the join link")} caption={t("Point a phone’s camera here.")} />
        )}
        {handouts().map((handout) => handout.address && <HandoutLine key={handout.name} {...handout} />)}
      </div>
    </Dialog>
  );
}

function HandoutLine({ name, hint, address = "" }: Handout): JSX.Element {
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
