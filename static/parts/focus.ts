/**
 * Remembers who has focus now. The answer gives it back; if that one is gone, to the main part of the page
 * (which wants `tabindex="-1"` for it).
 */
export function borrowFocus(): () => void {
  const lender = document.activeElement;
  return () => {
    const heir = lender?.isConnected && lender !== document.body ? lender : document.getElementById("main");
    (heir as HTMLElement | null)?.focus();
  };
}
