import { mailBytes } from '../bytes.ts';
import { LEGAL_NAME } from '../world.ts';
import { mail, text } from './messages.ts';
import type { Ground, TableRow } from './row.ts';
import { agreed, agreedAtPartner, declared, OTHERS } from './steps.ts';

const asked = mail({ basis: 'consent' });
const RESELLER = { siren: '123456782', name: 'Revendeur de fichiers SARL' };

/** The form of a partner whose text, or the list that it links, names us. */
const namingUs = ({ siren }: Ground) => ({
  purposes: ['partner-offers'],
  partnersNamed: [{ siren, name: LEGAL_NAME }],
});

/** Consents: what was agreed to, how, and with which proof. */
export const CONSENT_ROWS: readonly TableRow[] = [
  {
    row: '1',
    says: 'agreed on the advertiser’s own newsletter form',
    recorded: [agreed()],
    asked,
    expected: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '2',
    says: 'a consent is claimed, and nothing is on record',
    asked,
    expected: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  {
    row: '3',
    says: 'the text that was shown is not known',
    recorded: [agreed({ form: undefined })],
    asked,
    expected: 'refuse',
    codes: ['EVIDENCE_INCOMPLETE'],
  },
  {
    row: '4',
    says: 'the box came ticked',
    form: { defaultState: 'ticked' },
    recorded: [agreed()],
    asked,
    expected: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '5',
    says: 'the terms were accepted, and nothing else',
    form: { mechanism: 'terms-acceptance', defaultState: 'not-applicable' },
    recorded: [agreed()],
    asked,
    expected: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '6',
    says: 'the confirming link was not followed',
    recorded: [agreed({ confirmation: 'pending' })],
    asked,
    expected: 'refuse',
    codes: ['CONSENT_PENDING_CONFIRMATION'],
  },
  {
    row: '7',
    says: 'agreed to e-mail alone; a text message',
    recorded: [agreed()],
    asked: text({ basis: 'consent' }),
    expected: 'refuse',
    codes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '8',
    says: 'agreed with one company; its sister writes',
    recorded: [agreedAtPartner()],
    asked,
    expected: 'refuse',
    codes: ['CONSENT_WRONG_CONTROLLER'],
  },
  {
    row: '9',
    says: 'agreed to the advertiser’s own offers; a partner’s offer',
    recorded: [agreed()],
    asked: { ...asked, purpose: 'partner-offers' },
    expected: 'refuse',
    codes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '34',
    says: 'a partner’s file whose form named the advertiser, proof held, source told in the mail',
    form: namingUs,
    recorded: [agreedAtPartner()],
    asked: { ...asked, bytes: { email: mailBytes('own', 'elsewhere') } },
    expected: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '35',
    says: 'a partner’s file whose form spoke of “our partners”',
    form: { purposes: ['partner-offers'] },
    recorded: [agreedAtPartner()],
    asked,
    expected: 'refuse',
    codes: ['PARTNER_NOT_NAMED_AT_COLLECTION'],
  },
  {
    row: '36',
    says: 'a partner’s file that came through a reseller',
    form: namingUs,
    recorded: [agreedAtPartner({ transferredBy: [RESELLER] })],
    asked,
    expected: 'refuse',
    codes: ['PARTNER_CHAIN_BROKEN'],
  },
  {
    row: '37',
    says: 'a broker gives its word by contract, and no proof',
    form: namingUs,
    recorded: [agreed({ collector: OTHERS })],
    asked,
    expected: 'refuse',
    codes: ['EVIDENCE_NOT_HELD_BY_US'],
  },
  {
    row: '38',
    says: 'a contest form whose buttons mislead, as a human found',
    form: { design: { misleading: true } },
    recorded: [agreed()],
    asked,
    expected: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '62',
    says: 'agreed at fourteen, no parent with them',
    recorded: [declared({ ageBand: 'under-15' }), agreed()],
    asked,
    expected: 'refuse',
    codes: ['MINOR_CONSENT_INVALID'],
  },
];
