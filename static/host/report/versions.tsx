import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { cafe } from "../../engine";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { ErrorNote } from "../../parts/error-note";
import { Loading } from "../../parts/loading";
import { t } from "../../words";
import type { Written } from "./statements";
import { dayAndTime } from "./texts";

/** Of a passage, all but the text is empty. */
export interface Version extends Written {
  version: number;
  at: number;
  by: string;
}

interface VersionsProps {
  /** A place of the report, or the id of a statement. */
  of: string;
  title: string;
  draw: (version: Version) => JSX.Element;
  onRestore: (version: Version) => void;
  onClose: () => void;
}

/** What stood here before, the newest first. Bringing one back makes a new version: none is ever lost. */
export function Versions({ of, title, draw, onRestore, onClose }: VersionsProps): JSX.Element {
  const [found, setFound] = useState<readonly Version[] | "failed" | null>(null);
  useEffect(() => {
    fetchVersions(of).then(setFound, () => setFound("failed"));
  }, [of]);
  return (
    <Dialog look="drawer" title={t("Versions of “%(title)s”", { title })} onClose={onClose}>
      {found === null && <Loading text={t("Fetching the versions…")} />}
      {found === "failed" && (
        <ErrorNote title={t("The versions could not be fetched")}>
          <p>{t("Nothing is lost. Look at the connection, and open this again.")}</p>
        </ErrorNote>
      )}
      {Array.isArray(found) && (
        <ol class="wr-versions">
          {found.map((version: Version, at: number) => (
            <li key={version.version} class="stack stack--tight">
              <h3>{t("Version %(no)s", { no: version.version })}</h3>
              <p class="small soft">{whenWords(version, at === 0)}</p>
              {draw(version)}
              {at > 0 && (
                <Button
                  dense
                  icon="undo"
                  label={t("Bring back version %(no)s", { no: version.version })}
                  onPress={() => {
                    onClose();
                    onRestore(version);
                  }}
                >
                  {t("Bring this back")}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

async function fetchVersions(of: string): Promise<Version[]> {
  const answer = await fetch(`/w/${cafe.code}/report/versions/${encodeURIComponent(of)}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json() as Promise<Version[]>;
}

function whenWords({ by, at }: Version, newest: boolean): string {
  const when = t("%(name)s, %(when)s", { name: by, when: dayAndTime(at) });
  return newest ? t("%(when)s. This stands now", { when }) : when;
}
