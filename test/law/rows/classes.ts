import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import {
  aConsent,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  someBytes,
} from '#test/support/builders.ts';
import { anSms, MOBILE, type Row } from './row.ts';

const confirmation = (changes: Partial<NamedTemplate> = {}): NamedTemplate => ({
  templateId: 'order-confirmation' as NamedTemplate['templateId'],
  version: '1',
  class: 'transactional',
  offerSigns: [],
  valuesCarryOffer: false,
  ...changes,
});
const withBlocks = confirmation({ hasProspectingBlocks: true });
const survey = confirmation({ templateId: 'survey' as NamedTemplate['templateId'], class: 'relational' });

const aDecision = (changes: Partial<ReviewDecision> = {}): ReviewDecision => ({
  decision: 'allowed',
  reason: 'Rappel de la commande, sans offre.',
  decider: 'Jeanne Roy',
  number: 1,
  decidedAt: NOW,
  apiKeyId: 'root',
  requestId: 'r',
  bodySha256: 'b',
  ...changes,
});
const decided = (changes: Partial<ReviewDecision> = {}) => ({ decisions: () => aDecision(changes) });

const agreed = aStanding({ consents: [aConsent()] });
const opposed = aStanding({ consents: [aConsent()], oppositions: [anOpposition()] });
const agreedBySms = aStanding({ addressKind: 'phone', consents: [aConsent({ channels: ['sms'] })] });
const noRoom = [{ code: 'OPPOSITION_MENTION_MISSING', detail: 'no-room' }];
const freeAccount = aStanding({ sales: [aSale({ type: 'free-account' })] });
/** By SMS from a functional short code, of which STOP is heard on another. */
const fromFunctionalCode = (template: NamedTemplate, standing = agreedBySms) =>
  aVetRequest({
    address: MOBILE,
    message: anSms({ template }),
    standing,
    advertiser: anAdvertiser({
      senders: { email: [], sms: [{ senderId: '38105', replyCode: '36105' }] },
    }),
  });
const ofTemplate = (template: NamedTemplate) => aProposedMessage({ template });

/** What is prospecting and what is not (D5, D24), and what humans decide once (D6). */
export const CLASS_ROWS: readonly Row[] = [
  {
    row: '55',
    title: 'an order confirmation without offer, to a person who opposed',
    request: aVetRequest({ message: ofTemplate(confirmation()), standing: opposed }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
  },
  {
    row: '55b',
    title: 'an order confirmation, to a person of whom nothing is recorded',
    request: aVetRequest({ message: ofTemplate(confirmation()) }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
  },
  {
    row: '55c',
    title: 'an order confirmation by SMS on a Sunday night',
    request: aVetRequest({
      at: instant('2026-11-29T23:10:00+01:00'),
      address: MOBILE,
      message: anSms({ template: confirmation(), validUntil: instant('2026-11-30T23:00:00Z') }),
    }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
  },
  {
    row: '55d',
    title: 'an order confirmation from a mailbox that is not the advertiser’s',
    request: aVetRequest({
      message: aProposedMessage({ template: confirmation(), sender: 'bonjour@inconnu.example' }),
      standing: agreed,
    }),
    outcome: 'refuse',
    codes: ['ADVERTISER_HIDDEN'],
  },
  {
    row: '55e',
    title: 'an order confirmation after its validity',
    request: aVetRequest({
      message: aProposedMessage({ template: confirmation(), validUntil: instant('2026-11-24T09:59:59Z') }),
    }),
    outcome: 'refuse',
    codes: ['VALIDITY_PASSED'],
  },
  {
    row: '56',
    title: 'an order confirmation with a discount, to a person who opposed',
    request: aVetRequest({ message: ofTemplate(confirmation({ offerSigns: ['discount'] })), standing: opposed }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '57',
    title: 'the same, to a person who agreed and did not oppose',
    request: aVetRequest({ message: ofTemplate(confirmation({ offerSigns: ['discount'] })), standing: agreed }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '57b',
    title: 'the same, of a template that a human allowed, to a person who opposed',
    request: aVetRequest({
      message: ofTemplate(confirmation({ offerSigns: ['price'] })),
      standing: opposed,
      ...decided(),
    }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
  },
  {
    row: '57c',
    title: 'the same, of a template that a human refused',
    request: aVetRequest({
      message: ofTemplate(confirmation({ offerSigns: ['price'] })),
      standing: agreed,
      ...decided({ decision: 'refused' }),
    }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '57d',
    title: 'a discount that a merge value brings into an approved template, allowed or not',
    request: aVetRequest({
      message: ofTemplate(confirmation({ valuesCarryOffer: true })),
      standing: opposed,
      ...decided(),
    }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '55f',
    title: 'an order confirmation with a block that promotes, to a person who agreed: the whole, as prospecting',
    request: aVetRequest({ message: ofTemplate(withBlocks), standing: agreed }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: [],
  },
  {
    row: '55g',
    title: 'the same, to a person who opposed: without the block',
    request: aVetRequest({ message: ofTemplate(withBlocks), standing: opposed }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT', 'OPPOSED_CHANNEL'],
  },
  {
    row: '55h',
    title: 'the same on a Sunday night by SMS: without the block, and at once',
    request: aVetRequest({
      at: instant('2026-11-29T23:10:00+01:00'),
      address: MOBILE,
      message: anSms({ template: withBlocks, validUntil: instant('2026-11-30T23:00:00Z') }),
      standing: aStanding({ addressKind: 'phone', sales: [aSale()] }),
    }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT', 'QUIET_HOURS_SMS'],
  },
  {
    row: '55i',
    title: 'bytes that hold the block and no means to oppose',
    request: aVetRequest({ message: ofTemplate(withBlocks), standing: agreed }),
    bytes: someBytes({ carriesOppositionMeans: false }),
    outcome: 'refuse',
    codes: ['OPPOSITION_MENTION_MISSING'],
  },
  {
    row: '55j',
    title: 'bytes without the block, and without means to oppose',
    request: aVetRequest({ message: ofTemplate(withBlocks), standing: opposed }),
    bytes: someBytes({ carriesOppositionMeans: false, withoutProspectingBlocks: true }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT'],
  },
  {
    row: '55p',
    title: 'a block that the check of the bytes stopped, to a person who agreed: without it',
    request: aVetRequest({ message: ofTemplate(withBlocks), standing: agreed, blocksStoppedBy: noRoom }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT', 'OPPOSITION_MENTION_MISSING'],
  },
  {
    row: '55q',
    title: 'bytes that hold a block which was to be left out',
    request: aVetRequest({ message: ofTemplate(withBlocks), standing: opposed, blocksStoppedBy: noRoom }),
    bytes: someBytes(),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '55k',
    title: 'a block, and a rest that nobody allowed to leave unasked',
    request: aVetRequest({ message: ofTemplate({ ...survey, hasProspectingBlocks: true }), standing: opposed }),
    outcome: 'review',
    codes: ['CLASS_UNCERTAIN'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT', 'CLASS_UNCERTAIN', 'OPPOSED_CHANNEL'],
  },
  {
    row: '55l',
    title: 'an order confirmation from a functional short code',
    request: fromFunctionalCode(confirmation()),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
  },
  {
    row: '55m',
    title: 'the same with a block, to a person who agreed: without it, for such a code promotes nothing',
    request: fromFunctionalCode(withBlocks),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT', 'SENDER_ID_INVALID'],
  },
  {
    row: '55n',
    title: 'bytes that hold the block, from a functional short code',
    request: fromFunctionalCode(withBlocks),
    bytes: someBytes(),
    outcome: 'refuse',
    codes: ['SENDER_ID_INVALID'],
  },
  {
    row: '55o',
    title: 'bytes without the block, from a functional short code',
    request: fromFunctionalCode(withBlocks),
    bytes: someBytes({ withoutProspectingBlocks: true }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_TRANSACTIONAL'],
    notes: ['PROSPECTING_BLOCKS_LEFT_OUT'],
  },
  {
    row: 'D5',
    title: 'a satisfaction survey that nobody reviewed',
    request: aVetRequest({ message: ofTemplate(survey), standing: agreed }),
    outcome: 'review',
    codes: ['CLASS_UNCERTAIN'],
  },
  {
    row: 'D5b',
    title: 'a satisfaction survey that a human allowed, to a person who opposed',
    request: aVetRequest({ message: ofTemplate(survey), standing: opposed, ...decided() }),
    outcome: 'allow',
    codes: ['NOT_PROSPECTING_RELATIONAL'],
  },
  {
    row: 'D5c',
    title: 'a satisfaction survey that a human called prospecting',
    request: aVetRequest({ message: ofTemplate(survey), standing: opposed, ...decided({ decision: 'refused' }) }),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
    notes: ['MIXED_CONTENT_REQUALIFIED'],
  },
  {
    row: '25b',
    title: 'a free account, decided once for the advertiser',
    request: aVetRequest({ standing: freeAccount, ...decided() }),
    outcome: 'allow',
    codes: ['OK_SOFT_OPT_IN'],
  },
  {
    row: '25g',
    title: 'a free account that was closed, although free accounts were decided to be sales',
    request: aVetRequest({
      standing: aStanding({ sales: [aSale({ type: 'free-account', cancelledAt: instant('2026-10-01T09:00:00Z') })] }),
      ...decided(),
    }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NO_SALE'],
  },
  {
    row: '25c',
    title: 'a free account that a human refused',
    request: aVetRequest({ standing: freeAccount, ...decided({ decision: 'refused' }) }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25d',
    title: 'a free account, after the period of the decision',
    request: aVetRequest({ standing: freeAccount, ...decided({ until: NOW }) }),
    outcome: 'review',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25e',
    title: 'a free account, by a channel that the decision does not name',
    request: aVetRequest({ standing: freeAccount, ...decided({ scope: { channels: ['sms'] } }) }),
    outcome: 'review',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25f',
    title: 'a free account, on an offer that the decision does not name',
    request: aVetRequest({ standing: freeAccount, ...decided({ scope: { offerCategories: ['glassware'] } }) }),
    outcome: 'review',
    codes: ['SOFT_OPT_IN_FREEMIUM_REVIEW'],
  },
  {
    row: '25g',
    title: 'a decision on the kind of account does not make dissimilar goods analogous',
    request: aVetRequest({
      standing: freeAccount,
      message: aProposedMessage({ offerCategory: 'insurance' }),
      advertiser: anAdvertiser({ analogies: [] }),
      ...decided(),
    }),
    outcome: 'refuse',
    codes: ['SOFT_OPT_IN_NOT_ANALOGOUS'],
  },
  {
    row: 'D19',
    title: 'bytes whose road of opposition is not ours',
    request: aVetRequest({ standing: agreed }),
    bytes: someBytes({ oppositionMeansWork: false, foreignRoad: 'stop.example' }),
    outcome: 'review',
    codes: ['OPPOSITION_ROAD_NOT_WORKING'],
  },
  {
    row: 'D19b',
    title: 'the same, heard as a human found',
    request: aVetRequest({ standing: agreed, ...decided() }),
    bytes: someBytes({ oppositionMeansWork: false, foreignRoad: 'stop.example' }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: 'D19c',
    title: 'the same, heard by nobody as a human found',
    request: aVetRequest({ standing: agreed, ...decided({ decision: 'refused' }) }),
    bytes: someBytes({ oppositionMeansWork: false, foreignRoad: 'stop.example' }),
    outcome: 'refuse',
    codes: ['OPPOSITION_ROAD_NOT_WORKING'],
  },
];
