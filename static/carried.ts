// A browser that keeps no cookies: what stands behind the "#" of the address is its place. It is handed in for what
// the page of the café usually brings along, and stays in the address, so that a reload leads back.

async function comeIn(): Promise<void> {
  const body = location.hash.slice(1);
  const answer = await fetch(location.pathname, { method: "POST", body }).catch(() => null);
  if (!answer || answer.status >= 500) return show("no-answer");
  if (!answer.ok) return show("no-place");
  const boot = (await answer.json()) as object;
  const here = location.pathname + location.hash;
  const page = document.getElementById("cafe");
  if (page) page.textContent = JSON.stringify({ ...boot, carried: true, here });
  // A jump within the page must not cost the place.
  addEventListener("hashchange", () => setTimeout(() => history.replaceState(null, "", here)));
  await import("./app");
}

function show(id: string): void {
  document.getElementById("wait")?.remove();
  document.getElementById(id)?.removeAttribute("hidden");
}

document.getElementById("again")?.addEventListener("click", () => location.reload());
void comeIn();
