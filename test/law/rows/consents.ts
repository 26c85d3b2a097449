import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  OTHER_SIREN,
  SIREN,
  sha256,
} from '#test/support/builders.ts';
import { anSms, MOBILE, type Row } from './row.ts';

const claimed = aProposedMessage({ basis: 'consent' });
const PROOF = { sha256: sha256('7'), mediaType: 'application/pdf' };
const BROKER = { siren: OTHER_SIREN, name: 'Courtier' };

/** A consent given on one form version, and an e-mail that names it as its basis. */
const consenting = (consent: Partial<Consent> = {}, form: Partial<FormVersion> = {}) =>
  aVetRequest({
    message: claimed,
    standing: aStanding({ consents: [aConsent(consent)] }),
    forms: [aFormVersion(form)],
  });

/** A partner's form, and its collector's consent. */
const fromPartner = (form: Partial<FormVersion>, consent: Partial<Consent> = {}) =>
  consenting({ collector: BROKER, proof: PROOF, ...consent }, { purposes: ['partner-offers'], ...form });
const NAMED = { partnersNamed: [{ siren: SIREN, name: 'Maison Valmy' }] };

export const CONSENT_ROWS: readonly Row[] = [
  {
    row: '1',
    title: 'newsletter form of the advertiser',
    request: consenting(),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '2',
    title: 'nothing on record',
    request: aVetRequest({ message: claimed }),
    outcome: 'refuse',
    codes: ['EVIDENCE_MISSING'],
  },
  {
    row: '2b',
    title: 'nothing on record, nothing claimed',
    request: aVetRequest(),
    outcome: 'refuse',
    codes: ['CONSENT_MISSING'],
  },
  {
    row: '3',
    title: 'the wording shown is not known',
    request: consenting({ form: undefined }),
    outcome: 'refuse',
    codes: ['EVIDENCE_INCOMPLETE'],
  },
  {
    row: '4',
    title: 'a pre-ticked box',
    request: consenting({}, { defaultState: 'ticked' }),
    outcome: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '5',
    title: 'acceptance of the terms',
    request: consenting({}, { mechanism: 'terms-acceptance' }),
    outcome: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '6',
    title: 'confirmation not clicked',
    request: consenting({ state: 'pending' }),
    outcome: 'refuse',
    codes: ['CONSENT_PENDING_CONFIRMATION'],
  },
  {
    row: '7',
    title: 'consent to e-mail only, message by SMS',
    request: aVetRequest({
      message: anSms({ basis: 'consent' }),
      address: MOBILE,
      standing: aStanding({ addressKind: 'phone', consents: [aConsent()] }),
    }),
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_CHANNEL'],
  },
  {
    row: '8',
    title: 'consent to company A, advertiser is its sister B',
    request: consenting({ collector: BROKER, proof: PROOF }),
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_CONTROLLER'],
  },
  {
    row: '9',
    title: 'consent to own offers, message is a partner’s',
    request: aVetRequest({
      message: aProposedMessage({ basis: 'consent', purpose: 'partner-offers' }),
      standing: aStanding({ consents: [aConsent()] }),
    }),
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '34',
    title: 'partner file, advertiser named in the form',
    request: fromPartner(NAMED),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
  },
  {
    row: '35',
    title: 'partner file, “our partners” unnamed',
    request: fromPartner({}),
    outcome: 'refuse',
    codes: ['PARTNER_NOT_NAMED_AT_COLLECTION'],
  },
  {
    row: '35b',
    title: 'partner file, advertiser named, but nothing said of what for',
    request: fromPartner({ ...NAMED, purposes: [] }),
    outcome: 'refuse',
    codes: ['CONSENT_WRONG_PURPOSE'],
  },
  {
    row: '36',
    title: 'a partner’s partner',
    request: fromPartner(NAMED, { transferredBy: [{ siren: '123456789', name: 'Revendeur' }] }),
    outcome: 'refuse',
    codes: ['PARTNER_CHAIN_BROKEN'],
  },
  {
    row: '37',
    title: 'a broker warrants it by contract alone',
    request: fromPartner(NAMED, { proof: undefined }),
    outcome: 'refuse',
    codes: ['EVIDENCE_NOT_HELD_BY_US'],
  },
  {
    row: '38',
    title: 'contest form with deceptive buttons',
    request: consenting({}, { design: { misleading: true } }),
    outcome: 'refuse',
    codes: ['CONSENT_MECHANISM_INVALID'],
  },
  {
    row: '62',
    title: 'fourteen years old, no parent',
    request: aVetRequest({
      message: claimed,
      standing: aStanding({ consents: [aConsent()], declared: { ageBand: 'under-15' } }),
    }),
    outcome: 'refuse',
    codes: ['MINOR_CONSENT_INVALID'],
  },
  {
    row: '65',
    title: 'a later date was written into the stored consent',
    request: consenting({ givenAt: instant('2026-06-20T09:00:00Z'), seal: aConsent().seal }),
    outcome: 'refuse',
    codes: ['EVIDENCE_TAMPERED'],
  },
  {
    row: '65b',
    title: 'goods were added to the stored sale',
    request: aVetRequest({
      message: aProposedMessage({ offerCategory: 'cheese' }),
      standing: aStanding({ sales: [aSale({ lines: [{ category: 'cheese' }], seal: aSale().seal })] }),
    }),
    outcome: 'refuse',
    codes: ['EVIDENCE_TAMPERED'],
  },
  {
    row: '72',
    title: 'valid consent, lives in Austria',
    request: aVetRequest({
      message: claimed,
      standing: aStanding({ consents: [aConsent()], declared: { country: 'AT' } }),
    }),
    outcome: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['RULE_PACK_FALLBACK_CONSENT_ONLY'],
  },
];
