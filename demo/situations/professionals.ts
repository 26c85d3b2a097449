import type { Cells } from '../export/columns.ts';
import { mailAddressOf, roleAddressOf, workAddressOf } from '../export/people.ts';
import type { Random } from '../export/random.ts';
import { type Expected, ofOne, recently, registered, type Situation } from './situation.ts';

const professional = (random: Random, more: Cells = {}): Cells => ({
  KIND: 'professional',
  JOB_TITLE: random.pick(['Responsable des services généraux', 'Office manager', 'Assistante de direction']),
  FUNCTION: 'office-manager',
  FUNCTION_RATIONALE: 'Buys the coffee and the machines of the offices.',
  SOURCE: 'public-source',
  SOURCE_REFERENCE: 'https://annuaire.example/entreprises',
  SOURCE_DATE: '2026-01-12T09:00:00+01:00',
  NOTICE_DATE: '2026-02-03T09:00:00+01:00',
  REFUSAL_OFFERED_DATE: '2026-02-03T09:00:00+01:00',
  ...more,
});
const organisation = (form: string, more: Cells = {}): Cells => ({
  KIND: 'legal-person',
  ORGANISATION_FORM: form,
  ORGANISATION_SIREN: '552120222',
  SOURCE: 'public-source',
  SOURCE_REFERENCE: 'https://registre.example/fiche',
  ...more,
});

/** The professional basis is for own offers (D22). */
const JOB_RELATED: Expected = ['allow', 'allow', 'refuse:CONSENT_WRONG_PURPOSE', ''];
/** A flaw of the professional basis: newsletter 3 fails first on its purpose, which comes earlier in the list of codes. */
const refused = (code: string): Expected => [`refuse:${code}`, `refuse:${code}`, 'refuse:CONSENT_WRONG_PURPOSE', ''];
const UNKNOWN_KIND: Expected = [
  'refuse:RECIPIENT_KIND_UNKNOWN',
  'refuse:RECIPIENT_KIND_UNKNOWN',
  'refuse:RECIPIENT_KIND_UNKNOWN',
  '',
];
const ROLES = ['contact', 'info', 'commande', 'bonjour'] as const;

/** Professionals at their own address, and the addresses of organisations. */
export const PROFESSIONALS: readonly Situation[] = [
  ofOne('office manager, found in a directory and informed', '39', 28, {
    addresses: 'email',
    address: workAddressOf,
    cells: (random) => professional(random),
    expected: JOB_RELATED,
  }),
  ofOne('IT director: the offer has nothing to do with the job', '40', 14, {
    addresses: 'email',
    address: workAddressOf,
    cells: (random) => professional(random, { FUNCTION: 'it-director', JOB_TITLE: 'DSI' }),
    expected: refused('B2B_PROFESSION_LINK_NOT_SHOWN'),
  }),
  ofOne('professional of unknown function', '40', 10, {
    addresses: 'email',
    address: workAddressOf,
    cells: (random) => professional(random, { FUNCTION: '', FUNCTION_RATIONALE: '', JOB_TITLE: '' }),
    expected: refused('B2B_PROFESSION_LINK_NOT_SHOWN'),
  }),
  ofOne('guessed work address', '41', 12, {
    addresses: 'email',
    address: workAddressOf,
    cells: (random) => professional(random, { SOURCE: 'guessed', SOURCE_REFERENCE: '' }),
    expected: refused('B2B_ADDRESS_GUESSED'),
  }),
  ofOne('professional never informed of prospecting', '39, FR-B2B-1', 12, {
    addresses: 'email',
    address: workAddressOf,
    cells: (random) => professional(random, { NOTICE_DATE: '', REFUSAL_OFFERED_DATE: '' }),
    expected: refused('B2B_NOTICE_MISSING'),
  }),
  ofOne('craftsman at a private mailbox, capacity not shown', '42', 12, {
    addresses: 'email',
    address: mailAddressOf,
    cells: (random) => ({ ...professional(random, { KIND: '' }), STATED_BASIS: 'professional-interest' }),
    expected: UNKNOWN_KIND,
  }),
  ofOne('professional who objected by telephone', '43', 12, {
    addresses: 'email',
    address: workAddressOf,
    cells: (random) => ({
      ...professional(random),
      ...registered('phone', recently(random), 'channel:email'),
    }),
    expected: ['refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', ''],
  }),
  ofOne('work mobile of an office manager', '48', 16, {
    addresses: 'phone',
    cells: (random) =>
      professional(random, {
        SOURCE: 'data-subject',
        SOURCE_REFERENCE: 'salon des services généraux',
        NOTICE_DATE: '2026-01-12T09:00:00+01:00',
        REFUSAL_OFFERED_DATE: '2026-01-12T09:00:00+01:00',
        ORGANISATION_SIREN: '552120222',
      }),
    expected: ['', '', '', 'allow'],
  }),
  ofOne('role address of a company', '44', 26, {
    addresses: 'email',
    address: (random, person) => roleAddressOf(random, person, ROLES),
    cells: () => organisation('company'),
    expected: ['allow', 'allow', 'allow', ''],
  }),
  ofOne('role address of an association', '44', 10, {
    addresses: 'email',
    address: (random, person) => roleAddressOf(random, person, ROLES),
    cells: () => organisation('association'),
    expected: ['allow', 'allow', 'allow', ''],
  }),
  ofOne('company that asked to be left alone', '45', 10, {
    addresses: 'email',
    address: (random, person) => roleAddressOf(random, person, ROLES),
    cells: (random) => ({
      ...organisation('company'),
      ...registered('email', recently(random), 'channel:email'),
    }),
    expected: ['refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', ''],
  }),
  ofOne('role address of a one-person firm', '46', 12, {
    addresses: 'email',
    address: (random, person) => roleAddressOf(random, person, ROLES),
    cells: () => organisation('single-member-company'),
    expected: ['review:LEGAL_PERSON_UNCERTAIN', 'review:LEGAL_PERSON_UNCERTAIN', 'review:LEGAL_PERSON_UNCERTAIN', ''],
  }),
  ofOne('direction@ of a company: one person reads it', '44, FR-B2B-2', 10, {
    addresses: 'email',
    address: (random, person) => roleAddressOf(random, person, ['direction', 'gerant', 'dpo']),
    cells: () => organisation('company'),
    expected: UNKNOWN_KIND,
  }),
];
