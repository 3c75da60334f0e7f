// The page of everything at once: looks how far it is, until it is there.
import { follow } from "./errand/follow";

follow(document);
