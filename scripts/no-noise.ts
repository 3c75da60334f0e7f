// A test that passes while something complains on the console has not passed.
import { beforeEach, vi } from "vitest";

beforeEach(() => {
  for (const level of ["warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      throw new Error(`console.${level}: ${words.map(String).join(" ")}`);
    });
  }
});
