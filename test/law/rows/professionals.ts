import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import {
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
} from '#test/support/builders.ts';
import { aCall, anSms, MOBILE, type Row } from './row.ts';

const message = aProposedMessage({ basis: 'professional-interest' });
const told = {
  noticeGivenAt: instant('2026-03-01T09:00:00Z'),
  refusalOfferedAt: instant('2026-03-01T09:00:00Z'),
};
const profession: DeclaredFacts['profession'] = {
  function: 'restaurant-manager',
  source: { kind: 'public-source', reference: 'site du restaurant', collectedAt: instant('2026-03-01T09:00:00Z') },
  ...told,
};
/** A restaurant manager found on the restaurant's site, told, and able to refuse. */
const manager = (changes: Partial<DeclaredFacts> = {}, more: Parameters<typeof aVetRequest>[0] = {}) =>
  aVetRequest({
    message,
    address: 'jean.martin@bistrot-du-port.example',
    standing: aStanding({ declared: { kind: 'professional', profession, ...changes } }),
    ...more,
  });
/** `contact@` of an organisation. */
const house = (legalForm: 'company' | 'single-member-company') =>
  aVetRequest({
    message: aProposedMessage({ basis: 'legal-person' }),
    address: 'contact@bistrot-du-port.example',
    standing: aStanding({ declared: { kind: 'legal-person', organisation: { legalForm, source: 'annuaire' } } }),
  });
const reading = {
  reading: 'professionals-by-automated-call',
  justification: 'Page de la CNIL de janvier 2022.',
  decidedBy: 'Claire Petit',
  decidedOn: '2026-01-05',
} as const;
const call = aCall({ basis: 'professional-interest' });

export const PROFESSIONAL_ROWS: readonly Row[] = [
  {
    row: '39',
    title: 'public source, job-related, told',
    request: manager(),
    outcome: 'allow',
    codes: ['OK_B2B_INTEREST'],
  },
  {
    row: '40',
    title: 'a holiday offer to a restaurant manager',
    request: manager({}, { message: { ...message, offerCategory: 'holidays' } }),
    outcome: 'refuse',
    codes: ['B2B_PROFESSION_LINK_NOT_SHOWN'],
  },
  {
    row: '41',
    title: 'a guessed address',
    request: manager({ profession: { ...profession, source: { kind: 'guessed' } } }),
    outcome: 'refuse',
    codes: ['B2B_ADDRESS_GUESSED'],
  },
  {
    row: '42',
    title: 'free mailbox of a craftsman, capacity unproven',
    request: manager({ kind: 'sole-trader' }, { address: 'jean.martin@gmail.com' }),
    outcome: 'refuse',
    codes: ['RECIPIENT_KIND_UNKNOWN'],
  },
  {
    row: '43',
    title: 'job-related, objected',
    request: manager(
      {},
      { standing: aStanding({ declared: { kind: 'professional', profession }, oppositions: [anOpposition()] }) },
    ),
    outcome: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '44',
    title: 'contact@ of a company',
    request: house('company'),
    outcome: 'allow',
    codes: ['OK_LEGAL_PERSON'],
  },
  {
    row: '46',
    title: 'contact@ of a one-person firm',
    request: house('single-member-company'),
    outcome: 'review',
    codes: ['LEGAL_PERSON_UNCERTAIN'],
  },
  {
    row: '47',
    title: 'a company’s fax',
    request: { ...house('company'), message: aProposedMessage({ channel: 'fax', basis: 'legal-person' }) },
    outcome: 'refuse',
    codes: ['CHANNEL_UNSUPPORTED', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL'],
  },
  {
    row: '48',
    title: 'work mobile, job-related, told',
    request: manager({}, { address: MOBILE, message: anSms({ basis: 'professional-interest' }) }),
    outcome: 'allow',
    codes: ['OK_B2B_INTEREST'],
  },
  {
    row: '70',
    title: 'an automated call to a professional without consent',
    request: manager({}, { address: MOBILE, message: call }),
    outcome: 'refuse',
    codes: ['BASIS_NOT_AVAILABLE_FOR_CHANNEL'],
  },
  {
    row: '70b',
    title: 'the same, allowed by a recorded setting',
    request: manager({}, { address: MOBILE, message: call, advertiser: anAdvertiser({ readings: [reading] }) }),
    outcome: 'allow',
    codes: ['OK_B2B_INTEREST'],
  },
  {
    row: 'FR-B2B-1',
    title: 'never told',
    request: manager({ profession: { ...profession, noticeGivenAt: undefined } }),
    outcome: 'refuse',
    codes: ['B2B_NOTICE_MISSING'],
  },
  {
    row: '226-18',
    title: 'scraped from a social network',
    request: manager({ profession: { ...profession, source: { kind: 'scraped' } } }),
    outcome: 'refuse',
    codes: ['COLLECTION_UNFAIR'],
  },
];
