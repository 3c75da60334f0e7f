// What a picture does on a page: it is fetched as this person, and again when something happens.
import { act, cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Cafe } from "../cafe";
import { stage } from "../engine/stage";
import { readHouse } from "../host/house";
import { choicesOf } from "../host/pictures";
import { byKey, open, sampleCafe, sampleStep } from "../host/sample";
import { Screen } from "../screen";
import { addressOf } from "./live";
import { Picture } from "./picture";

const now = Date.now();
const step = sampleStep("s2", { activity: "themes", title: "Wall" }, open(now, 10));
const showing = { picture: "themes", of: "s2", at: now };
const FIGURE = `<main><h1>Themes</h1><figure class="picture"><svg></svg><figcaption>12 themes.</figcaption></figure></main>`;

afterEach(cleanup);

function answered(...answers: (readonly [number, string])[]) {
  let at = 0;
  const fetched = vi.fn(async () => {
    const [status, body] = answers[Math.min(at, answers.length - 1)] ?? [500, ""];
    at += 1;
    return new Response(body, { status });
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

function staged(role: "screen" | "participant" | "host", hall: Record<string, unknown> = { showing }): void {
  const cafe = { cafe: sampleCafe({ current: "s2" }), ...byKey("step", [step]) };
  stage(
    { person: "me", role, code: "PLMKTW", token: "mine", title: "Our stories" },
    {
      hall: { ...cafe, ...hall },
      desk: {},
    },
  );
}

describe("a picture", () => {
  test("is asked for as this person, in the shape of the place", async () => {
    staged("screen");
    const fetched = answered([200, FIGURE]);
    render(<Picture picture="themes" of="s2" shape="wall" />);
    await waitFor(() => screen.getByText("12 themes."));
    expect(fetched.mock.calls[0]).toEqual([
      "/w/PLMKTW/pictures/themes.html?of=s2&shape=wall",
      { headers: { Authorization: "Bearer mine" } },
    ]);
    expect(addressOf({ picture: "mixing", of: "", shape: "page" })).toBe(
      "/w/PLMKTW/pictures/mixing.html?shape=page",
    );
  });

  test("that may not be seen says why, in the server's words", async () => {
    staged("participant");
    answered([403, "<h1>The host is not showing this picture now.</h1>"]);
    render(<Picture picture="votes" of="b" shape="phone" />);
    await waitFor(() => screen.getByText("The host is not showing this picture now."));
  });

  test("that is being worked out is asked for again by itself", async () => {
    staged("screen");
    answered([202, "The map is being worked out."], [200, FIGURE]);
    render(<Picture picture="map" of="s2" shape="wall" />);
    await waitFor(() => screen.getByText("The map is being worked out."));
    await waitFor(() => screen.getByText("12 themes."), { timeout: 4_000 });
  });
});

describe("where it shows", () => {
  test("the screen shows the picture instead of the step's own wall", async () => {
    staged("screen");
    answered([200, FIGURE]);
    render(<Screen />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Theme wall");
    await waitFor(() => screen.getByText("12 themes."));
  });

  test("a phone says look at the screen, and shows it when asked", async () => {
    staged("participant");
    answered([200, FIGURE]);
    render(<Cafe />);
    screen.getByRole("heading", { name: "Look at the screen: Theme wall" });
    await act(() => screen.getByRole("button", { name: "See it here" }).click());
    await waitFor(() => screen.getByText("12 themes."));
  });

  test("without one nobody is told to look up", () => {
    staged("participant", {});
    render(<Cafe />);
    expect(screen.queryByText(/Look at the screen/)).toBeNull();
  });

  test("a host chooses among what there is, and an open vote is not among it", () => {
    const ballot = { id: "b", step: "s2", table: null, options: [], open: true };
    staged("host", { "ballot/b": ballot });
    const house = readHouse();
    expect(house && choicesOf(house).map(({ words }) => words)).toEqual([
      "Theme wall: Wall",
      "Map of the notes: Wall",
      "Contributions over time",
    ]);
  });
});
