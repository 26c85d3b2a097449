// What looks at a link inside the page that shows a mail: see in-page.mjs. These functions are sent to the browser together, as text, by
// their names.
import { callOf } from './in-page.mjs';

/** Links that lead to our page, in the order of the document. */
const linksTo = (leadsTo) =>
  [...document.querySelectorAll('a[href], area[href]')].filter((each) => String(each.href).startsWith(leadsTo));

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

/** The texts of a link and of its pictures: the size of their letters, and where they are on the screen now. */
const piecesOf = (link) => {
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
  return pieces;
};

/** The pieces whose letters are large enough; all of them where none are. */
const readableOf = (pieces, minPixels) => {
  const readable = pieces.filter(({ pixels }) => pixels >= minPixels);
  return readable.length > 0 ? readable : pieces;
};

const rectsOf = (pieces) =>
  pieces.flatMap(({ rects }) => rects()).filter(({ width, height }) => width > 0 && height > 0);

/** The element whose overflow is that of the page. */
const viewportOf = ({ documentElement: root, body }) => {
  const { overflowX, overflowY } = getComputedStyle(root);
  return overflowX === 'visible' && overflowY === 'visible' ? body : root;
};

/** Scrolls the boxes around a link. A reader scrolls what has a scroll bar; what is cut off by `overflow: hidden` stays cut off. */
const scrollBoxes = (link, pieces, viewport) => {
  const scrolls = (value) => value === 'auto' || value === 'scroll';
  for (let each = link.parentElement; each && each !== document.documentElement; each = each.parentElement) {
    if (each === viewport) continue;
    const { overflowX, overflowY } = getComputedStyle(each);
    const [first] = rectsOf(pieces);
    if (first === undefined) break;
    const box = each.getBoundingClientRect();
    if (scrolls(overflowY) && each.scrollHeight > each.clientHeight)
      each.scrollTop += first.top - box.top - each.clientHeight / 2;
    if (scrolls(overflowX) && each.scrollWidth > each.clientWidth) each.scrollLeft += first.left - box.left - 20;
  }
};

/** The first corner of the page: where it is read from the right, or upwards, at a negative place. */
const cornerOfPage = () => {
  scrollTo(-1e7, -1e7);
  return { x: scrollX, y: scrollY };
};

/** Scrolls the page from its beginning to the first line of a link. */
const scrollPage = (pieces, viewport) => {
  scrollTo(0, 0);
  const { overflowX, overflowY } = getComputedStyle(viewport);
  const [first] = rectsOf(pieces);
  if (first === undefined) return;
  const mayScroll = (value) => value !== 'hidden' && value !== 'clip';
  // A page may be wider than a phone, and its reader moves it sideways; nobody does so for long.
  const toTheRight = first.right > innerWidth && first.left < 2 * innerWidth;
  const toTheLeft = first.left < 0 && first.right > -innerWidth;
  scrollTo(
    mayScroll(overflowX) && (toTheRight || toTheLeft) ? Math.round(first.left - 20) : 0,
    mayScroll(overflowY) ? Math.round(first.top - innerHeight / 2) : 0,
  );
};

/** How much of these lines answers to a click on the link, and what mostly covers the rest. */
const answersOf = (link, rects) => {
  const points = rects.flatMap(({ left, top, width, height }) =>
    [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => [left + width * part, top + height / 2]),
  );
  const found = points.map(([x, y]) => document.elementFromPoint(x, y));
  const others = found.filter((hit) => !(hit && link.contains(hit)));
  const covers = new Map();
  for (const hit of others) {
    const cover = hit ? `<${hit.localName}>` : 'nothing';
    covers.set(cover, (covers.get(cover) ?? 0) + 1);
  }
  return {
    hits: points.length === 0 ? 0 : (points.length - others.length) / points.length,
    cover: [...covers].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '',
  };
};

const lookAt = (leadsTo, fromTheEnd, minPixels) => {
  const link = linksTo(leadsTo).at(-1 - fromTheEnd);
  globalThis.judgedLink = link;
  if (link === undefined) return undefined;
  const pieces = readableOf(piecesOf(link), minPixels);
  const viewport = viewportOf(document);
  scrollBoxes(link, pieces, viewport);
  const start = cornerOfPage();
  scrollPage(pieces, viewport);
  const rects = rectsOf(pieces);
  return {
    href: String(link.href),
    pixels: Math.max(0, ...pieces.map(({ pixels }) => pixels)),
    ...answersOf(link, rects),
    rects: rects.map(({ left, top, width, height }) => ({ left, top, width, height })),
    scrolled: { x: scrollX - start.x, y: scrollY - start.y },
    viewport: { width: innerWidth, height: innerHeight },
  };
};

const STEPS = {
  linksTo,
  scaleOf,
  sizeOf,
  piecesOf,
  readableOf,
  rectsOf,
  viewportOf,
  scrollBoxes,
  cornerOfPage,
  scrollPage,
  answersOf,
};
const DECLARED = Object.entries(STEPS)
  .map(([name, step]) => `const ${name} = ${step};`)
  .join('\n');

/**
 * A call that looks at the link to our page with this number, counted from the last. Scrolls to it as a reader can. It returns its lines of
 * text in pixels of the viewport, the size of its smallest readable letters, and how much of it answers to a click.
 * `undefined`: there is no such link.
 */
export const callOfLook = (leadsTo, fromTheEnd, minPixels) =>
  `(() => { ${DECLARED} return ${callOf(lookAt, leadsTo, fromTheEnd, minPixels)}; })()`;
