import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../cafe/fold";
import { helpOpen } from "../cafe/help";
import { hand } from "../cafe/sending";
import { all, draft, send, waiting } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import type { TableDoc } from "../wire/documents";
import { t } from "../words";
import { QuotingFor } from "./quoting-for";

/** What a facilitator has at hand for the table: a host, at one press; what to do in a hard moment; the call. */
export function LeadTable({ table }: { table: TableDoc }): JSX.Element {
  const openHelp = () => {
    helpOpen.value = true;
  };
  return (
    <section aria-label={t("You lead this table")}>
      <div class="row lead-tools">
        <CallHost no={table.no} />
        <Button dense icon="help" onPress={openHelp}>
          {t("What to do when someone is upset")}
        </Button>
      </div>
      <Fold
        title={t("Video call of this table")}
        count={table.link ? t("its address is known") : t("no address yet")}
      >
        <CallLink table={table} />
      </Fold>
      <QuotingFor />
    </section>
  );
}

function CallHost({ no }: { no: number }): JSX.Element {
  const asked = isAsked();
  const call = () => {
    send("help.ask", { text: t("Please come to table %(no)s", { no }) });
    announce(t("A host is asked to come to your table"));
  };
  return (
    <Button dense icon="hand" onPress={call} reason={asked ? t("the hosts know") : undefined}>
      {t("Ask a host to come to table %(no)s", { no })}
    </Button>
  );
}

function isAsked(): boolean {
  const onWay = waiting.value.some(({ type }) => type === "help.ask");
  return onWay || all("person:call").some((call) => call.answered_by === null);
}

function CallLink({ table }: { table: TableDoc }): JSX.Element {
  const kept = draft(`call/${table.no}`, table.link);
  const [wrong, setWrong] = useState<string>();
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await hand("table.link", { table: table.no, link: kept.text.value.trim() });
      announce(t("The link is saved"));
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack stack--tight" onSubmit={save}>
      <Field
        label={t("Address of the call")}
        hint={t("Everyone at the table can open it. It begins with https://")}
        type="url"
        value={kept.text.value}
        wrong={wrong}
        onChange={(link) => {
          setWrong(undefined);
          kept.text.value = link;
        }}
      />
      <Button type="submit" dense>
        {t("Save the address")}
      </Button>
    </form>
  );
}
