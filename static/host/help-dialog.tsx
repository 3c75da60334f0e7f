import type { JSX } from "preact";
import { Dialog } from "../parts/dialog";
import { t } from "../words";
import type { House } from "./house";

interface HelpProps {
  house: House | undefined;
  onClose: () => void;
}

/** What a host may be unsure about in the middle of things. */
export function HelpDialog({ house, onClose }: HelpProps): JSX.Element {
  const contacts = house?.cafe.contacts ?? [];
  return (
    <Dialog title={t("Help for hosts")} onClose={onClose} look="drawer">
      <div class="stack">
        <ul class="stack">
          {answers().map(([question, answer]) => (
            <li key={question}>
              <h3>{question}</h3>
              <p>{answer}</p>
            </li>
          ))}
        </ul>
        {contacts.length > 0 && (
          <section>
            <h3>{t("Who participants can turn to")}</h3>
            <ul class="dotlist">
              {contacts.map((contact) => (
                <li key={contact.name}>
                  <b>{contact.name}</b> {contact.how}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}

function answers(): [string, string][] {
  return [
    [
      t("What does Next do?"),
      t("It says so itself. A round gets a closing call first, and then people move by themselves."),
    ],
    [
      t("I ended too early."),
      t(
        "Press “Keep it open” during the closing call. After it, you can open the step again for a few minutes.",
      ),
    ],
    [
      t("My connection drops."),
      t("The clock runs on the server and nothing closes. A co-host sees the same desk as you."),
    ],
    [
      t("Somebody dropped out."),
      t(
        "Their seat is held for a few minutes. They come back to the same table, with what they were writing.",
      ),
    ],
    [
      t("Somebody comes late."),
      t("They are seated by themselves, at the smallest table. You need not do anything."),
    ],
    [t("Can I read along?"), t("Yes. Press a table: you see its notes and its people, as they see them.")],
  ];
}
