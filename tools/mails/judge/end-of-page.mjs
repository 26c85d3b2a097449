// Runs inside the page that shows a mail: see in-page.mjs.

/**
 * Goes to the end of the mail: the last link to our page and what is around it. Returns what the window shows there, down to a
 * little below the block of the link, in pixels of the document. `undefined`: there is no such link.
 */
export const goToEnd = (leadsTo) => {
  let block = [...document.querySelectorAll('a[href]')].findLast(({ href }) => String(href).startsWith(leadsTo));
  if (block === undefined) return undefined;
  while (block.parentElement && block.parentElement !== document.body) block = block.parentElement;
  const below = 24;
  scrollTo(0, block.getBoundingClientRect().bottom + scrollY + below - innerHeight);
  const bottom = Math.min(innerHeight, Math.ceil(block.getBoundingClientRect().bottom) + below);
  return { left: scrollX, top: scrollY, width: innerWidth, height: bottom };
};
