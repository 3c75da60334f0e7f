// The report. The page is whole without this: scripts only open the evidence beside the line it belongs to.
import { markContents } from "./report/contents";
import { openBeside } from "./report/drawer";

openBeside(document);
markContents(document);
