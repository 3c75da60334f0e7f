// Copies what stands in a field. Without this, people mark and copy it themselves.
import { t } from "./words";

const said = document.getElementById("copied");

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  const field = document.getElementById(button.dataset["copy"] ?? "");
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => void copy(field));
}

async function copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
  field.select();
  const done = await navigator.clipboard?.writeText(field.value).then(
    () => true,
    () => false,
  );
  said?.replaceChildren(
    done ? t("Copied.") : t("It is marked now. Copy it with your keyboard or a long press."),
  );
}
