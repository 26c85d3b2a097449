/** A link as programs follow it (URL Standard, 4.4): without what is around it and without line breaks, its host in small letters. */
export const linkAsFollowed = (written: string): string =>
  written
    .trim()
    .replaceAll(/[\t\r\n]/g, '')
    .replace(/^https?:\/\/[^/?#@]*(?=[/?#]|$)/i, (host) => host.toLowerCase());

/** What in a text begins as a link, up to a space or a mark that no link holds. */
export const WRITTEN_LINK = String.raw`https?:\/\/[^\s<>"')]+`;

/** Brackets and quotes that close around a link, what parts it from other words, and what nobody sees. */
const AROUND = /[\]}»”“„‹›\u0060|\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Marks that may end a link, or what it is in. */
const LAST = new Set('.,;:!?…*_~');
/** More of them are no part of a link. */
const MOST_MARKS = 8;

/** A link as it is written in a text, without the marks around it and behind it, unless it is known with them. */
export const linkOfText = (written: string, isKnown: (link: string) => boolean = () => false): string => {
  const whole = linkAsFollowed(written);
  if (isKnown(whole)) return whole;
  const inside = whole.slice(0, AROUND.exec(whole)?.index);
  let end = inside.length;
  while (LAST.has(inside[end - 1] ?? '')) end -= 1;
  for (let at = Math.min(inside.length, end + MOST_MARKS); at > end; at -= 1)
    if (isKnown(inside.slice(0, at))) return inside.slice(0, at);
  return inside.slice(0, end);
};
