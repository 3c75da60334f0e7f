import type { ComponentChildren, JSX } from "preact";
import { t } from "../words";
import { Brand, Icon } from "./icons";
import { Link, type LinkProps, linkLine } from "./link";

interface BarProps {
  /** Where this person is: "Table 7". */
  title: string;
  /** What is on there: "Our stories · round 1 of 3". */
  where: string;
  home?: string | undefined;
  /** Without it, nothing is said about the connection (a page that needs none). */
  link?: LinkProps | undefined;
  onHelp: () => void;
  /** More at the end, before "Help and worries". */
  children?: ComponentChildren;
}

/** Where am I, am I connected, how do I get help. The line below it is the connection. */
export function Bar({ title, where, home = "/", link, onHelp, children }: BarProps): JSX.Element {
  return (
    <header class="bar" data-link={link && linkLine(link.state)}>
      <a class="brand" href={home}>
        <Brand />
        <span class="only-read">{t("Start page")}</span>
      </a>
      <p class="bar-where">
        <b>{title}</b>
        {where}
      </p>
      <div class={children ? "bar-end bar-end--many" : "bar-end"}>
        {link && <Link {...link} />}
        {children}
        <HelpButton onHelp={onHelp} />
      </div>
    </header>
  );
}

function HelpButton({ onHelp }: Pick<BarProps, "onHelp">): JSX.Element {
  return (
    <button type="button" class="btn btn--dense" aria-label={t("Help and worries")} onClick={onHelp}>
      <Icon name="help" />
      <span class="wide-only">{t("Help and worries")}</span>
      <span class="narrow-only">{t("Help")}</span>
    </button>
  );
}
