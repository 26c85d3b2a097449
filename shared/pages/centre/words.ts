import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import type { HeldBasis, HeldFamily, HeldOpposition } from '#shared/domain/centre/held.ts';
import type { SentMessage } from '#shared/domain/centre/sent-lately.ts';
import { isReported } from '#shared/domain/opposition/opposition.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';

/** By which families of channels, as a sentence ends with them. */
export const familyWords = (language: ReaderLanguage, families: readonly HeldFamily[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(
    families.map((family) => CENTRE_WORDS[language].families[family]),
  );

/** Why the advertiser may write, or might have, and since when. */
export const basisWords = (language: ReaderLanguage, basis: HeldBasis): string => {
  const { sales, consents } = CENTRE_WORDS[language];
  const at = dayOf(language, basis.at);
  if (basis.kind === 'sale') return sales[basis.type](at);
  return consents[basis.state](at, basis.endedAt === undefined ? '' : dayOf(language, basis.endedAt));
};

/** What the person refuses, since when, and how it came where the advertiser received it. */
export const oppositionWords = (
  language: ReaderLanguage,
  { of, families, at, via, isLiftedInPart }: HeldOpposition,
  name: string,
): string => {
  const { refusals, purposes } = CENTRE_WORDS[language];
  const received = (sentence: string): string =>
    [sentence, isReported(via) ? refusals.received[via === 'letter' ? 'onPaper' : via] : ''].join(' ').trim();
  const day = `${dayOf(language, at)}${isLiftedInPart ? refusals.agreedSince : ''}`;
  if (of.scope === 'global') return received(refusals.everything(day));
  const by = familyWords(language, families);
  return received(
    of.scope === 'channel' ? refusals.means(by, day) : refusals.purpose(purposes[of.purpose](name), by, day),
  );
};

/** A message that left: the day, and by what. */
export const sentWords = (language: ReaderLanguage, { at, family }: SentMessage): string =>
  CENTRE_WORDS[language].open.sent(dayOf(language, at), familyWords(language, [family]));

/** The request that the advertiser received and gave this link for: what it asks for, the day, how it came, and whether somebody made it for the person. */
export const awaitingWords = (
  language: ReaderLanguage,
  { kind, via, by, receivedAt }: Omit<NonNullable<ShownCentre['awaiting']>, 'id'>,
): string => {
  const { kinds, awaiting } = CENTRE_WORDS[language].open;
  const received = awaiting.received(
    kinds[kind],
    dayOf(language, receivedAt),
    awaiting.ways[via === 'letter' ? 'onPaper' : via],
  );
  return by === 'person' ? received : `${received} ${awaiting.byOther}`;
};
