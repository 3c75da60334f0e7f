// The report. The page is whole without this: scripts open the evidence beside the line it belongs to, and find words.
import { markContents } from "./report/contents";
import { openBeside } from "./report/drawer";
import { addFilters } from "./report/filters";

openBeside(document);
markContents(document);
addFilters(document);
