import type { JSX } from "preact";
import { Button } from "../parts/button";
import { t } from "../words";
import { Notice } from "./notice";

/** A part failed, or could not be fetched. */
export function Broken(): JSX.Element {
  return (
    <Notice
      about={t("This did not work")}
      title={t("This page has stopped. What you wrote is safe on this device.")}
    >
      <Button look="do" onPress={() => location.reload()}>
        {t("Load the page again")}
      </Button>
    </Notice>
  );
}
