// What a host can decide about words, each with its way back.
import type { CheckDoc } from "../../wire/documents";
import { t } from "../../words";
import type { Deed, Order } from "../deeds";
import type { Quote } from "./quotes";

interface Part {
  at: number;
  to: number;
}

type Check = CheckDoc | undefined;

function order(
  quote: Quote,
  fields: Omit<Extract<Order, { type: "quote.check" }>["fields"], "of" | "was">,
): Order {
  return { type: "quote.check", fields: { of: quote.of, was: quote.mark, ...fields } };
}

/** What stood decided about this part before, said again; or nothing was. */
function asBefore(quote: Quote, part: Part, check: Check): Order[] {
  const before = (check?.stretches ?? []).filter(({ at, to }) => at < part.to && part.at < to);
  const again = before.map(({ at, to, words }) =>
    order(quote, words === null ? { verdict: "fine", at, to } : { verdict: "vaguer", at, to, words }),
  );
  return [order(quote, { verdict: "open", at: part.at, to: part.to }), ...again];
}

export function letStand(quote: Quote, { at, to }: Part, check: Check): Deed {
  return {
    order: order(quote, { verdict: "fine", at, to }),
    said: t("These words stand as they are."),
    back: () => asBefore(quote, { at, to }, check),
  };
}

export function writeVaguer(quote: Quote, { at, to }: Part, words: string, check: Check): Deed {
  return {
    order: order(quote, { verdict: "vaguer", at, to, words }),
    said: t("It says [%(words)s] now.", { words }),
    back: () => asBefore(quote, { at, to }, check),
  };
}

export function leaveOut(quote: Quote, out: boolean): Deed {
  return {
    order: order(quote, { verdict: out ? "out" : "in" }),
    said: out ? t("This quote is left out.") : t("This quote goes out again."),
    back: () => [order(quote, { verdict: out ? "in" : "out" })],
  };
}

export function pass(quote: Quote, on: boolean): Deed {
  return {
    order: order(quote, { verdict: on ? "passed" : "doubted" }),
    said: on ? t("This quote is checked.") : t("This quote is to be checked again."),
    back: () => [order(quote, { verdict: on ? "doubted" : "passed" })],
  };
}
