/** Marks the section being read in the contents at the side. */
export function markContents(page: Document): void {
  const links = [...page.querySelectorAll<HTMLAnchorElement>(".rp-toc a")];
  const sections = links.map((link) => page.getElementById(link.hash.slice(1)));
  if (typeof IntersectionObserver !== "function") return;
  const seen = new Set<Element>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) seen.add(entry.target);
        else seen.delete(entry.target);
      }
      mark(
        links,
        sections.findIndex((section) => section !== null && seen.has(section)),
      );
    },
    // Only the upper part of the window counts: there people read.
    { rootMargin: "-10% 0px -60% 0px" },
  );
  for (const section of sections) if (section) watcher.observe(section);
}

function mark(links: readonly HTMLAnchorElement[], at: number): void {
  if (at < 0) return;
  links.forEach((link, index) => {
    if (index === at) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
}
