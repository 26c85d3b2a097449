/** Whether a road of opposition leads to somebody who hears it (D19), and whether it is free (L. 34-5 al. 5). */

import type { Reason } from '../codes.ts';
import { list, object, text } from '../ledger.ts';
import type { Fields, World } from '../world.ts';
import type { Part } from './parts.ts';
import { plain, type Speech, saysNothing, sentencesOf, tellsToOppose } from './words.ts';

/** A URL as a browser takes it, a mailbox without case and without what a mail to it says; written without scheme: https. */
const target = (href: string): string => {
  const mailbox = /^mailto:([^?]*)/i.exec(href.trim())?.[1];
  if (mailbox !== undefined) return `mailto:${decode(mailbox).toLowerCase()}`;
  if (/^[^\s/:@]+@[^\s/:@]+$/.test(href.trim())) return `mailto:${href.trim().toLowerCase()}`;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(href.trim()) ? href.trim() : `https://${href.trim()}`;
  return URL.canParse(url) ? new URL(url).href : href.trim();
};
const decode = (mailbox: string): string => {
  try {
    return decodeURIComponent(mailbox).trim();
  } catch {
    return mailbox.trim();
  }
};

/** A link of ours made for this reader, or the mailbox that the advertiser reads every day for oppositions. */
export const isHeard = (world: World, href: string): boolean => {
  const asked = target(href);
  return (
    (world.links ?? []).some((link) => link.address === 0 && target(link.url) === asked) ||
    asked === `mailto:${text(world.advertiser.oppositionInbox).toLowerCase()}`
  );
};
/** The mailbox that the advertiser reads: nothing is lost there, and nothing hears it by itself. */
const isRead = (world: World, href: string): boolean =>
  target(href) === `mailto:${text(object(world.advertiser.contact)?.email).toLowerCase()}`;

/** Whether an address opens the advertiser's processing notice; what a sender adds for its statistics changes nothing. */
export const isNotice = (world: World, href: string): boolean => {
  const notice = text(world.advertiser.privacyNoticeUrl);
  if (!URL.canParse(notice) || !URL.canParse(target(href))) return false;
  const wanted = new URL(notice),
    given = new URL(target(href));
  const same = wanted.origin === given.origin && wanted.pathname === given.pathname;
  return same && [...wanted.searchParams].every(([name, value]) => given.searchParams.getAll(name).includes(value));
};

interface Road {
  readonly href: string;
  readonly speech: Speech;
  /** Seen by some readers alone. */
  readonly isOfSome?: boolean;
}
/** What can be pressed to oppose: its own words say so, or say nothing and stand beside words that do. */
export const roadsIn = (world: World, part: Part): Road[] => [
  ...part.pressables.flatMap(({ href, words, around }) => {
    const speech = tellsToOppose(words) ?? (saysNothing(words) ? tellsToOppose(around) : undefined);
    const isOther = isNotice(world, href) || target(href) === target(text(object(world.advertiser.contact)?.url));
    return speech === undefined || (isOther && speech === 'right') ? [] : [{ href, speech, isOfSome: false }];
  }),
  // Who sees it takes it for one that works; who does not has no way by it.
  ...part.ofSome.flatMap(({ href, words }) =>
    tellsToOppose(words) === 'promise' ? [{ href, speech: 'promise' as const, isOfSome: true }] : [],
  ),
];

export const refuse = (code: string): Reason => ({ code, severity: 'refuse' });

/** What is wrong with the roads of a part: none is there, one is nobody's, or these lead to others, on which a human decides (D6). */
export type Lack = 'none' | 'missing' | 'not-working' | readonly string[];

/** Where somebody else's road leads: its host, the domain of a mailbox; one that leads nowhere has a name of its own. Undefined: it is of our making. */
export const elsewhere = (world: World, href: string): string | undefined => {
  const asked = target(href);
  if ((world.links ?? []).some(({ url }) => target(url) === asked)) return undefined;
  if (asked.startsWith('mailto:')) return asked.slice(asked.lastIndexOf('@') + 1);
  if (!isOpen(href)) return 'dead-link';
  const { host } = new URL(asked);
  return host === OUR_HOST ? undefined : host;
};
const OUR_HOST = 'aval.example';
/** It leads somewhere: not `#`, nor a tag that nobody filled in. */
const isOpen = (href: string): boolean => /^(?:https?:|mailto:|www\.|[\w.+-]+@)/i.test(href.trim());

/** Every road that is promised must be heard, and one must be. What only speaks of the right promises nothing. */
export const lackOf = (world: World, roads: readonly Road[]): Lack => {
  const open = roads.filter(({ href, isOfSome }) => isOpen(href) && isOfSome !== true);
  const lost = roads.filter(
    ({ href, speech }) => speech === 'promise' && !isHeard(world, href) && !isRead(world, href),
  );
  if (open.length === 0) return 'missing';
  const unheard = open.some(({ href }) => isHeard(world, href))
    ? lost
    : [...lost, ...open.filter(({ href }) => !isHeard(world, href))];
  return joinLacks(unheard.map(({ href }) => lackOfOne(elsewhere(world, href))));
};
const lackOfOne = (leadsTo: string | undefined): Lack => (leadsTo === undefined ? 'not-working' : [leadsTo]);

/** What is wrong in all. */
export const joinLacks = (lacks: readonly Lack[]): Lack => {
  if (lacks.includes('missing')) return 'missing';
  if (lacks.includes('not-working')) return 'not-working';
  const others = lacks.flatMap((lack) => (typeof lack === 'string' ? [] : lack));
  return others.length === 0 ? 'none' : [...new Set(others)];
};

/** The reason that a lack is: where a human decides on each of its means, a review, or nothing where all are allowed. */
export const reasonsOfLacks = (
  lacks: readonly Lack[],
  decided: (means: string) => 'allowed' | 'refused' | undefined,
): Reason[] => {
  const others = lacks.flatMap((lack) => (typeof lack === 'string' ? [] : lack));
  const isLost = lacks.includes('not-working') || others.some((means) => decided(means) === 'refused');
  const road = (severity: Reason['severity']): Reason => ({ code: 'OPPOSITION_ROAD_NOT_WORKING', severity });
  return [
    ...(lacks.includes('missing') ? [{ code: 'OPPOSITION_MENTION_MISSING', severity: 'refuse' as const }] : []),
    ...(isLost ? [road('refuse')] : others.some((means) => decided(means) === undefined) ? [road('review')] : []),
  ];
};

/** French numbers at a premium: 081, 082, 089, 118xxx (the plan's "numéros à tarification majorée" and shared cost). */
const PREMIUM = /(?<![\d+])(?:(?:\+|00)33[\s.-]*|0[\s.-]*)8[\s.-]*[129](?:[\s.-]*\d){7}(?!\d)|\b118[\s.-]?\d{3}\b/;
/** Four digits: 30xx and 31xx are free; of the others the price is open, whatever the message says of it. */
const SHORT = /\b(?:appel\w*|compos\w*|telephon\w*|call\w*|dial|joi\w+)\b[^\d]{0,25}\b3[2-9][\s.]?\d{2}\b/;
const SAID_PAID =
  /(?<!\bnon )(?<!\bpas )\bsur-?tax|(?<!\bnot )(?<!\bno )(?<!\bnon-)\bpremium[- ]rate|\bsurcharged\b|\b(?:appel|sms|numero|service) payant|\bpaid (?:call|sms|text|number)|(?<!\bsans )\bfrais de (?:dossier|traitement|gestion)|\b(?:moyennant|contre)\s+\d/;
const PRICE =
  /(?<![\d.,])(?!0(?:[.,]0+)?\s*(?:€|e))\d+(?:[.,]\d+)?\s*(?:€|euros?\b|eur\b|centimes?\b|cts?\b|£|\$)\s*(?:ttc\s*)?(?:\/|par|per|a|an?|la|l'|pour)\s*(?:la |l'|un |une |each |chaque )?\s*(?:sms|mms|messages?|appels?|min|calls?|texts?|envoi)/;
/** More than the message itself: "prix SMS + 0,35 €", "STOP 36180 (+ 0,35 €)", "0,35 € en plus du prix". */
const AMOUNT = String.raw`(?:[€£$] ?)?(?!0+(?:[.,]0+)?(?![\d.,]))\d+(?:[.,]\d+)? ?(?:€|euros?\b|eur\b|centimes?\b|cts?\b|£|(?<=[£€$] ?[\d.,]+))`;
const MORE = new RegExp(
  String.raw`\b(?:prix|couts?|tarifs?|cost|price|sms|\d{5})\b[^.;()]{0,30}?[ (]?(?:\+|\bplus|\bet|\band|majore|auquel s'ajoute) ?(?:de |d')?${AMOUNT}(?! (?:offert|des \d|de remise))|${AMOUNT} (?:en (?:plus|sus)|\+) (?:du |d')?(?:prix|cout|tarif)`,
);

const costs = (sentence: string): boolean =>
  PREMIUM.test(sentence) ||
  SAID_PAID.test(sentence) ||
  PRICE.test(sentence) ||
  SHORT.test(sentence) ||
  MORE.test(sentence);

/** The sentences that tell to oppose, each with the one after it where that says what it costs. */
const opposingSentences = (words: string): string[] => {
  const sentences = sentencesOf(words);
  return sentences.flatMap((sentence, place) => {
    if (tellsToOppose(sentence) === undefined) return [];
    const next = sentences[place + 1] ?? '';
    return /\b(?:cout|tarif|prix|appel|sms|numero|cost|price|call|number|dial|compos|rate)/.test(next)
      ? [sentence, next]
      : [sentence];
  });
};
/** L. 34-5 al. 5: "sans frais autres que ceux liés à la transmission"; no premium number, even beside a free road. */
export const isPaid = (words: string): boolean => opposingSentences(plain(words)).some(costs);

/** The registered sender that the bytes show, of a channel. */
export const registered = (
  world: World,
  of: 'email' | 'sms' | 'calls',
  id: string,
  shown: string,
): Fields | undefined =>
  list(object(world.advertiser.senders)?.[of]).find((each) => text(each[id]).toLowerCase() === shown.toLowerCase());
