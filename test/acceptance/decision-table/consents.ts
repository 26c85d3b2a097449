import { mailBytes } from '../bytes.ts';
import { LEGAL_NAME, OFFERED, PROOF, SOLD } from '../world.ts';
import { agreed, agreedAtPartner, bought, declared, OTHERS } from './acts.ts';
import { mail, text } from './messages.ts';
import { OWN_SIREN, type Row } from './row.ts';
import { withConsents, withSales } from './set-in-process.ts';

const asked = mail({ basis: 'consent' });
const RESELLER = { siren: '123456782', name: 'Revendeur de fichiers SARL' };
const ALTERED = 'it is altered behind the API: test/journeys/decision-table-faults.test.ts';

/** The form of a partner whose text, or the list that it links, names us. */
const NAMING_US = { purposes: ['partner-offers'], partnersNamed: [{ siren: OWN_SIREN, name: LEGAL_NAME }] };

/** Consents: what was agreed to, how, and with which proof. */
export const CONSENT_ROWS: readonly Row[] = [
  {
    row: '1',
    title: 'agreed on the advertiser’s own newsletter form',
    recorded: [agreed()],
    asked,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '2',
    title: 'a consent is claimed, and nothing is on record',
    asked,
    outcome: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  {
    row: '2b',
    title: 'nothing is on record, and nothing is claimed',
    asked: mail(),
    outcome: 'refuse',
    codes: ['CONSENT_MISSING'],
  },
  {
    row: '3',
    title: 'the text that was shown is not known',
    recorded: [agreed({ form: undefined })],
    asked,
    outcome: 'refuse',
    codes: ['EVIDENCE_INCOMPLETE'],
  },
  {
    row: '4',
    title: 'the box came ticked',
    form: { defaultState: 'ticked' },
    recorded: [agreed()],
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '5',
    title: 'the terms were accepted, and nothing else',
    form: { mechanism: 'terms-acceptance', defaultState: 'not-applicable' },
    recorded: [agreed()],
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '6',
    title: 'the confirming link was not followed',
    recorded: [agreed({ confirmation: 'pending' })],
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_PENDING_CONFIRMATION'],
  },
  {
    row: '7',
    title: 'agreed to e-mail alone; a text message',
    recorded: [agreed()],
    asked: text({ basis: 'consent' }),
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '8',
    title: 'agreed with one company; its sister writes',
    recorded: [agreedAtPartner()],
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_CONTROLLER'],
  },
  {
    row: '9',
    title: 'agreed to the advertiser’s own offers; a partner’s offer',
    recorded: [agreed()],
    asked: { ...asked, purpose: 'partner-offers' },
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '34',
    title: 'a partner’s file whose form named the advertiser, proof held, source named in the mail',
    form: NAMING_US,
    recorded: [agreedAtPartner()],
    asked: { ...asked, bytes: { email: mailBytes('own', 'elsewhere') } },
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '35',
    title: 'a partner’s file whose form spoke of “our partners”',
    form: { purposes: ['partner-offers'] },
    recorded: [agreedAtPartner()],
    asked,
    outcome: 'refuse',
    codes: ['PARTNER_NOT_NAMED_AT_COLLECTION'],
  },
  {
    row: '35b',
    title: 'a partner’s file whose form named the advertiser, and said nothing of what for',
    form: { ...NAMING_US, purposes: [] },
    recorded: [agreedAtPartner()],
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '36',
    title: 'a partner’s file that came through a reseller',
    form: NAMING_US,
    recorded: [agreedAtPartner({ transferredBy: [RESELLER] })],
    asked,
    outcome: 'refuse',
    codes: ['PARTNER_CHAIN_BROKEN'],
  },
  {
    row: '37',
    title: 'a broker gives its word by contract, and no proof',
    form: NAMING_US,
    recorded: [agreed({ collector: OTHERS })],
    asked,
    outcome: 'refuse',
    codes: ['EVIDENCE_NOT_HELD_BY_US'],
  },
  {
    row: '38',
    title: 'a contest form whose buttons mislead, as a human found',
    form: { design: { misleading: true } },
    recorded: [agreed()],
    asked,
    outcome: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '62',
    title: 'agreed at fourteen, no parent with them',
    recorded: [declared({ ageBand: 'under-15' }), agreed()],
    asked,
    outcome: 'refuse',
    codes: ['MINOR_CONSENT_INVALID'],
  },
  {
    row: '65',
    title: 'a later date was written into the stored consent',
    recorded: [agreed({ daysAgo: 188, proof: PROOF })],
    asked,
    outcome: 'refuse',
    codes: ['EVIDENCE_TAMPERED'],
    onlyInProcess: { why: ALTERED, as: withConsents({ givenAt: '2026-06-20T09:00:00.000Z' }) },
  },
  {
    row: '65b',
    title: 'goods were added to the stored sale',
    recorded: [bought({ daysAgo: 188, lines: [{ category: SOLD }] })],
    asked: mail({ offerCategory: 'cheese' }),
    outcome: 'refuse',
    codes: ['EVIDENCE_TAMPERED'],
    onlyInProcess: { why: ALTERED, as: withSales({ lines: [{ category: OFFERED }, { category: 'cheese' }] }) },
  },
  {
    row: '72',
    title: 'agreed, and lives in Austria',
    recorded: [declared({ country: 'AT' }), agreed()],
    asked,
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['RULE_PACK_FALLBACK_CONSENT_ONLY'],
  },
];
