import { beforeEach, expect, test } from "vitest";
import { openShelf } from "./storage";

beforeEach(() => localStorage.clear());

test("what is put on a shelf is there for the next page, and for no other shelf", () => {
  openShelf("a:", localStorage).put("x", { text: "Hello" });
  const next = openShelf("a:", localStorage);
  expect(next.get("x")).toEqual({ text: "Hello" });
  expect(next.works.value).toBe(true);
  expect(openShelf("b:", localStorage).get("x")).toBeUndefined();
});

test("values are found by how their keys start, sorted", () => {
  const shelf = openShelf("a:", localStorage);
  for (const key of ["out:2", "draft:1", "out:1"]) shelf.put(key, key);
  expect([...shelf.all("out:")]).toEqual([
    ["1", "out:1"],
    ["2", "out:2"],
  ]);
});

test("what is dropped is gone", () => {
  const shelf = openShelf("a:", localStorage);
  shelf.put("x", 1);
  shelf.drop("x");
  expect(shelf.get("x")).toBeUndefined();
  expect(localStorage.length).toBe(0);
});

test("what nobody can read is as good as nothing", () => {
  localStorage.setItem("a:x", "{half");
  expect(openShelf("a:", localStorage).get("x")).toBeUndefined();
});

test("without storage, memory stands in and the shelf says so", () => {
  const shelf = openShelf("a:", null);
  shelf.put("out:1", "kept");
  expect(shelf.works.value).toBe(false);
  expect(shelf.get("out:1")).toBe("kept");
  expect(shelf.all("out:").size).toBe(1);
});

test("a full storage loses nothing as long as the page is open", () => {
  const full = Object.create(localStorage, {
    setItem: {
      value: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    },
    getItem: { value: () => '"older"' },
  }) as Storage;
  const shelf = openShelf("a:", full);
  expect(shelf.works.value).toBe(true);
  shelf.put("x", "newer");
  expect(shelf.works.value).toBe(false);
  expect(shelf.get("x")).toBe("newer");
});

test("another tab's doing is told, a strange key's is not", () => {
  const heard: unknown[] = [];
  openShelf("a:", localStorage).onOther((key, value) => heard.push([key, value]));
  for (const [key, newValue] of [
    ["a:x", "[1]"],
    ["b:x", "[2]"],
    ["a:x", null],
  ]) {
    dispatchEvent(new StorageEvent("storage", { key: key as string, newValue: newValue as string | null }));
  }
  expect(heard).toEqual([
    ["x", [1]],
    ["x", undefined],
  ]);
});
