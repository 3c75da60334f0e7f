import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { t } from "../words";
import { linkTable } from "./deeds";
import { perform } from "./perform";
import type { TableView } from "./tables";

/** The address of the video call beside this table. */
export function TableLinkForm({ view }: { view: TableView }): JSX.Element {
  const { link } = view.table;
  const text = useSignal(link);
  const address = text.value.trim();
  const wrong = address !== "" && !/^https:\/\/[^\s<>"']{3,490}$/.test(address);
  const save = (event: Event) => {
    event.preventDefault();
    if (!wrong && address !== link) perform(linkTable(view.no, address, link));
  };
  return (
    <form class="stack stack--tight" onSubmit={save}>
      <Field
        label={t("Video call of this table")}
        hint={t("A link that starts with https://. Leave it empty for none.")}
        value={text.value}
        onChange={(value) => {
          text.value = value;
        }}
        wrong={wrong ? t("The link must start with https:// and hold no spaces.") : undefined}
      />
      <Button dense type="submit" reason={address === link ? t("nothing changed") : undefined}>
        {t("Save the link")}
      </Button>
    </form>
  );
}
