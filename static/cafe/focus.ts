// Where the keyboard goes when the thing it was on moves or goes away.

/** After the next drawing, so that what is looked for is there and menus have given focus back. */
export function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}

/** To the thing of this id, or to the menu in it. */
export function focusSoon(id: string): void {
  afterDrawing(() => {
    const place = document.getElementById(id);
    (place?.querySelector<HTMLElement>("button.more") ?? place)?.focus();
  });
}

/** Before a thing goes away: its neighbour's first button gets focus, or else the heading above. */
export function stepAside(id: string): void {
  const leaving = document.getElementById(id);
  const beside = leaving?.nextElementSibling ?? leaving?.previousElementSibling;
  const above = leaving?.closest("section")?.querySelector<HTMLElement>("h1, h2, h3");
  afterDrawing(() => {
    const target = beside?.querySelector<HTMLElement>("button") ?? above;
    if (!target?.isConnected) return;
    if (target.tagName !== "BUTTON") target.tabIndex = -1;
    target.focus();
  });
}

/** When what had the focus is gone, reading goes on at the main part. Elsewhere, focus is left alone. */
export function catchFocus(): void {
  afterDrawing(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) document.getElementById("main")?.focus();
  });
}

/** Before a question about a field is answered and goes away: the field it was about has the focus again. */
export function backToField(): void {
  const place = document.activeElement?.closest(".say")?.parentElement;
  const field = place?.querySelector<HTMLElement>("textarea, select, input");
  afterDrawing(() => field?.focus());
}
