import { createHash } from 'node:crypto';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from '../html/elements.ts';
import type { Rule } from '../styles/css-sheet.ts';
import { findStyleFault } from '../styles/find-style-fault.ts';
import { styleSources } from '../styles/sheets-of-mail.ts';
import { type Applied, inCascade } from './cascade.ts';
import { asOutlookReads } from './outlook-source.ts';
import { stopWordsBeside } from './stop-words.ts';
import { isMadeForDark, styledLinks } from './styled-links.ts';

/** Attributes that say how an element is shown, beside those that are read as declarations. */
const SAY_HOW_SHOWN = ['hidden', 'open', 'popover', 'inert'];

const declared = ({ property, value, when }: Applied): string =>
  `${property}:${value} ${when.ways
    .map((terms) => [...terms].sort().join(' and '))
    .sort()
    .join(', ')}`;

const lookOf = (element: Tree.Element, applied: readonly Applied[]): string => {
  const said = SAY_HOW_SHOWN.filter((name) => attributeOf(element, name) !== undefined);
  return [element.tagName, ...said, ...inCascade(applied).map(declared)].join(';');
};

const ruleAsRead = ({ selector, declarations }: Rule): string => JSON.stringify([selector, declarations]);

/** What a value names that is said elsewhere in the sheets: variables, and what animates. */
const namedBy = (looks: string, html: string, rules: readonly Rule[]): readonly string[] => [
  ...(looks.includes('var(') ? (html.match(/(?<![\w-])--[\w-]+\s*:[^;{}"']*/g) ?? []) : []),
  ...(/animation/.test(looks) ? rules.filter(({ within }) => within.includes('keyframes')).map(ruleAsRead) : []),
];

const sheetsOf = (html: string): readonly string[] =>
  styleSources(html).sheets.map(({ css, media }) => `${media}{${css}}`);

/** What one source of a mail says of how links, and words of stopping beside them, are shown. */
const howIn = (html: string, isAsked: (href: string) => boolean): readonly string[] => {
  const document = parse(html, { scriptingEnabled: false });
  const words = stopWordsBeside(document, isAsked);
  const { links, ofElement, linkInk, rules, isTooMuch } = styledLinks(html, isAsked, document, words);
  const looks = [...ofElement].map(([element, applied]) => lookOf(element, applied)).join('\n');
  const fault = findStyleFault(html)?.trouble.sentence.en;
  return [
    `${document.mode} ${isMadeForDark(html)} ${JSON.stringify(linkInk ?? '')}`,
    ...links.map(
      ({ leaves, isSpeck }) =>
        `${isSpeck} ${leaves.map(({ words, isFolded }) => `${words === undefined} ${isFolded}`).join()}`,
    ),
    looks,
    ...namedBy(looks, html, rules),
    // What may hide anything in the mail is in any of its rules.
    ...(fault === undefined ? [] : [fault]),
    ...(fault !== undefined || isTooMuch ? sheetsOf(html) : []),
  ];
};

/** Pictures and sheets may have an address for each reader. */
const withoutAddresses = (said: string): string =>
  said.replaceAll(/\burl\([^()]*\)/gi, 'url()').replaceAll(/\bhttps?:[^\s"'<>)]*/gi, '');

/**
 * Names how a mail shows the links that are asked for: by all that may hide them, words of stopping beside them, and what they are in;
 * in the source that Outlook reads too, where that is another. Names of elements, and rules that apply to none of them, are left out. So
 * it is the same for each reader of one template, and another where anything else hides them.
 */
export const howShown = (html: string, isAsked: (href: string) => boolean): string => {
  const outlook = asOutlookReads(html);
  const shown = [
    ...howIn(html, isAsked),
    ...(outlook.html === html ? [] : ['Outlook', ...howIn(outlook.html, isAsked)]),
    ...(outlook.isKept ? ['not for Outlook'] : []),
  ];
  return createHash('sha256')
    .update(withoutAddresses(shown.join('\n')), 'utf8')
    .digest('hex')
    .slice(0, 12);
};
