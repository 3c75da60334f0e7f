import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Check } from "../parts/check";
import { CodeField } from "../parts/code-field";
import { Composer } from "../parts/composer";
import { Field } from "../parts/field";
import { Part } from "./part";

const nothing = () => {};
const safe = () => Promise.resolve();
const refused = () =>
  Promise.reject(new Error("This round is over. Your words stay here; keep them for the next one."));

export function Writing(): JSX.Element {
  return (
    <>
      <Part title="Writing">
        <div class="kit-grid">
          <Composer
            heading="Write a note"
            kinds={["helped", "hindered"]}
            draft={{ kind: "hindered", text: "Nobody tells you what happened after you referred" }}
            hint="No names of children or families, please."
            max={280}
            submit="Lay it on the table"
            onDraft={nothing}
            onSend={safe}
          />
          <Composer
            heading="Too long, and sent back"
            kinds={["problem", "strength", "possibility"]}
            draft={{ kind: null, text: "More words than this field allows" }}
            max={20}
            submit="Lay it on the table"
            onDraft={nothing}
            onSend={refused}
          />
          <Composer
            kinds={["comment", "question", "idea"]}
            draft={{ kind: "comment", text: "" }}
            label="Your words, to everyone"
            max={280}
            short
            submit="Say it in the chat"
            onDraft={nothing}
            onSend={safe}
          />
        </div>
      </Part>
      <Part title="Fields">
        <Fields />
      </Part>
    </>
  );
}

function Fields(): JSX.Element {
  const [name, setName] = useState("Marek");
  const [code, setCode] = useState("PLMKTW");
  const [taking, setTaking] = useState(false);
  return (
    <div class="kit-grid">
      <div class="stack">
        <CodeField value={code} onChange={setCode} />
        <CodeField
          value={code}
          onChange={setCode}
          wrong="No café has this code. Hold it against your invitation, letter by letter."
        />
      </div>
      <div class="stack">
        <Field
          label="What should we call you?"
          hint="A first name is enough. It can be made up."
          value={name}
          onChange={setName}
        />
        <Field
          label="Minutes"
          type="number"
          min={1}
          max={480}
          value="0"
          onChange={nothing}
          wrong="Between 1 and 480, please."
        />
        <Field label="The question" rows={3} value="" onChange={nothing} />
      </div>
      <div>
        <Check
          label="I want to take part"
          hint="and I have read the notice above"
          checked={taking}
          onChange={setTaking}
        />
        <Check label="You may quote my notes" hint="short, and without my name" checked onChange={nothing} />
        <Check
          label="You may write to me afterwards"
          checked={false}
          onChange={nothing}
          wrong="Choose yes or no first."
        />
      </div>
    </div>
  );
}
