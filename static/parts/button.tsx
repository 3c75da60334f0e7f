import type { ComponentChildren, JSX } from "preact";
import { t } from "../words";
import { announce } from "./announce";
import { Icon, type IconName } from "./icons";

export interface ButtonProps {
  /** What will happen, with numbers: "Show it on 104 screens". */
  children: ComponentChildren;
  onPress?: (() => void) | undefined;
  /** `do`: one on a view. `stop`: hiding and ending. `next`: the host's one marigold button. */
  look?: "plain" | "do" | "stop" | "quiet" | "next" | undefined;
  dense?: boolean | undefined;
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  /** Behind the words: where it goes. */
  iconAfter?: IconName | undefined;
  /** Why it cannot be pressed now. It stays in reach and says so. */
  reason?: string | undefined;
  /** What is happening since it was pressed: "Sending". */
  busy?: string | undefined;
  /** For a button that stays down. */
  pressed?: boolean | undefined;
  expanded?: boolean | undefined;
  type?: "button" | "submit" | undefined;
  /** The accessible name, if the visible words are not enough. It must contain them. */
  label?: string | undefined;
  describedBy?: string | undefined;
  id?: string | undefined;
  class?: string | undefined;
}

export function Button(props: ButtonProps): JSX.Element {
  const { look = "plain", icon, reason, busy, type = "button" } = props;
  const still = reason ?? busy;
  return (
    <button
      type={type}
      id={props.id}
      class={buttonClass(props, look)}
      aria-disabled={still !== undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      onClick={(event) => press(event, still, props.onPress)}
    >
      {icon && <Icon name={icon} />}
      <span>
        {busy === undefined ? props.children : t("%(what)s…", { what: busy })}
        {reason !== undefined && <span class="btn-reason"> {t("(%(why)s)", { why: reason })}</span>}
      </span>
      {props.iconAfter && <Icon name={props.iconAfter} />}
    </button>
  );
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink(props: ButtonLinkProps): JSX.Element {
  const { look = "plain", icon } = props;
  return (
    <a href={props.href} class={buttonClass(props, look)} aria-label={props.label} target={props.target}>
      {icon && <Icon name={icon} />}
      <span>{props.children}</span>
    </a>
  );
}

interface ButtonLinkProps
  extends Pick<ButtonProps, "children" | "look" | "dense" | "wide" | "icon" | "label" | "class"> {
  href: string;
  target?: string | undefined;
}

type Looks = Pick<ButtonProps, "dense" | "wide" | "class">;

function buttonClass({ dense, wide, class: more }: Looks, look: string): string {
  const classes = [
    "btn",
    look !== "plain" && `btn--${look}`,
    dense && "btn--dense",
    wide && "btn--wide",
    more,
  ];
  return classes.filter(Boolean).join(" ");
}

function press(event: Event, still: string | undefined, onPress: (() => void) | undefined): void {
  if (still === undefined) onPress?.();
  else {
    event.preventDefault();
    announce(still);
  }
}
