// Passages: one field each, in versions.
import { one, send } from "../../engine";
import { type Pen, penOf } from "./pen";
import { PASSAGE, tidyPassage, tooLong } from "./texts";

export function penOfPassage(part: string): Pen<string> {
  return penOf<string>({
    key: part,
    read() {
      const found = one("desk:passage", part);
      return found ? { value: found.text, version: found.version } : { value: "", version: 0 };
    },
    write: (text, was) => send("report.write", { part, text, was }),
    tidy: tidyPassage,
    fault: (text) => tooLong(tidyPassage(text), PASSAGE),
  });
}
