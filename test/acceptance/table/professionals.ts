import { mailBytes } from '../bytes.ts';
import { call, mail, other, text } from './messages.ts';
import type { TableRow } from './row.ts';
import { MAILS, opposed, organisation, professional } from './steps.ts';

const asked = mail({ basis: 'professional-interest' });
const toTheHouse = mail({ basis: 'legal-person' });

/** Professionals at a named address, and the role addresses of legal persons. */
export const PROFESSIONAL_ROWS: readonly TableRow[] = [
  {
    row: '39',
    says: 'found in a public source, an offer for the job, told beforehand, source told in the mail',
    to: 'work-mailbox',
    recorded: [professional()],
    asked: { ...asked, bytes: { email: mailBytes('own', 'elsewhere') } },
    expected: 'allow',
    codes: ['OK_B2B_INTEREST'],
  },
  {
    row: '40',
    says: 'the same person, and an offer of holidays',
    to: 'work-mailbox',
    recorded: [professional()],
    asked: { ...asked, offerCategory: 'holidays' },
    expected: 'refuse',
    codes: ['B2B_PROFESSION_LINK_NOT_SHOWN'],
  },
  {
    row: '41',
    says: 'an address guessed from first and last name',
    to: 'work-mailbox',
    recorded: [professional({ source: 'guessed' })],
    asked,
    expected: 'refuse',
    codes: ['B2B_ADDRESS_GUESSED'],
  },
  {
    row: '42',
    says: 'a craftsman’s private mailbox, nothing that shows the trade',
    to: 'free-mailbox',
    recorded: [professional({ kind: 'sole-trader' })],
    asked,
    expected: 'refuse',
    codes: ['RECIPIENT_KIND_UNKNOWN'],
  },
  {
    row: '43',
    says: 'an offer for the job, and the person opposed',
    to: 'work-mailbox',
    recorded: [professional(), opposed(MAILS)],
    asked,
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '44',
    says: 'contact@ of a company',
    to: 'role-mailbox',
    recorded: [organisation()],
    asked: toTheHouse,
    expected: 'allow',
    codes: ['OK_LEGAL_PERSON'],
  },
  {
    row: '45',
    says: 'contact@ of a company that asked to stop: a house rule, no law',
    to: 'role-mailbox',
    recorded: [organisation(), opposed(MAILS)],
    asked: toTheHouse,
    expected: 'refuse',
    codes: ['OPPOSED_CHANNEL'],
  },
  {
    row: '46',
    says: 'contact@ of a firm of one',
    to: 'role-mailbox',
    recorded: [organisation('single-member-company')],
    asked: toTheHouse,
    expected: 'review',
    codes: ['LEGAL_PERSON_UNCERTAIN'],
  },
  {
    row: '47',
    says: 'a company’s fax',
    recorded: [organisation()],
    asked: other('fax', { basis: 'legal-person' }),
    expected: 'refuse',
    codes: ['CHANNEL_UNSUPPORTED', 'RECIPIENT_KIND_UNKNOWN', 'BASIS_NOT_AVAILABLE_FOR_CHANNEL'],
  },
  {
    row: '48',
    says: 'a mobile number of the job, an offer for the job, told beforehand',
    recorded: [professional()],
    asked: text({ basis: 'professional-interest' }),
    expected: 'allow',
    codes: ['OK_B2B_INTEREST'],
  },
  {
    row: '70',
    says: 'the same person, an automated call, no consent',
    recorded: [professional()],
    asked: call({ basis: 'professional-interest' }),
    expected: 'refuse',
    codes: ['BASIS_NOT_AVAILABLE_FOR_CHANNEL'],
  },
];
