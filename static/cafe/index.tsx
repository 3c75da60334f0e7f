// What participants and facilitators see.
export { Cafe } from "./frame";
