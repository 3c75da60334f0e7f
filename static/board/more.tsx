import type { JSX } from "preact";
import { Button } from "../parts/button";
import { nt, t } from "../words";

interface MoreProps {
  rest: number;
  page: number;
  /** Of what: "“Time”". */
  of?: string | undefined;
  onPress: () => void;
}

/** The next page of many notes. */
export function More({ rest, page, of, onPress }: MoreProps): JSX.Element | null {
  if (rest <= 0) return null;
  const words =
    rest > page
      ? t("Show %(n)s more of %(rest)s", { n: page, rest })
      : nt("Show the other %(n)s", "Show the other %(n)s", rest);
  return (
    <Button
      look="quiet"
      dense
      icon="down"
      onPress={onPress}
      label={of === undefined ? undefined : t("%(show)s of %(of)s", { show: words, of })}
    >
      {words}
    </Button>
  );
}
