import { Component, type ComponentChildren, type ComponentType, type JSX } from "preact";
import { link, linkProblem } from "../engine";
import { StatusLine } from "../parts/status-line";
import { Broken } from "./broken";
import { Gone } from "./gone";

/** Around the part of a role: the voice for screen readers, and what is said when the part cannot go on. */
export function Shell({ Part }: { Part: ComponentType }): JSX.Element {
  const gone = link.value === "refused" || link.value === "ended" ? linkProblem.value : null;
  return (
    <>
      <StatusLine />
      <Boundary>{gone ? <Gone {...gone} /> : <Part />}</Boundary>
    </>
  );
}

class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ComponentChildren {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}
