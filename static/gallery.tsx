// For development only: every part in every state. `npm run dev`, then /assets/gallery.html (?theme=dark).
import { render } from "preact";
import { Gallery } from "./gallery/gallery";

const theme = new URLSearchParams(location.search).get("theme");
if (theme) document.documentElement.dataset["theme"] = theme;

const root = document.getElementById("gallery");
if (root) render(<Gallery />, root);
