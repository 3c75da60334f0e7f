// The host's home: the cafés of this server, and how new ones begin.
import { render } from "preact";
import { readHome } from "./home/data";
import { Home } from "./home/page";

const page = document.getElementById("app");
if (page) {
  page.replaceChildren();
  render(<Home {...readHome(document)} />, page);
}
