// What the page brought along, so that the first picture needs no answer from the server.

export type Role = "facilitator" | "host" | "participant" | "screen";

export interface Boot {
  code: string;
  /** Says to the server who this is. */
  token: string;
  role: Role;
  /** The id of the person this browser speaks for. */
  person: string;
  title: string;
  join_link: string;
  /** The address of this page, which leads back here after a reload. */
  here: string;
  /** This browser keeps no cookies: the address itself carries the place. */
  carried?: boolean;
  report_link?: string;
  /** To hand out. Hosts and screens have some of them; `qr_svg` is a picture of `join`. */
  links?: Readonly<Partial<Record<"join" | "qr_svg" | Exclude<Role, "participant">, string>>>;
  /** Whether this host also holds the home of the server. */
  home?: boolean;
}

const NOBODY: Boot = {
  ...{ code: "", token: "", role: "participant", person: "", title: "", join_link: "", here: "" },
};

/** Reads `<script type="application/json" id="cafe">`. A page without one belongs to nobody: all fields empty. */
export function readBoot(page: Document): Boot {
  const words = page.getElementById("cafe")?.textContent;
  return words ? { ...NOBODY, ...(JSON.parse(words) as Partial<Boot>) } : { ...NOBODY };
}
