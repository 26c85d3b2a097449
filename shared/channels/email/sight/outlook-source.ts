/** What begins and ends what some programs alone show. */
const MARKS =
  /<!--\[if ([^\]<>]{0,99})\]>(<!-->|\s?-->|<!--\s?-->)?|<!\[if ([^\]<>]{0,99})\]>|(?:<!--\s?)?<!\[endif\](?:--)?>/gi;
/** It asks for a program that is not Outlook. */
const NO_OUTLOOK = /!\s{0,3}\(?\s{0,3}(?:[gl]te?\s{1,3})?mso\b/i;

interface Shown {
  readonly isShown: boolean;
  /** It ends as a comment does, so that no other program reads it. */
  readonly isComment: boolean;
}
const shownFor = (asked: string, isComment: boolean): Shown => ({
  isShown: !NO_OUTLOOK.test(asked) && (!isComment || /\bmso\b/i.test(asked)),
  isComment,
});

/** A shape that is drawn for Outlook, with what fills it. */
const SHAPE = /<(\/?)v:(?:roundrect|rect|shape|oval)\b([^<>]*)>(?:\s*<v:fill\b([^<>]*)>)?/gi;
const colourIn = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']?([#\\w]+)`, 'i').exec(attributes)?.[1];
/** What is behind the words in a shape. */
const behindIn = (shape: string, fill: string): string => {
  if (/\sfill(?:ed)?\s*=\s*["']?f/i.test(shape)) return '';
  const colour = colourIn(fill, 'color') ?? colourIn(shape, 'fillcolor');
  return `${colour === undefined ? '' : ` bgcolor="${colour}"`}${/\ssrc\s*=/i.test(fill) ? ' background="picture"' : ''}`;
};
/** Shapes as elements that other programs have: one with a target is a link. */
const asElements = (html: string): string => {
  const open: string[] = [];
  return html.replaceAll(SHAPE, (_, end: string, shape: string, fill: string | undefined) => {
    if (end !== '') return `</${open.pop() ?? 'v:rect'}>`;
    const name = /\shref\s*=/i.test(shape) ? 'a' : 'v:rect';
    const begins = `<${name}${behindIn(shape, fill ?? '')}${shape.replace(/\/$/, '')}>`;
    if (shape.endsWith('/')) return `${begins}</${name}>`;
    open.push(name);
    return begins;
  });
};

/** A mail as Outlook for Windows reads it. */
interface ForOutlook {
  readonly html: string;
  /** Something is kept from it that other programs show (`[if !mso]`). */
  readonly isKept: boolean;
}

/** A mail as Outlook for Windows reads it: without what is kept from it, and with what is in comments for it. */
export const asOutlookReads = (html: string): ForOutlook => {
  let read = '';
  let from = 0;
  let isKept = false;
  let within: Shown | undefined;
  for (const { 0: mark, 1: inComment, 2: revealed, 3: plain, index } of html.matchAll(MARKS)) {
    if (within === undefined || within.isShown) read += html.slice(from, index);
    from = index + mark.length;
    const asked = inComment ?? plain;
    if (asked === undefined) within = undefined;
    else if (within === undefined) {
      within = shownFor(asked, inComment !== undefined && revealed === undefined);
      isKept ||= !within.isShown && !within.isComment;
    }
  }
  return { html: asElements(read + html.slice(from)), isKept };
};
