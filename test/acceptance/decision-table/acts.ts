/** The acts that rows record, each lawful unless the row says otherwise. */
import { COLLECTOR, type Fields, FORM, FUNCTION, OFFERED, PROOF, SOLD, TEMPLATE } from '../world.ts';
import { type Act, type ActOnRecord, type AddressName, ago, type ContactAct, type DecisionAct } from './row.ts';

type Changes = Fields & { readonly daysAgo?: number };

/** Another legal person: a sister company, a partner that collected, a broker. */
export const OTHERS = { siren: '732829320', name: COLLECTOR } as const;

/** The person agreed on the form, to e-mail, some months ago. */
export const agreed = ({ daysAgo = 100, ...consent }: Changes = {}): ContactAct => ({
  kind: 'consent',
  fields: { channels: ['email'], form: FORM, givenAt: ago(daysAgo), ...consent },
});

/** A partner collected the consent, and the advertiser holds its proof. */
export const agreedAtPartner = (changes: Changes = {}): ContactAct =>
  agreed({ collector: OTHERS, proof: PROOF, ...changes });

/** The person took back the last consent recorded. */
export const withdrew = (daysAgo = 10): ActOnRecord => ({ kind: 'withdrawal', fields: { occurredAt: ago(daysAgo) } });

/** An operator ended the last consent recorded: a correction, no act of the person (D3). */
export const invalidated = (): ActOnRecord => ({
  kind: 'invalidation',
  fields: { reason: 'La case visait un autre site.' },
});

/** Two humans declared that the last record never was an act of the person (D4). */
export const annulled = (): ActOnRecord => ({
  kind: 'annulment',
  fields: {
    cause: 'wrong-import',
    explanation: 'Le fichier a été lu avec une colonne de décalage.',
    evidence: { sha256: '9d'.repeat(32) },
    approvers: [{ name: 'Hélène Marchand' }, { name: 'Paul Garnier' }],
  },
});

/** An order of the same kind of goods, with a notice and a way to refuse at the checkout. */
export const bought = ({ daysAgo = 90, ...sale }: Changes = {}): ContactAct => ({
  kind: 'sale',
  fields: {
    reference: 'CMD-1',
    type: 'order',
    soldAt: ago(daysAgo),
    lines: [{ category: SOLD }],
    form: FORM,
    ...sale,
  },
});

export const EVERYTHING = { scope: 'global' } as const;
export const MAILS = { scope: 'channel', channels: ['email'] } as const;
export const TEXTS = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] } as const;
/** Our own offers by e-mail, as the box beside an order is usually worded. */
export const OFFERS_BY_MAIL = { of: { scope: 'purpose', channels: ['email'], purpose: 'own-offers' } } as const;
/** Being counted when opening a mail. */
export const COUNTING = { scope: 'purpose', channels: ['email'], purpose: 'tracking' } as const;

/** The person opposed to this, ten days ago. */
export const opposed = (of: Fields, { daysAgo = 10, ...opposition }: Changes = {}): ContactAct => ({
  kind: 'opposition',
  fields: { of, via: 'email', occurredAt: ago(daysAgo), ...opposition },
});

export const clicked = (daysAgo: number): ContactAct => ({
  kind: 'activity',
  fields: { act: 'human-click', occurredAt: ago(daysAgo) },
});

/** What the advertiser declares of the contact. */
export const declared = (fields: Fields): ContactAct => ({ kind: 'contact', fields });

const PROFESSION = {
  function: FUNCTION,
  source: { kind: 'public-source', reference: COLLECTOR, collectedAt: ago(150) },
  noticeGivenAt: ago(60),
  refusalOfferedAt: ago(60),
} as const;

/** A professional found in a public source, informed that the address would serve prospecting, and free to refuse. */
export const professional = (profession: Fields = {}, facts: Fields = {}): ContactAct =>
  declared({ kind: 'professional', profession: { ...PROFESSION, ...profession }, ...facts });

/** An organisation behind the address, as the register of companies has it. */
export const organisation = (legalForm: 'company' | 'single-member-company' = 'company'): ContactAct =>
  declared({ kind: 'legal-person', organisation: { siren: OTHERS.siren, legalForm, source: 'Site de la société' } });

/** The same, which nothing shows but the word of the advertiser. */
export const saidToBeOrganisation = (): ContactAct =>
  declared({ kind: 'legal-person', organisation: { legalForm: 'company', source: 'Site de la société' } });

/** The same of another address than the one written to. */
export const at = (of: AddressName, act: ContactAct): ContactAct => ({ ...act, of });

/** The advertiser says that mailbox and mobile number are one human. */
export const ONE_PERSON: readonly Act[] = [
  at('mailbox', declared({ personRef: 'client-1' })),
  at('mobile', declared({ personRef: 'client-1' })),
];

/** A named human decided this cause. */
export const decided = (
  cause: string,
  decision: 'allowed' | 'refused' = 'allowed',
  more: Fields = {},
  met?: DecisionAct['met'],
): Act => ({
  kind: 'decision',
  cause,
  fields: { decision, reason: 'Examiné avec le service client.', decider: 'Hélène Marchand', ...more },
  ...(met === undefined ? {} : { met }),
});

/** The causes of the row's own template, form, and free accounts. */
export const TEMPLATE_CAUSE = `template:${TEMPLATE.templateId}@${TEMPLATE.version}`;
export const SECTOR_CAUSE = `sector:${TEMPLATE.templateId}@${TEMPLATE.version}`;
export const CPF_CAUSE = `cpf:${TEMPLATE.templateId}@${TEMPLATE.version}`;
export const FORM_CAUSE = `form:${FORM.formId}@${FORM.version}`;
export const FREE_ACCOUNTS = 'sale-type:free-account';

/** The row's advertiser sent this message to the contact. */
export const wrote = (fields: Fields): Act => ({ kind: 'message', fields });

/** Hours pass before what comes next. */
export const later = (hours: number): Act => ({ kind: 'time', hours });

const aCall = (): Act =>
  wrote({
    channel: 'automated-call',
    offerCategory: OFFERED,
    content: { automatedCall: { script: 'Nos semences de printemps sont arrivées.' } },
  });
/** Of a message that is asked about on a Tuesday at eleven: calls on the Monday three weeks before, on the next two and on the last Friday, at half past eleven. */
export const FOUR_CALLS: readonly Act[] = [
  aCall(),
  later(168),
  aCall(),
  later(168),
  aCall(),
  later(96),
  aCall(),
  later(95.5),
];
