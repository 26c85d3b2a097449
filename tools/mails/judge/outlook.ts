/** The version of Outlook that is shown: 2016, 2019 and 365 on Windows all say 16. */
const OUTLOOK = 16;

const COMPARE: Readonly<Record<string, (version: number) => boolean>> = {
  gte: (version) => OUTLOOK >= version,
  gt: (version) => OUTLOOK > version,
  lte: (version) => OUTLOOK <= version,
  lt: (version) => OUTLOOK < version,
};

/** True when Outlook shows what is under this condition: `mso`, `(gte mso 9)|(IE)`, `!mso`. */
export const isTrueInOutlook = (condition: string): boolean => {
  const term = condition.trim();
  const outer = /^\(([^()]*)\)$/.exec(term);
  if (outer?.[1] !== undefined) return isTrueInOutlook(outer[1]);
  if (term.includes('|')) return term.split('|').some(isTrueInOutlook);
  if (term.includes('&')) return term.split('&').every(isTrueInOutlook);
  if (term.startsWith('!')) return !isTrueInOutlook(term.slice(1));
  const [, comparison, version] = /^(?:(gte?|lte?)\s+)?mso(?:\s+([\d.]+))?$/i.exec(term) ?? [];
  if (!/\bmso\b/i.test(term)) return /^true$/i.test(term);
  if (version === undefined) return true;
  const compare = comparison === undefined ? undefined : COMPARE[comparison.toLowerCase()];
  return compare === undefined ? Number(version) === OUTLOOK : compare(Number(version));
};

const REVEALED =
  /<!(?:--)?\[if([^\]]*)\]>(?:<!-->|-->)([\s\S]*?)<!--<!\[endif\]-->|<!\[if([^\]]*)\]>([\s\S]*?)<!\[endif\]>/gi;
/** Its end is often written as that of a revealed one, `<!--<![endif]-->`: Outlook takes both. */
const HIDDEN = /<!--\[if([^\]]*)\]>([\s\S]*?)<!\[endif\]-->/gi;

/** Settings of the document for Outlook: no part of what it shows. */
const XML = /<xml>[\s\S]*?<\/xml>/gi;

/**
 * The source as the engine of Outlook for Windows reads it: what is under its conditions is shown, what is under
 * others is not, and `mso-hide:all` hides. `@media` and `!important` are a matter of the style sheet: see `asOutlook`.
 */
export const sourceForOutlook = (html: string): string =>
  html
    .replaceAll(REVEALED, (_, one?: string, shown?: string, other?: string, text?: string) =>
      isTrueInOutlook(one ?? other ?? '') ? (shown ?? text ?? '') : '',
    )
    .replaceAll(HIDDEN, (_, condition: string, text: string) =>
      isTrueInOutlook(condition) ? text.replace(/<!--$/, '') : '',
    )
    .replaceAll(XML, '')
    .replaceAll(/mso-hide\s*:\s*all/gi, 'display:none');
