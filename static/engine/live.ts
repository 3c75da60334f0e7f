import { readBoot } from "./boot";
import { createEngine } from "./engine";
import { createSocket } from "./socket";
import { localShelf, openShelf } from "./storage";

const cafe = readBoot(document);

/** The engine of this page: one for all its parts. */
export const engine = createEngine(
  cafe,
  openShelf(`cafe:${cafe.code}:${cafe.person}:`, localShelf()),
  createSocket(cafe.token, cafe.code),
);
