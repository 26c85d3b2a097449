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

/**
 * Looks at the link to our page with this number, counted from the last. Scrolls to it as a reader can. Returns its lines of
 * text in pixels of the viewport, the size of its smallest readable letters, and how much of it answers to a click.
 * `undefined`: there is no such link.
 */
export const lookAt = (leadsTo, fromTheEnd, minPixels) => {
  const links = [...document.querySelectorAll('a[href], area[href]')].filter((each) =>
    String(each.href).startsWith(leadsTo),
  );
  const link = links.at(-1 - fromTheEnd);
  globalThis.judgedLink = link;
  if (link === undefined) return undefined;

  /** How much larger or smaller than its `font-size` the text of an element is painted. */
  const scaleOf = (element) => {
    let scale = element.currentCSSZoom ?? 1;
    for (let each = element; each; each = each.parentElement) {
      const { display, transform, scale: own } = getComputedStyle(each);
      // What is in a line, and what has no box, is not transformed.
      if ((display === 'inline' && each.localName !== 'img') || display === 'contents') continue;
      if (transform !== 'none') {
        const { m11, m12, m21, m22 } = new DOMMatrix(transform);
        scale *= Math.min(Math.hypot(m11, m12), Math.hypot(m21, m22));
      }
      if (own !== 'none') scale *= Math.min(...own.split(' ').map(Number));
    }
    return scale;
  };
  const sizeOf = (element) => Number.parseFloat(getComputedStyle(element).fontSize) * scaleOf(element);

  const pieces = [];
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim()) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    pieces.push({ pixels: sizeOf(text.parentElement), rects: () => [...range.getClientRects()] });
  }
  for (const picture of link.querySelectorAll('img[alt]'))
    if (picture.alt.trim()) pieces.push({ pixels: sizeOf(picture), rects: () => [...picture.getClientRects()] });
  const readable = pieces.filter(({ pixels }) => pixels >= minPixels);
  const seen = readable.length > 0 ? readable : pieces;
  const rectsOf = () => seen.flatMap(({ rects }) => rects()).filter(({ width, height }) => width > 0 && height > 0);

  // A reader scrolls what has a scroll bar; what is cut off by `overflow: hidden` stays cut off.
  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const [root, body] = [document.documentElement, document.body];
  const rootStyle = getComputedStyle(root);
  const ofViewport = rootStyle.overflowX === 'visible' && rootStyle.overflowY === 'visible' ? body : root;
  for (let each = link.parentElement; each && each !== root; each = each.parentElement) {
    if (each === ofViewport) continue;
    const { overflowX, overflowY } = getComputedStyle(each);
    const [first] = rectsOf();
    if (first === undefined) break;
    const box = each.getBoundingClientRect();
    if (scrolls(overflowY) && each.scrollHeight > each.clientHeight)
      each.scrollTop += first.top - box.top - each.clientHeight / 2;
    if (scrolls(overflowX) && each.scrollWidth > each.clientWidth) each.scrollLeft += first.left - box.left - 20;
  }
  // Where a page is read from the right, or upwards, its first corner is at a negative place.
  scrollTo(-1e7, -1e7);
  const start = { x: scrollX, y: scrollY };
  scrollTo(0, 0);
  const { overflowX, overflowY } = getComputedStyle(ofViewport);
  const [first] = rectsOf();
  if (first !== undefined) {
    const mayScroll = (value) => value !== 'hidden' && value !== 'clip';
    // A page may be wider than a phone, and its reader moves it sideways; nobody does so for long.
    const toTheRight = first.right > innerWidth && first.left < 2 * innerWidth;
    const toTheLeft = first.left < 0 && first.right > -innerWidth;
    scrollTo(
      mayScroll(overflowX) && (toTheRight || toTheLeft) ? Math.round(first.left - 20) : 0,
      mayScroll(overflowY) ? Math.round(first.top - innerHeight / 2) : 0,
    );
  }

  const rects = rectsOf();
  let [hits, points] = [0, 0];
  const covers = new Map();
  for (const { left, top, width, height } of rects)
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      points += 1;
      const [x, y] = [left + width * part, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      if (hit && link.contains(hit)) hits += 1;
      else {
        const cover = hit ? `<${hit.localName}>` : 'nothing';
        covers.set(cover, (covers.get(cover) ?? 0) + 1);
      }
    }
  return {
    href: String(link.href),
    pixels: Math.max(0, ...seen.map(({ pixels }) => pixels)),
    hits: points === 0 ? 0 : hits / points,
    cover: [...covers].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '',
    rects: rects.map(({ left, top, width, height }) => ({ left, top, width, height })),
    scrolled: { x: scrollX - start.x, y: scrollY - start.y },
    viewport: { width: innerWidth, height: innerHeight },
  };
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
