/** A thousand messages, drawn from a fixed seed, as requests with final bytes; and what each engine prepares of one. */
import type { Consent } from '../../shared/domain/consent/consent.ts';
import type { FormVersion } from '../../shared/domain/consent/form-version.ts';
import type { BytesFacts, VetRequest } from '../../shared/domain/message/vet.ts';
import { type BasisFacts, faultless } from '../../shared/law/facts/basis.ts';
import type { Facts } from '../../shared/law/facts/facts.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  factId,
  instant,
  NOW,
  OTHER_SIREN,
  sha256,
  someBytes,
  someSends,
} from '../../test/support/builders.ts';

/** Facts without nesting or absence: `''` says that there is none. */
export type FlatFacts = Readonly<Record<string, boolean | string | number>>;

/** One message of which a consent is recorded, and its final bytes. */
export interface Sample {
  readonly request: VetRequest;
  readonly bytes: BytesFacts;
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

/** Nearly always the first value. */
type Chance = <T>(usual: T, ...unusual: readonly T[]) => T;

const bytesOf = (chance: Chance): BytesFacts =>
  someBytes({
    namesAdvertiser: chance(true, false),
    carriesOppositionMeans: chance(true, false),
    segments: chance(1, 4),
    maxSegments: 3,
    oppositionMeansWork: chance(true, false),
    externalMeans: ['stop.example'],
    oppositionIsFree: chance(true, false),
    isRecognisableAsAdvertising: chance(true, false),
    carriesProcessingNotice: chance(true, false),
    saysWhy: chance(true, false),
    namesSource: chance(chance(chance(true, false), false), false),
    subject: chance('Nos vins d’hiver', ''),
  });

const ALSO_FOR_PARTNERS: FormVersion['purposes'] = ['own-offers', 'partner-offers'];

const NAMES_A_USE = {
  wording: `${aFormVersion().wording} J’accepte aussi des offres pour ma santé.`,
  explicitWords: [{ category: 'wine', words: 'pour ma santé' }],
};

const formOf = (chance: Chance) => {
  const usual = aFormVersion();
  return aFormVersion({
    channels: chance(usual.channels, []),
    purposes: chance(ALSO_FOR_PARTNERS, usual.purposes, usual.purposes),
    mechanism: chance(usual.mechanism, 'bundled-submit'),
    defaultState: chance(usual.defaultState, 'ticked'),
    notice: chance(usual.notice, undefined),
    ...chance<Partial<FormVersion>>({}, NAMES_A_USE),
    childDirected: chance(false, true),
  });
};

const BROKER = { siren: OTHER_SIREN, name: 'Courtier' };

const consentOf = (chance: Chance): Consent =>
  aConsent({
    channels: chance<Consent['channels']>(['email'], ['sms']),
    purpose: chance<Consent['purpose']>('own-offers', 'partner-offers'),
    state: chance<Consent['state']>('given', 'pending', 'withdrawn', 'invalidated'),
    collector: chance(chance(chance<Consent['collector']>(undefined, BROKER), BROKER), BROKER),
    ...chance({}, { seal: '0'.repeat(32) }),
  });

const BEFORE_CONSENT = instant('2026-05-01T09:00:00Z');
const oppositionsOf = (chance: Chance) => [
  ...chance([], [anOpposition({ scope: 'global' }, { id: factId('global') })]),
  ...chance([], [anOpposition(undefined, { id: factId('channel') })]),
  ...chance(
    [],
    [anOpposition({ scope: 'purpose', channels: ['email'], purpose: 'own-offers' }, { id: factId('purpose') })],
    [anOpposition(undefined, { id: factId('earlier'), occurredAt: BEFORE_CONSENT })],
  ),
];

const standingOf = (chance: Chance) =>
  aStanding({
    consents: [consentOf(chance)],
    oppositions: oppositionsOf(chance),
    declared: {
      country: chance('FR', 'US'),
      ageBand: chance<'adult' | 'under-15' | undefined>('adult', 'under-15', undefined),
      parentalConsent: chance(undefined, { agreedAt: NOW, evidence: { sha256: sha256('a') } }),
    },
    lastActAt: chance(NOW, instant('2023-11-01T09:00:00Z')),
    firstRecordedAt: instant('2023-01-01T09:00:00Z'),
  });

const advertiserOf = (chance: Chance) => {
  const usual = anAdvertiser();
  const hidden = [{ address: 'bonjour@maison-valmy.example', name: 'Les bons plans' }];
  return anAdvertiser({
    dailyCeiling: 2,
    senders: { ...usual.senders, email: chance(usual.senders.email, hidden) },
    offers: chance(
      [],
      [{ category: 'wine', natures: ['sensitive'] }],
      [{ category: 'wine', natures: ['child-directed'] }],
    ),
  });
};

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

const NO_CONSENT = faultless('consent');
/** What an engine is given of the prepared facts. */
export const flatOf = (facts: Facts, consent: BasisFacts = facts.bases[0] ?? NO_CONSENT): FlatFacts => ({
  ...flatOfConsent(consent),
  at: facts.at,
  keptUntil: consent.keptUntil,
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
  const chance: Chance = (usual, ...unusual) => {
    const picked = random() < 0.96 ? undefined : Math.floor(random() * unusual.length);
    return unusual.reduce((found, each, index) => (index === picked ? each : found), usual);
  };
  return Array.from({ length: count }, () => ({
    request: aVetRequest({
      standing: standingOf(chance),
      advertiser: advertiserOf(chance),
      forms: [formOf(chance)],
      message: aProposedMessage({
        sender: chance(undefined, 'inconnu@example.fr'),
        subjectJudgement: chance<'related' | 'unrelated' | undefined>(undefined, 'related', 'unrelated'),
      }),
      sends: chance([], [someSends('email', ['2026-11-24T07:00:00Z', '2026-11-24T08:00:00Z'])]),
    }),
    bytes: bytesOf(chance),
  }));
};
