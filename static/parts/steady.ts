// Whoever writes looks at one place. It stays there, whatever comes and goes above it: browsers that do this by
// themselves hold on to what is at the top of the screen, which may be the very thing that goes.

/** Begins to watch the page; returns a function that ends it. */
export function keepSteady(): () => void {
  if (typeof ResizeObserver !== "function") return () => {};
  const root = document.documentElement;
  let field: Element | null = null;
  let at = 0;

  function look(): void {
    if (field) at = field.getBoundingClientRect().top;
  }

  function begin({ target }: Event): void {
    field = target instanceof HTMLTextAreaElement ? target : null;
    root.style.setProperty("overflow-anchor", field ? "none" : "auto");
    look();
  }

  function end(): void {
    field = null;
    root.style.setProperty("overflow-anchor", "auto");
  }

  const watch = new ResizeObserver(() => {
    const moved = field?.isConnected ? field.getBoundingClientRect().top - at : 0;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
    look();
  });
  watch.observe(document.body);
  const all: [string, (event: Event) => void][] = [
    ["focusin", begin],
    ["focusout", end],
    ["scroll", look],
  ];
  for (const [event, listener] of all) document.addEventListener(event, listener, { passive: true });
  return () => {
    watch.disconnect();
    for (const [event, listener] of all) document.removeEventListener(event, listener);
  };
}
