// Which board it is, and who stands before it.
import type { ReadonlySignal } from "@preact/signals";

/** The wall of a themes step, or the answers to one closing question. */
export interface Place {
  /** The stream that carries it: `wall/s5`, or `wall/s9.0`. */
  at: string;
  step: string;
  /** From 0; null for the wall of a themes step. */
  question: number | null;
}

/** `id` is the board's: a step's id, with `.` and a question's number behind it for answers. */
export function placeOf(id: string): Place {
  const [step = "", question] = id.split(".");
  return { at: `wall/${id}`, step, question: question === undefined ? null : Number(question) };
}

/** What a person may do here. */
export interface Hands {
  /** Whether they may move notes now. */
  moves: ReadonlySignal<boolean>;
  /** A host, who may name at any time, and sees how many people a theme comes from. */
  hosts: boolean;
}

/** The fields by which a command says where it belongs. */
export function fieldsOf({ step, question }: Place): { step: string; question?: number } {
  return question === null ? { step } : { step, question };
}
