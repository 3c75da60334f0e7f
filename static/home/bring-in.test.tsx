// Bringing a café in from an archive: what is sent, how far it is, what came of it.
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BringIn } from "./bring-in";
import { MOST_MB, read, tooLarge } from "./send-archive";

class Request {
  static last: Request;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  responseText = "";
  headers: Record<string, string> = {};
  sent: unknown;
  constructor() {
    Request.last = this;
  }
  open(method: string, path: string): void {
    expect([method, path]).toEqual(["POST", "/home/archives"]);
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(body: unknown): void {
    this.sent = body;
  }
  answers(words: object): void {
    this.responseText = JSON.stringify(words);
    this.onload?.();
  }
}

beforeEach(() => vi.stubGlobal("XMLHttpRequest", Request));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const archive = new File(["PK"], "archive-ABCD.zip");

function choose(): void {
  render(<BringIn csrf="secret" />);
  const field = screen.getByLabelText(/The archive/);
  Object.defineProperty(field, "files", { value: [archive] });
  fireEvent.change(field);
  fireEvent.click(screen.getByRole("button", { name: "Bring it in" }));
}

test("the file goes as it is, with the word of the page, and says how far it is", async () => {
  choose();
  expect(Request.last.sent).toBe(archive);
  expect(Request.last.headers["X-Csrf"]).toBe("secret");
  Request.last.upload.onprogress?.({ loaded: 30, total: 100 });
  expect(await screen.findByText("Sending the file")).toBeTruthy();
  expect((screen.getByRole("progressbar") as HTMLProgressElement).value).toBe(30);
  Request.last.upload.onprogress?.({ loaded: 100, total: 100 });
  expect(await screen.findByText("Checking every part of it")).toBeTruthy();
});

const cafe = {
  code: "ABCD",
  title: "Westmere",
  status: "closed",
  entries: 9,
  people: 1,
  link: "/w/ABCD/report",
};

test("what came in is a link away", async () => {
  choose();
  Request.last.answers({ ...cafe, new: true });
  const link = await screen.findByRole("link", { name: "Read its report" });
  expect(link.getAttribute("href")).toBe("/w/ABCD/report");
  expect(screen.getByText(/9 entries of 1 person were compared/)).toBeTruthy();
});

test("a refusal stands at the field, in the server's words", async () => {
  choose();
  Request.last.answers({ code: "damaged", message: "This file cannot be imported: it is cut off." });
  expect((await screen.findByRole("alert")).textContent).toContain("it is cut off");
  expect(screen.getByLabelText(/The archive/).getAttribute("aria-describedby")).toBe("archive-wrong");
});

test("without a file nothing is sent", async () => {
  render(<BringIn csrf="secret" />);
  fireEvent.click(screen.getByRole("button", { name: "Bring it in" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Choose the file first");
});

test("an answer that is none of ours, and a file that no archive is", () => {
  for (const words of ["<html>502</html>", "null", "{}", '{"message": 3}']) {
    expect(read(words).ok).toBe(false);
  }
  expect(tooLarge(MOST_MB * 1_000_000)).toBe("");
  expect(tooLarge(MOST_MB * 1_000_000 + 1)).toContain("larger than 256 MB");
});
