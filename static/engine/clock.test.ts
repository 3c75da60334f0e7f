import { expect, test } from "vitest";
import { createClock } from "./clock";

/** A device whose clock the test sets; the server is 5,000 ms ahead of it at first. */
function device() {
  const at = { device: 1_000_000, server: 1_005_000 };
  const clock = createClock(() => at.device);
  const pass = (ms: number) => {
    at.device += ms;
    at.server += ms;
  };
  return {
    clock,
    at,
    pass,
    /** A question that takes `there` milliseconds to the server and `back` milliseconds from it. */
    ask(there: number, back: number) {
      const askedAt = at.device;
      pass(there);
      const said = at.server;
      pass(back);
      clock.measure(said, askedAt, at.device);
    },
  };
}

test("before anything is heard, the device's own clock must do", () => {
  const { clock, at } = device();
  expect(clock.now()).toBe(at.device);
});

test("half of the round trip is taken off", () => {
  const { clock, at, ask } = device();
  ask(40, 40);
  expect(clock.now()).toBe(at.server);
});

test("the fastest round trip is believed, whenever it came", () => {
  const { clock, at, ask } = device();
  ask(400, 0);
  ask(5, 5);
  ask(900, 100);
  expect(clock.now()).toBe(at.server);
});

test("an old round trip is forgotten at last: clocks drift", () => {
  const { clock, at, ask } = device();
  ask(5, 5);
  for (let minute = 0; minute < 8; minute += 1) {
    at.device += 10; // this device runs fast
    ask(20, 20);
  }
  expect(clock.now()).toBe(at.server);
});

test("a small correction backwards holds the clock still and never turns it back", () => {
  const { clock, at, pass, ask } = device();
  ask(1000, 0); // seems to be 500 ms ahead of what it is
  const seen = [clock.now()];
  expect(seen[0]).toBe(at.server + 500);
  ask(1, 1);
  for (const ms of [0, 100, 200, 300]) {
    pass(ms);
    seen.push(clock.now());
  }
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(clock.now()).toBe(at.server);
});

test("when somebody sets the device's clock, the measurements before it count no more", () => {
  const { clock, at, ask } = device();
  ask(5, 5);
  clock.now();
  at.device += 3_600_000;
  ask(200, 200);
  expect(clock.now()).toBe(at.server);
});
