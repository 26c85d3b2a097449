import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import {
  type DeclaredSource,
  type HeldBasis,
  type HeldFamily,
  type HeldOpposition,
  heldFamilyOf,
} from '#shared/domain/centre/held.ts';
import { type Channel, recordOf } from '#shared/domain/message/channel.ts';
import { isReported } from '#shared/domain/opposition/opposition.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { CENTRE_WORDS } from '#shared/words/centre.ts';
import { dayOf } from '#shared/words/day-of.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';

/** By which families of channels, as a sentence ends with them. */
export const familyWords = (language: ReaderLanguage, families: readonly HeldFamily[]): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(
    families.map((family) => CENTRE_WORDS[language].families[family]),
  );

/** By which channels, as a sentence ends with them: a text that comes without the others of its family by its own name. */
export const channelsWords = (language: ReaderLanguage, channels: readonly Channel[]): string => {
  const { byText, families } = CENTRE_WORDS[language];
  const words = [...Map.groupBy(channels, heldFamilyOf)].map(([family, [one, ...others]]) => {
    const name = one && others.length === 0 ? recordOf(one).shortName : undefined;
    return name === undefined ? families[family] : byText(name);
  });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words);
};

/** Where the coordinates come from, named as the end of a mail names it. */
const sourceWords = (language: ReaderLanguage, { kind, reference, at }: DeclaredSource): string => {
  const { source, sourceOn } = CENTRE_WORDS[language].capacities;
  const named = reference ?? FOOTER_WORDS[language].sources[kind];
  return at === undefined ? source(named) : sourceOn(named, dayOf(language, at));
};

/** Why the advertiser may write, or might have, and since when. */
export const basisWords = (language: ReaderLanguage, basis: HeldBasis): string => {
  const { sales, consents, collectedBy, capacities } = CENTRE_WORDS[language];
  if (basis.kind === 'sale') return sales[basis.type](dayOf(language, basis.at));
  if (basis.kind === 'consent') {
    const ended = basis.endedAt === undefined ? '' : dayOf(language, basis.endedAt);
    const given = consents[basis.state](dayOf(language, basis.at), ended);
    return basis.collectedBy === undefined ? given : `${given} ${collectedBy(basis.collectedBy)}`;
  }
  const capacity = basis.kind === 'professional' ? capacities.professional : capacities.legalPerson;
  return basis.source === undefined ? capacity : `${capacity} ${sourceWords(language, basis.source)}`;
};

/** What the person refuses, since when, and how it came where the advertiser received it. */
export const oppositionWords = (
  language: ReaderLanguage,
  { of, families, at, via, isLiftedInPart }: HeldOpposition,
  name: string,
): string => {
  const { refusals, purposes } = CENTRE_WORDS[language];
  const came = isReported(via)
    ? refusals.received[via === 'letter' ? 'onPaper' : via]
    : via === 'erasure-request'
      ? refusals.afterErasure
      : '';
  const received = (sentence: string): string => `${sentence} ${came}`.trim();
  const day = `${dayOf(language, at)}${isLiftedInPart ? refusals.agreedSince : ''}`;
  if (of.scope === 'global') return received(refusals.everything(day));
  const by = familyWords(language, families);
  return received(
    of.scope === 'channel' ? refusals.means(by, day) : refusals.purpose(purposes[of.purpose](name), by, day),
  );
};

/** The request that the advertiser received and gave this link for: what it asks for, the day, how it came, and whether somebody made it for the person. */
export const awaitingWords = (
  language: ReaderLanguage,
  { kind, via, by, receivedAt }: Omit<NonNullable<ShownCentre['awaiting']>, 'id'>,
): string => {
  const { asked, awaiting } = CENTRE_WORDS[language].open;
  const received = awaiting.received(
    asked[kind],
    dayOf(language, receivedAt),
    awaiting.ways[via === 'letter' ? 'onPaper' : via],
  );
  return by === 'person' ? received : `${received} ${awaiting.byOther}`;
};
