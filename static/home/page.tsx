import type { JSX } from "preact";
import { Brand } from "../parts/icons";
import { SkipLink } from "../parts/skip-link";
import { StatusLine } from "../parts/status-line";
import { t } from "../words";
import { BringIn } from "./bring-in";
import { Cafes } from "./cafes";
import type { HomeData } from "./data";
import { NewCafe } from "./new-cafe";

export function Home({ workshops, plans, csrf }: HomeData): JSX.Element {
  return (
    <>
      <SkipLink />
      <header class="bar">
        <a class="brand" href="/home">
          <Brand />
          <span>{t("Story café")}</span>
        </a>
        <p class="bar-where">{t("For hosts")}</p>
      </header>
      <StatusLine />
      <main id="main" class="page home" tabIndex={-1}>
        <h1>{t("Your cafés")}</h1>
        <div class="home-parts">
          <Cafes cafes={workshops} />
          <div class="stack stack--wide home-new">
            <NewCafe plans={plans} csrf={csrf} />
            <BringIn csrf={csrf} />
          </div>
        </div>
      </main>
    </>
  );
}
