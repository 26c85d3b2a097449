// What runs inside the page that shows a mail. Each function is sent to the browser as text, so it holds all it needs.
// The mail's own scripts do not run, and what is set here is taken back before anything else is looked at.

/**
 * Shows the mail as Outlook for Windows does, as far as a style sheet goes: no `@media` rule, and of the block that
 * holds the last link to our page (its ancestor right below the body) no inline declaration that is `!important`.
 */
export const asOutlook = (leadsTo) => {
  const without = (rules, owner) => {
    for (let at = rules.length - 1; at >= 0; at -= 1) {
      if (rules[at] instanceof CSSMediaRule) owner.deleteRule(at);
      else if (rules[at].cssRules) without(rules[at].cssRules, rules[at]);
    }
  };
  for (const sheet of document.styleSheets) {
    // A sheet of another host has not been loaded, and nobody may read it.
    if (sheet.href === null) without(sheet.cssRules, sheet);
  }
  let block = [...document.querySelectorAll('a[href]')].findLast(({ href }) => String(href).startsWith(leadsTo));
  while (block?.parentElement && block.parentElement !== document.body) block = block.parentElement;
  for (const each of block ? [block, ...block.querySelectorAll('[style]')] : []) {
    const style = each.getAttribute('style');
    if (style === null) continue;
    const declarations = style.match(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\))+/g) ?? [];
    each.setAttribute('style', declarations.filter((declaration) => !/!\s*important\s*$/i.test(declaration)).join(';'));
  }
};

/** True when no picture is still loading. */
export const areSettled = () => [...document.images].every((each) => each.complete || each.loading === 'lazy');

/**
 * Stops whatever moves as it is so many milliseconds after it began, or when it has ended. Returns how many things move.
 */
export const stopAt = (milliseconds) => {
  const all = document.getAnimations();
  for (const each of all) {
    const end = Number(each.effect.getComputedTiming().endTime);
    each.pause();
    if (milliseconds !== null || Number.isFinite(end)) each.currentTime = Math.min(milliseconds ?? end, end);
  }
  return all.length;
};

/** Takes the letters of the link away and leaves all that is behind and around them. */
export const hideGlyphs = () => {
  const link = globalThis.judgedLink;
  globalThis.judgedStyles = [link, ...link.querySelectorAll('*')].map((each) => [each, each.getAttribute('style')]);
  for (const [each] of globalThis.judgedStyles) {
    const style = each.style;
    if (style === undefined) continue;
    for (const property of ['-webkit-text-fill-color', '-webkit-text-stroke-color', 'text-decoration-color'])
      style.setProperty(property, 'transparent', 'important');
    style.setProperty('text-shadow', 'none', 'important');
    style.setProperty('transition', 'none', 'important');
    if (each.localName === 'img') style.setProperty('visibility', 'hidden', 'important');
  }
};

/** Puts the letters back. */
export const showGlyphs = () => {
  for (const [each, style] of globalThis.judgedStyles)
    if (style === null) each.removeAttribute('style');
    else each.setAttribute('style', style);
};

/** What the Tab key goes through, in the order of the document. */
const STOPS = 'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';

/** Puts the focus on the last stop before the link, or on none; returns how many stops there are. */
const focusBefore = (stops) => {
  const all = [...document.querySelectorAll(stops)];
  document.activeElement?.blur?.();
  for (let at = all.indexOf(globalThis.judgedLink) - 1; at >= 0; at -= 1) {
    all[at].focus({ preventScroll: true });
    if (document.activeElement === all[at]) break;
  }
  return all.length;
};

/** True when the focus is on the link. */
export const isFocused = () => document.activeElement === globalThis.judgedLink;

/** What is seen of the page, as text: its words, those of its pictures, and where its links lead. */
export const readPage = () =>
  [
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen.
    document.body.innerText,
    ...[...document.querySelectorAll('img[alt]')].map(({ alt }) => alt),
    ...[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
  ].join('\n');

/** The text of a call, for the browser. */
export const callOf = (called, ...values) => `(${called})(${values.map((value) => JSON.stringify(value)).join(',')})`;
export const FOCUS_BEFORE = callOf(focusBefore, STOPS);
