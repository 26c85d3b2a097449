import { type FoundField, findFields } from '../../content/merge-fields.ts';
import { withExternalMeans } from '../../content/stopping/external-means.ts';
import {
  hasNoWord,
  isNamedAfterStopping,
  onlyStops,
  saysNothing,
  speaksOfStopping,
} from '../../content/stopping/words-of-stopping.ts';
import { type Link, linksIn, type Place } from './links-of-author.ts';
import { isSaidToStop } from './words-around.ts';

/** A page or a mailbox, or what is none: nothing, a script, a tag that nobody filled in. */
const MAY_BE_FOLLOWED = /^(?:https?:|mailto:|#|$|javascript:|[*{[%])/i;

const isExternal = (link: Link): boolean => {
  const { target, words, before, after } = link;
  if (!MAY_BE_FOLLOWED.test(target)) return false;
  if (onlyStops(words)) return true;
  if (hasNoWord(words) && isNamedAfterStopping(target)) return true;
  if (saysNothing(words)) return isNamedAfterStopping(target) || isSaidToStop(link);
  return isNamedAfterStopping(target) && (/^mailto:/i.test(target) || speaksOfStopping(`${before} ${words} ${after}`));
};

/** Without one of these letters, or one that is written by its number or that nobody sees, no link speaks of stopping. */
const MAY_STOP =
  /unsub|sabonn|sinscri|oppos|opt[-_ ]?out|recevoir|receiv|stop|remov|retir|plus|supprim|effac|enlev|arr(?:e|ê|&ecirc;)ter|cesser|taken|longer|want|wish|prefer|rather|hear|abmeld|melde?n?\s|meld\s|take\s+me|borrar|verwijder|anular|schrijf|abbestell|abzu|mehr|nger|weiter|de\s+baja|recib|cancel|annulla|isiscri|ricever|afmeld|melden|uitschrijv|schrijven|meer|&(?:shy|zw\w+|#\w+);|[\u00ad\u200b-\u200d\u2060\ufeff]|\p{M}/iu;

const targetsOf = (links: readonly Link[]): readonly FoundField[] =>
  links.map(({ start, end }) => ({ start, end, field: { kind: 'opposition-link' } }));

/** Targets of links by which another system, or nobody, would be asked to stop: their place is our link's. */
export const externalLinks = (html: string): readonly FoundField[] =>
  MAY_STOP.test(html) ? targetsOf(linksIn(html).filter(isExternal)) : [];

/** A mailbox or a page, written out as the words of a link. */
const IS_AN_ADDRESS = /^\s*(?:[\w.+-]+@[\w.-]+|(?:https?:\/\/|www\.)\S+)\s*$/i;

/** The same, and those whose words are their own address, in a sentence that says how to stop: one may stop by writing to them. */
export const waysToStopIn = (html: string): readonly FoundField[] => {
  if (!MAY_STOP.test(html)) return [];
  const isWritten = (link: Link): boolean =>
    /^(?:https?:|mailto:)/i.test(link.target) &&
    IS_AN_ADDRESS.test(link.words) &&
    isSaidToStop({ ...link, words: 'ici' });
  return targetsOf(linksIn(html).filter((link) => isExternal(link) || isWritten(link)));
};

/** A link to which a tag within it gives the words: our address goes into it, unless a value is to come there. */
const linkAround = (links: readonly Link[], fields: readonly FoundField[], tag: Place): Link | undefined => {
  const link = links.find(({ element }) => element.start < tag.start && tag.end < element.end);
  const isFilled =
    link !== undefined &&
    fields.some(({ start, end, field }) => field.kind === 'value' && start < link.end && link.start < end);
  return isFilled ? undefined : link;
};

/** Every position of an HTML part that we fill: fields, ways to stop of other tools, and links that lead to other systems. */
export const findInHtml = (html: string): readonly FoundField[] => {
  const fields = findFields(html, 'html');
  if (!MAY_STOP.test(html)) return fields;
  const links = linksIn(html);
  const around = new Set<Link>();
  const written = fields.map((found): FoundField => {
    const { field } = found;
    if (field.kind === 'value' || field.words === undefined) return found;
    const link = linkAround(links, fields, found);
    if (link === undefined) return found;
    around.add(link);
    return { ...found, field: { ...field, isInLink: true } };
  });
  return withExternalMeans(written, targetsOf(links.filter((link) => around.has(link) || isExternal(link))));
};
