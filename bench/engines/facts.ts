/** A thousand messages, drawn from a fixed seed: for our fold in the words of the law, for the others as one flat record. */
import { type BasisFacts, faultless } from '../../shared/law/facts/basis.ts';
import { type Facts, prepareFacts } from '../../shared/law/facts/facts.ts';
import { aVetRequest } from '../../test/support/builders.ts';

/** The same facts without nesting or absence: `''` says that there is none. */
export type FlatFacts = Readonly<Record<string, boolean | string | number>>;

/** One message, in both forms. */
export interface Sample {
  readonly facts: Facts;
  readonly flat: FlatFacts;
}

/** Mulberry32: small, seeded, and the same everywhere. */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const HOUR = 3_600_000;
const PREPARED = prepareFacts(aVetRequest());
/** An e-mail that has been rendered, lives two days more, and is within every limit. */
const LAWFUL = { ...PREPARED, wasRendered: true, subject: 'Nos vins d’hiver', validUntil: PREPARED.at + 48 * HOUR };

/** Nearly always the first value. */
type Chance = <T>(usual: T, ...unusual: readonly T[]) => T;

const factsOf = (chance: Chance, toss: () => boolean, basis: BasisFacts): Facts => ({
  ...LAWFUL,
  globalOpposition: chance(undefined, 'opposition-1'),
  channelOpposition: chance(undefined, 'opposition-2'),
  purposeOpposition: chance(undefined, 'opposition-3'),
  consentThatLiftsNothing: chance(undefined, 'consent-2'),
  namesAdvertiser: chance(true, false),
  senderIsRegistered: chance(true, false),
  senderShowsTheAdvertiser: chance(true, false),
  carriesOppositionMeans: chance(true, false),
  segments: chance(1, 4),
  maxSegments: 3,
  oppositionMeansWork: chance(true, false),
  foreignRoad: 'stop.example',
  oppositionIsFree: chance(true, false),
  isRecognisableAsAdvertising: chance(true, false),
  carriesProcessingNotice: chance(true, false),
  saysWhy: chance(true, false),
  offerIsSensitive: chance(false, true),
  hasExplicitConsentToSensitiveUse: toss(),
  subject: chance(LAWFUL.subject, ''),
  subjectJudgement: chance(undefined, 'related', 'unrelated'),
  pack: chance('france', 'missing'),
  sendsToday: chance(0, 1, 2, 3),
  dailyCeiling: 2,
  nextDay: LAWFUL.at + 12 * HOUR,
  isFirstContact: toss(),
  namesSource: chance(true, false),
  ageBand: chance('adult', 'under-15', 'unknown'),
  offerIsChildDirected: toss(),
  hasParentalConsent: toss(),
  prospectKeptUntil: LAWFUL.at + chance(HOUR, -HOUR),
  bases: [basis],
});

const consentOf = (chance: Chance, toss: () => boolean): BasisFacts => ({
  ...faultless('consent'),
  factId: 'consent-1',
  seq: 1,
  givenAt: LAWFUL.at - 100 * HOUR,
  form: 'newsletter@1',
  channel: chance('named', 'not-named', 'no-channel-named'),
  coversPurpose: chance(true, false),
  wasGivenToAnotherPerson: chance(false, true),
  state: chance('given', 'pending', 'pending', 'withdrawn', 'invalidated'),
  faultyMechanism: chance(undefined, 'pre-ticked', 'bundled'),
  missing: chance<readonly string[]>([], ['/proof'], ['/form/notice', '/proof']),
  wasAltered: chance(false, true),
  namesNoSuchPartner: chance(false, true),
  cameIndirectly: toss(),
});

const flatOfConsent = (consent: BasisFacts): FlatFacts => ({
  consentChannel: consent.channel,
  consentState: consent.state,
  coversPurpose: consent.coversPurpose,
  wasGivenToAnotherPerson: consent.wasGivenToAnotherPerson,
  faultyMechanism: consent.faultyMechanism ?? '',
  missingEvidence: consent.missing.length,
  wasAltered: consent.wasAltered,
  namesNoSuchPartner: consent.namesNoSuchPartner,
  cameIndirectly: consent.cameIndirectly,
});

const flatOf = (facts: Facts, consent: BasisFacts): FlatFacts => ({
  ...flatOfConsent(consent),
  at: facts.at,
  prospectKeptUntil: facts.prospectKeptUntil,
  globalOpposition: facts.globalOpposition ?? '',
  channelOpposition: facts.channelOpposition ?? '',
  purposeOpposition: facts.purposeOpposition ?? '',
  consentThatLiftsNothing: facts.consentThatLiftsNothing ?? '',
  namesAdvertiser: facts.namesAdvertiser,
  senderIsRegistered: facts.senderIsRegistered,
  senderShowsTheAdvertiser: facts.senderShowsTheAdvertiser,
  carriesOppositionMeans: facts.carriesOppositionMeans,
  segments: facts.segments ?? 0,
  maxSegments: facts.maxSegments ?? 0,
  oppositionMeansWork: facts.oppositionMeansWork,
  oppositionIsFree: facts.oppositionIsFree,
  isRecognisableAsAdvertising: facts.isRecognisableAsAdvertising,
  carriesProcessingNotice: facts.carriesProcessingNotice,
  saysWhy: facts.saysWhy,
  offerIsSensitive: facts.offerIsSensitive,
  hasExplicitConsentToSensitiveUse: facts.hasExplicitConsentToSensitiveUse,
  subject: facts.subject?.trim() ?? '-',
  subjectJudgement: facts.subjectJudgement ?? '',
  pack: facts.pack,
  sendsToday: facts.sendsToday,
  dailyCeiling: facts.dailyCeiling,
  isFirstContact: facts.isFirstContact,
  namesSource: facts.namesSource,
  ageBand: facts.ageBand,
  hasParentalConsent: facts.hasParentalConsent,
  isAimedAtChildren: facts.offerIsChildDirected || consent.isAimedAtChildren,
});

/** So many messages, of which somewhat less than half are lawful; each fault is met several times in a thousand. */
export const samplesOf = (count: number, seed = 20261124): readonly Sample[] => {
  const random = randomFrom(seed);
  const chance: Chance = (usual, ...unusual) =>
    random() < 0.965 ? usual : (unusual[Math.floor(random() * unusual.length)] ?? usual);
  const toss = () => random() < 0.5;
  return Array.from({ length: count }, () => {
    const consent = consentOf(chance, toss);
    const facts = factsOf(chance, toss, consent);
    return { facts, flat: flatOf(facts, consent) };
  });
};
