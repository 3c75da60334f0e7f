import { t } from "../words";

/** What a server takes, in MB: see workshop/archive/shape.py. */
export const MOST_MB = 256;

export type Answer =
  | {
      ok: true;
      code: string;
      title: string;
      status: string;
      entries: number;
      people: number;
      /** Whether it was not here before, just the same. */
      new: boolean;
      link: string;
    }
  | { ok: false; message: string };

/** What is wrong with a file of so many bytes; nothing if it may be sent. */
export function tooLarge(bytes: number): string {
  if (bytes <= MOST_MB * 1_000_000) return "";
  return t("This file is larger than %(most)s MB: it is no archive of a café. Choose another one.", {
    most: MOST_MB,
  });
}

/** Sends an archive as it is. `far`: how many percent of it have left. It never fails: it says what was wrong. */
export function send(file: File, csrf: string, far: (percent: number) => void): Promise<Answer> {
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => far(Math.floor((100 * loaded) / Math.max(total, 1)));
    request.onload = () => resolve(read(request.responseText));
    request.onerror = () => resolve(lost());
    request.onabort = request.onerror;
    request.open("POST", "/home/archives");
    request.setRequestHeader("Content-Type", "application/zip");
    request.setRequestHeader("X-Csrf", csrf);
    request.send(file);
  });
}

/** The server's answer. What is not ours, such as a proxy's page, says nothing that would help. */
export function read(words: string): Answer {
  try {
    const said: unknown = JSON.parse(words);
    if (typeof said !== "object" || said === null) return lost();
    if ("link" in said) return { ...(said as Omit<Extract<Answer, { ok: true }>, "ok">), ok: true };
    if ("message" in said && typeof said.message === "string") return { ok: false, message: said.message };
    return lost();
  } catch {
    return lost();
  }
}

function lost(): Answer {
  const message = t(
    "The file did not arrive, or no answer came back. Look whether the café is on your list after loading the page again; if it is not, try once more.",
  );
  return { ok: false, message };
}
