import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { all, draft, one, send, waiting } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Check } from "../parts/check";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import { Icon } from "../parts/icons";
import { Wrong } from "../parts/wrong";
import type { CafeDoc, CallDoc } from "../wire/documents";
import { t, timeOfDay } from "../words";
import { quiet } from "./fresh";
import { leading } from "./leading";
import { MyGroup } from "./my-group";
import { MyQuoting } from "./my-quoting";
import { me } from "./on";
import { hand } from "./sending";

/** Whether "Help and worries" is open. */
export const helpOpen = signal(false);

/** Who can be turned to, what to do with a worry, a host's hand, one's name, the way out. The same on every screen. */
export function Help(): JSX.Element | null {
  const cafe = one("hall:cafe");
  if (!helpOpen.value || !cafe) return null;
  const Hard = leading.value?.HardMoments;
  return (
    <Dialog
      title={t("Help and worries")}
      look="drawer"
      onClose={() => {
        helpOpen.value = false;
      }}
    >
      <div class="stack stack--wide help">
        <AskHosts />
        <Worries cafe={cafe} />
        {Hard && <Hard />}
        <MyName />
        <MyGroup />
        <MyQuoting />
        <Quiet />
        <LeaveCafe />
      </div>
    </Dialog>
  );
}

function AskHosts(): JSX.Element {
  const words = draft("help");
  const calls = [...all("person:call")].sort((a, b) => a.at - b.at);
  const onWay = waiting.value.filter((one) => one.type === "help.ask").length;
  const ask = () => {
    send("help.ask", { text: words.text.value.trim() });
    words.clear();
    announce(t("A host is asked to come"));
  };
  return (
    <section class="stack stack--tight" aria-labelledby="ask">
      <h3 id="ask">{t("Ask a host to come")}</h3>
      <Field
        label={t("What is it about?")}
        hint={t("You need not say. Only the hosts see this.")}
        value={words.text.value}
        onChange={(text) => {
          words.text.value = text;
        }}
      />
      <Button look="do" icon="hand" onPress={ask}>
        {t("Ask a host to come")}
      </Button>
      <ul class="stack stack--tight calls">
        {calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
        {onWay > 0 && <li class="small">{t("Your call is on its way.")}</li>}
      </ul>
    </section>
  );
}

function Call({ call }: { call: CallDoc }): JSX.Element {
  const asked = t("Asked at %(time)s.", { time: timeOfDay(call.at) });
  const state =
    call.answered_by === null
      ? t("The hosts see it. Somebody comes as soon as they can.")
      : t("%(name)s is on the way.", { name: call.answered_by });
  return (
    <li class="small">
      <p>
        <b>{asked}</b> {state}
      </p>
      {call.text && <p dir="auto">{t("“%(words)s”", { words: call.text })}</p>}
      {call.answer && <p dir="auto">{t("Answer: %(words)s", { words: call.answer })}</p>}
    </li>
  );
}

function Worries({ cafe }: { cafe: CafeDoc }): JSX.Element {
  return (
    <section class="stack stack--tight" aria-labelledby="worry">
      <h3 id="worry">{t("If something worries you")}</h3>
      <p>{t("You may stop, take a break or leave at any time. You need not say why.")}</p>
      <p>{t("If a note or a word could lead to a child or a family, ask a host to come.")}</p>
      <p>
        {t("If a child or someone else may be in danger now, call the emergency services. Then tell a host.")}
      </p>
      {cafe.contacts.length > 0 && (
        <>
          <p class="firm">{t("You can talk to:")}</p>
          <ul class="stack stack--tight">
            {cafe.contacts.map(({ name, how }) => (
              <li key={name} class="contact">
                <Icon name="people" />
                <span>
                  <b>{name}</b>
                  {how && <span class="hint">{how}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function MyName(): JSX.Element {
  const known = me()?.name ?? "";
  const [name, setName] = useState(known);
  const [wrong, setWrong] = useState<string>();
  const rename = async (event: Event) => {
    event.preventDefault();
    setWrong(undefined);
    try {
      await hand("person.rename", { name });
      announce(t("Your name is changed"));
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack stack--tight" onSubmit={rename}>
      <h3>{t("Your name")}</h3>
      <Field
        label={t("What others call you here")}
        hint={t("A made-up name is fine.")}
        value={name}
        onChange={setName}
        wrong={wrong}
        autocomplete="nickname"
      />
      <Button type="submit" reason={name.trim() === known ? t("it is this name now") : undefined}>
        {t("Change my name")}
      </Button>
    </form>
  );
}

/** For people who hear the page read aloud: they can have it quieter. */
function Quiet(): JSX.Element {
  return (
    <section aria-labelledby="quiet">
      <h3 id="quiet">{t("If the page is read to you")}</h3>
      <Check
        label={t("Do not tell me about new notes")}
        hint={t("They are marked all the same.")}
        checked={quiet().text.value}
        onChange={(on) => {
          quiet().text.value = on;
        }}
      />
    </section>
  );
}

function LeaveCafe(): JSX.Element {
  const [sure, ask] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const leave = async () => {
    try {
      await hand("person.leave", {});
      announce(t("You have left the café"));
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <section class="stack stack--tight" aria-labelledby="leave">
      <h3 id="leave">{t("Leave the café")}</h3>
      <p class="small soft">
        {t("Your notes stay where you wrote them. To come back, join with the code again.")}
      </p>
      {wrong !== undefined && <Wrong id="leave-wrong">{wrong}</Wrong>}
      {sure ? (
        <div class="row">
          <Button look="stop" onPress={leave}>
            {t("Yes, leave now")}
          </Button>
          <Button look="quiet" onPress={() => ask(false)}>
            {t("Stay")}
          </Button>
        </div>
      ) : (
        <Button onPress={() => ask(true)}>{t("Leave the café")}</Button>
      )}
    </section>
  );
}
