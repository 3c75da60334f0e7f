// How a setting of a step is asked for.

interface Common {
  name: string;
  label: string;
  hint?: string;
}

interface Words extends Common {
  /** One line, or several. */
  as: "line" | "text";
  most: number;
  /** Said when it is empty and may not be. */
  missing?: string;
}

interface Whole extends Common {
  as: "number";
  min: number;
  max: number;
  /** What an empty field means; without it a number is needed. */
  empty?: string;
  /** What stands for a field that the agenda leaves out. */
  otherwise?: number;
}

interface Choice extends Common {
  as: "choice";
  options: readonly (readonly [string, string])[];
}

interface Other extends Common {
  /** Yes or no; words for kinds of notes; questions, or entries, one per line; rounds; pictures; an address. */
  as: "flag" | "kinds" | "lines" | "entries" | "rounds" | "pictures" | "address";
  /** For a flag: what it is when the agenda leaves it out. */
  on?: boolean;
}

export type Spec = Words | Whole | Choice | Other;
