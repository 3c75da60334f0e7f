// Every word the browser says goes through here, so that one catalogue can translate both sides.

export type Values = Record<string, string | number>;

/** The text, with each `%(name)s` replaced by its value. A name without a value stays as it is. */
export function t(text: string, values: Values = {}): string {
  return text.replace(/%\((\w+)\)s/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text for `n` things; `%(n)s` is the number. */
export function nt(one: string, many: string, n: number, values: Values = {}): string {
  return t(n === 1 ? one : many, { n, ...values });
}

const HOUR_MINUTE = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** The time of day where the reader is, such as 10:45. `at` is in milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return HOUR_MINUTE.format(at);
}
