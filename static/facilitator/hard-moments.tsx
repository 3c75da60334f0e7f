import type { JSX } from "preact";
import { t } from "../words";

/** For those who lead a table: what helps when someone is upset, or tells something that worries you. */
export function HardMoments(): JSX.Element {
  return (
    <section class="stack stack--tight well" aria-labelledby="hard">
      <h3 id="hard">{t("For you, who lead a table")}</h3>
      <p>{t("When someone is upset, or tells you something serious:")}</p>
      <ol class="numbers stack stack--tight">
        <li>{t("Stay calm. There is no hurry now.")}</li>
        <li>{t("Listen. Let them use their own words, and ask for no details.")}</li>
        <li>{t("Do not promise to keep it secret. Say whom you will tell, and why.")}</li>
        <li>{t("Thank them for telling you. Say that they did nothing wrong.")}</li>
        <li>{t("Offer a break, or a quiet talk with a host.")}</li>
        <li>{t("Ask a host to come. Write down what was said, as it was said.")}</li>
      </ol>
    </section>
  );
}
