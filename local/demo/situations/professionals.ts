import type { Cells } from '../columns.ts';
import { mailAddressOf, roleAddressOf, workAddressOf } from '../people.ts';
import type { Random } from '../random.ts';
import { type Expected, recently, type Situation } from './situation.ts';

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
const JOB_RELATED: Expected = ['allow', 'allow', 'refuse', ''];
const refused = (code: string): Expected => [`refuse:${code}`, `refuse:${code}`, 'refuse', ''];
const ROLES = ['contact', 'info', 'commande', 'bonjour'] as const;

/** Professionals at their own address, and the addresses of organisations. */
export const PROFESSIONALS: readonly Situation[] = [
  {
    name: 'office manager, found in a directory and informed',
    row: '39',
    count: 28,
    lines: [{ reach: 'email', address: workAddressOf, cells: (random) => professional(random), expected: JOB_RELATED }],
  },
  {
    name: 'IT director: the offer has nothing to do with the job',
    row: '40',
    count: 14,
    lines: [
      {
        reach: 'email',
        address: workAddressOf,
        cells: (random) => professional(random, { FUNCTION: 'it-director', JOB_TITLE: 'DSI' }),
        expected: refused('B2B_PROFESSION_LINK_NOT_SHOWN'),
      },
    ],
  },
  {
    name: 'professional of unknown function',
    row: '40',
    count: 10,
    lines: [
      {
        reach: 'email',
        address: workAddressOf,
        cells: (random) => professional(random, { FUNCTION: '', FUNCTION_RATIONALE: '', JOB_TITLE: '' }),
        expected: refused('B2B_PROFESSION_LINK_NOT_SHOWN'),
      },
    ],
  },
  {
    name: 'guessed work address',
    row: '41',
    count: 12,
    lines: [
      {
        reach: 'email',
        address: workAddressOf,
        cells: (random) => professional(random, { SOURCE: 'guessed', SOURCE_REFERENCE: '' }),
        expected: refused('B2B_ADDRESS_GUESSED'),
      },
    ],
  },
  {
    name: 'professional never told of prospecting',
    row: '39, FR-B2B-1',
    count: 12,
    lines: [
      {
        reach: 'email',
        address: workAddressOf,
        cells: (random) => professional(random, { NOTICE_DATE: '', REFUSAL_OFFERED_DATE: '' }),
        expected: refused('B2B_NOTICE_MISSING'),
      },
    ],
  },
  {
    name: 'craftsman at a private mailbox, capacity not shown',
    row: '42',
    count: 12,
    lines: [
      {
        reach: 'email',
        address: mailAddressOf,
        cells: (random) => ({ ...professional(random, { KIND: '' }), CLAIMED_BASIS: 'professional-interest' }),
        expected: refused('RECIPIENT_KIND_UNKNOWN'),
      },
    ],
  },
  {
    name: 'professional who objected by telephone',
    row: '43',
    count: 12,
    lines: [
      {
        reach: 'email',
        address: workAddressOf,
        cells: (random) => ({
          ...professional(random),
          OPPOSITION_ROAD: 'phone',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: ['refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', ''],
      },
    ],
  },
  {
    name: 'work mobile of an office manager',
    row: '48',
    count: 16,
    lines: [{ reach: 'phone', cells: (random) => professional(random), expected: ['', '', '', 'allow'] }],
  },
  {
    name: 'role address of a company',
    row: '44',
    count: 26,
    lines: [
      {
        reach: 'email',
        address: (random, person) => roleAddressOf(random, person, ROLES),
        cells: () => organisation('company'),
        expected: ['allow', 'allow', 'allow', ''],
      },
    ],
  },
  {
    name: 'role address of an association',
    row: '44',
    count: 10,
    lines: [
      {
        reach: 'email',
        address: (random, person) => roleAddressOf(random, person, ROLES),
        cells: () => organisation('association'),
        expected: ['allow', 'allow', 'allow', ''],
      },
    ],
  },
  {
    name: 'company that asked to be left alone',
    row: '45',
    count: 10,
    lines: [
      {
        reach: 'email',
        address: (random, person) => roleAddressOf(random, person, ROLES),
        cells: (random) => ({
          ...organisation('company'),
          OPPOSITION_ROAD: 'email',
          OPPOSITION_DATE: recently(random),
          OPPOSITION_SCOPE: 'channel:email',
        }),
        expected: ['refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', 'refuse:OPPOSED_CHANNEL', ''],
      },
    ],
  },
  {
    name: 'role address of a one-person firm',
    row: '46',
    count: 12,
    lines: [
      {
        reach: 'email',
        address: (random, person) => roleAddressOf(random, person, ROLES),
        cells: () => organisation('single-member-company'),
        expected: [
          'review:LEGAL_PERSON_UNCERTAIN',
          'review:LEGAL_PERSON_UNCERTAIN',
          'review:LEGAL_PERSON_UNCERTAIN',
          '',
        ],
      },
    ],
  },
  {
    name: 'direction@ of a company: one person reads it',
    row: '44, FR-B2B-2',
    count: 10,
    lines: [
      {
        reach: 'email',
        address: (random, person) => roleAddressOf(random, person, ['direction', 'gerant', 'dpo']),
        cells: () => organisation('company'),
        expected: ['refuse', 'refuse', 'refuse', ''],
      },
    ],
  },
];
