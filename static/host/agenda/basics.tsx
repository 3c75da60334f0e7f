import type { JSX } from "preact";
import { Field } from "../../parts/field";
import { t } from "../../words";
import type { Faults } from "./check";
import { edit } from "./editing";
import type { AgendaDraft } from "./model";

interface BasicsProps {
  draft: AgendaDraft;
  faults: Faults;
}

/** What belongs to the whole café: its title, its length, the size of its tables, where people are from. */
export function Basics({ draft, faults }: BasicsProps): JSX.Element {
  return (
    <div class="agenda-basics">
      <Field
        id="title"
        label={t("Title of the café")}
        value={draft.title}
        wrong={faults.get("title")}
        onChange={(title) => edit({ ...draft, title })}
      />
      <Field
        id="planned"
        label={t("Planned minutes")}
        type="number"
        min={1}
        max={1440}
        value={draft.planned}
        wrong={faults.get("planned")}
        onChange={(planned) => edit({ ...draft, planned })}
      />
      <Field
        id="size"
        label={t("People at a table")}
        hint={t("Facilitators come on top.")}
        type="number"
        min={2}
        max={8}
        value={draft.size}
        wrong={faults.get("size")}
        onChange={(size) => edit({ ...draft, size })}
      />
      <div data-wide>
        <Field
          id="groups"
          label={t("Groups of people, one on each line")}
          hint={t("People may say it when they join. Only hosts see it.")}
          rows={3}
          value={draft.groups}
          wrong={faults.get("groups")}
          onChange={(groups) => edit({ ...draft, groups })}
        />
      </div>
    </div>
  );
}
