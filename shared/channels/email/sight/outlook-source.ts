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

/** A button that is drawn for Outlook is a link. */
const asLinks = (shown: string): string => shown.replaceAll(/<(\/?)v:(?:roundrect|rect|shape|oval)\b/gi, '<$1a');

/**
 * A mail as Outlook for Windows reads it: without what is kept from it (`[if !mso]`), and with what is in comments for it. `undefined`: nothing is
 * kept from it.
 */
export const asOutlookReads = (html: string): string | undefined => {
  let read = '';
  let from = 0;
  let isKept = false;
  let within: Shown | undefined;
  for (const { 0: mark, 1: inComment, 2: revealed, 3: plain, index } of html.matchAll(MARKS)) {
    const between = html.slice(from, index);
    if (within === undefined || within.isShown) read += within?.isComment ? asLinks(between) : between;
    from = index + mark.length;
    const asked = inComment ?? plain;
    if (asked === undefined) within = undefined;
    else if (within === undefined) {
      within = shownFor(asked, inComment !== undefined && revealed === undefined);
      isKept ||= !within.isShown && !within.isComment;
    }
  }
  return isKept ? read + html.slice(from) : undefined;
};
