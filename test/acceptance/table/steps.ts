/** What may be recorded of a person, each with what is usual unless a row says otherwise. */
import type { RecordingCall } from '../requests.ts';
import { COLLECTOR, daysAgo, type Fields, FORM, FUNCTION, PROOF, SOLD } from '../world.ts';
import type { AddressName, Ground, Step } from './row.ts';

type Changes = Fields & { readonly daysAgo?: number };

/** Another legal person: a sister company, a partner that collected, a broker. */
export const OTHERS = { siren: '732829320', name: COLLECTOR } as const;

const fact = (kind: RecordingCall['kind'], path: string, fields: (ground: Ground) => Fields): Step => {
  return (ground) => {
    const { advertiserId, contact } = ground;
    return { method: 'POST', kind, path, body: { advertiserId, contact, ...fields(ground) } };
  };
};

/** The person agreed on the form, to e-mail, some months ago. */
export const agreed = ({ daysAgo: days = 100, ...consent }: Changes = {}): Step =>
  fact('consent', '/v1/consents', (ground) => ({
    channels: ['email'],
    form: FORM,
    givenAt: daysAgo(ground, days),
    ...consent,
  }));

/** A partner collected the consent, and the advertiser holds its proof. */
export const agreedAtPartner = (changes: Changes = {}): Step => agreed({ collector: OTHERS, proof: PROOF, ...changes });

/** The consent recorded before was taken back. */
export const withdrew = (days = 10): Step => {
  return (ground) => ({
    method: 'POST',
    kind: 'withdrawal',
    path: `/v1/consents/{consentId}/withdrawal?advertiserId=${ground.advertiserId}`,
    body: { occurredAt: daysAgo(ground, days) },
  });
};

/** An order of the same kind of goods, with a notice and a way to refuse at the checkout. */
export const bought = ({ daysAgo: days = 90, ...sale }: Changes = {}): Step =>
  fact('sale', '/v1/sales', (ground) => ({
    reference: 'CMD-1',
    type: 'order',
    soldAt: daysAgo(ground, days),
    lines: [{ category: SOLD }],
    form: FORM,
    ...sale,
  }));

export const EVERYTHING = { scope: 'global' } as const;
export const MAILS = { scope: 'channel', channels: ['email'] } as const;
export const TEXTS = { scope: 'channel', channels: ['sms', 'mms', 'rcs'] } as const;

/** The person opposed to this, ten days ago. */
export const opposed = (of: Fields, { daysAgo: days = 10, ...opposition }: Changes = {}): Step =>
  fact('opposition', '/v1/oppositions', (ground) => ({
    of,
    road: 'email',
    occurredAt: daysAgo(ground, days),
    ...opposition,
  }));

export const clicked = (days: number): Step =>
  fact('activity', '/v1/activities', (ground) => ({ act: 'human-click', occurredAt: daysAgo(ground, days) }));

/** What the advertiser declares of the contact. */
export const declared = (facts: Fields): Step => {
  return ({ advertiserId, contact }) => ({
    method: 'PUT',
    kind: 'contact',
    path: '/v1/contacts',
    body: { advertiserId, contact, ...facts },
  });
};

/** A professional found in a public source, told that the address would serve prospecting, and free to refuse. */
export const professional = ({ source, ...facts }: Fields = {}): Step => {
  return (ground) => {
    const toldAt = daysAgo(ground, 60);
    const profession = {
      function: FUNCTION,
      source: { kind: source ?? 'public-source', reference: COLLECTOR, collectedAt: daysAgo(ground, 150) },
      noticeGivenAt: toldAt,
      refusalOfferedAt: toldAt,
    };
    return declared({ kind: 'professional', profession, ...facts })(ground);
  };
};

/** An organisation behind the address, as the register of companies has it. */
export const organisation = (legalForm: 'company' | 'single-member-company' = 'company'): Step =>
  declared({ kind: 'legal-person', organisation: { legalForm, source: 'Site de la société' } });

/** The same of another address than the one written to. */
export const at = (name: AddressName, step: Step): Step => {
  return (ground) => step({ ...ground, contact: ground.addresses[name] });
};

/** The advertiser says that mailbox and mobile number are one human. */
export const ONE_PERSON: readonly Step[] = [
  at('mailbox', declared({ personRef: 'client-1' })),
  at('mobile', declared({ personRef: 'client-1' })),
];
