import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../../parts/announce";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { Wrong } from "../../parts/wrong";
import { t } from "../../words";
import { type Quote, redact } from "./quotes";

interface RedactProps {
  quote: Quote;
  onClose: () => void;
  onGone: () => void;
}

/** The one thing that cannot be undone: asked twice. */
export function RedactDialog({ quote, onClose, onGone }: RedactProps): JSX.Element {
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const go = async () => {
    setBusy(t("Redacting"));
    setWrong(undefined);
    try {
      await redact(quote);
      announce(t("The words are gone for good."));
      onClose();
      onGone();
    } catch {
      setWrong(
        t("This did not work. Perhaps the words have changed meanwhile: look again, then try once more."),
      );
      setBusy(undefined);
    }
  };
  return (
    <Dialog title={sure ? t("Are you quite sure?") : t("Redact these words for good?")} onClose={onClose}>
      <blockquote class="quote" dir="auto">
        <p>{quote.text}</p>
      </blockquote>
      <p>
        {sure
          ? t(
              "Nothing brings these words back, not even whoever looks after the server. Backups from before still hold them.",
            )
          : t(
              "They go from every screen, from the record of the café and from your own report as well. “…” stands in their place. To keep them from readers alone, leave them out instead.",
            )}
      </p>
      {wrong && <Wrong id="redact-wrong">{wrong}</Wrong>}
      <div class="row">
        <Button look="do" onPress={onClose}>
          {t("Keep the words")}
        </Button>
        <Button look="stop" busy={busy} onPress={sure ? go : () => setSure(true)}>
          {sure ? t("Yes, redact them now") : t("Redact them")}
        </Button>
      </div>
    </Dialog>
  );
}
