import { advertisingOf, type Contact, contactFor, seedOf } from '../identity.ts';
import { type Inquiry, pathsOf, type RecordingCall, type Step, templateCalls } from '../requests.ts';
import {
  APPROVER,
  daysAgo,
  type Fields,
  FUNCTION,
  NAME,
  NOTICE_URL,
  OFFERED,
  OPPOSITION_INBOX,
  SHOWN,
  SOLD,
  settingsOf,
} from '../world.ts';
import type { Act, AddressName, Row } from './row.ts';

/** Where a row takes place: an advertiser of its own, its people, and the moment of asking (ms), from which ages count. */
export interface Ground {
  readonly advertiserId: string;
  readonly siren: string;
  readonly addresses: Readonly<Record<AddressName, Contact>>;
  /** To whom the message goes, and of whom facts are recorded unless they say of whom. */
  readonly contact: Contact;
  readonly now: number;
}

const phoneOf = (contact: Contact): string => ('phone' in contact ? contact.phone : '');

/** One person in each kind of address; the free mailbox is at a real provider, since the list of those is the law's. */
const addressesOf = (hash: string): Ground['addresses'] => {
  const consumer = { recipientKind: 'consumer' } as const;
  const mobile = contactFor({ channel: 'sms', ...consumer }, hash);
  return {
    mailbox: contactFor({ channel: 'email', ...consumer }, hash),
    mobile,
    landline: { phone: `+3314567${phoneOf(mobile).slice(-4)}` },
    'mobile-in-reunion': { phone: `+26269220${phoneOf(mobile).slice(-4)}` },
    'work-mailbox': contactFor({ channel: 'email', recipientKind: 'professional' }, hash),
    'free-mailbox': { email: `claude.roche.${hash.slice(0, 10)}@laposte.net` },
    'role-mailbox': contactFor({ channel: 'email', recipientKind: 'legal-person' }, hash),
    'direction-mailbox': { email: `direction@maison-${hash.slice(0, 10)}.example` },
  };
};

const usualAddress = ({ channel }: Fields): AddressName => (channel === 'email' ? 'mailbox' : 'mobile');

/** The advertiser and the people of one row; another `run` gives others. */
export const groundOf = ({ row, to, asked }: Row, run: string, now: number): Ground => {
  const id = `row-${row}`;
  const hash = seedOf(id, run);
  const { advertiserId, siren } = advertisingOf(id, hash);
  const addresses = addressesOf(hash);
  return { advertiserId, siren, addresses, contact: addresses[to ?? usualAddress(asked)], now };
};

const lawfulSettings = (ground: Ground): Fields => ({
  ...settingsOf(ground),
  oppositionInbox: OPPOSITION_INBOX,
  analogies: [{ sold: SOLD, offered: [SOLD, OFFERED], rationale: 'Qui achète un outil de jardin sème et plante.' }],
  professionalOffers: [{ function: FUNCTION, offered: [OFFERED], rationale: 'Commande ce qui se plante.' }],
});

const REFUSAL = '☐ Je ne veux pas recevoir d’offres.';
/** One form for consents and sales: an empty box, a text that names who, what and how, a notice, and a refusal. */
const LAWFUL_FORM: Fields = {
  mode: 'web',
  wording: `☐ J’accepte de recevoir par e-mail, par SMS, par MMS et par appel automatique les offres de ${NAME}. ${REFUSAL}`,
  channels: [
    { channel: 'email', words: 'par e-mail' },
    { channel: 'sms', words: 'par SMS' },
    { channel: 'mms', words: 'par MMS' },
    { channel: 'automated-call', words: 'par appel automatique' },
  ],
  purposes: ['own-offers'],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '2023-01', url: NOTICE_URL },
  refusal: { words: REFUSAL },
  shown: SHOWN,
  approver: { ...APPROVER, approvedAt: '2021-01-04T09:00:00.000Z' },
};

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The fields with each age as the instant that it is, and the SIREN of the advertiser where it is named. */
const resolved = (value: unknown, ground: Ground): unknown => {
  if (Array.isArray(value)) return value.map((each) => resolved(each, ground));
  if (!isObject(value)) return value;
  if (typeof value.daysAgo === 'number') return daysAgo(ground, value.daysAgo);
  if (value.own === 'siren') return ground.siren;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolved(each, ground)]));
};
const fieldsOn = (fields: Fields, ground: Ground): Fields => {
  const all = resolved(fields, ground);
  return isObject(all) ? all : {};
};

const PATHS = {
  contact: '/v1/contacts',
  consent: '/v1/consents',
  sale: '/v1/sales',
  opposition: '/v1/oppositions',
  activity: '/v1/activities',
  withdrawal: '/v1/consents/{consentId}/withdrawal',
  invalidation: '/v1/consents/{consentId}/invalidation',
  annulment: '/v1/records/{recordId}/annulment',
} as const;

const messageOn = (ground: Ground, fields: Fields, to?: AddressName): Fields => ({
  contact: to === undefined ? ground.contact : ground.addresses[to],
  ...fieldsOn(fields, ground),
});

/** An act as the call that brings it about, or as what stands between two calls. */
const stepOf = (act: Act, { asked }: Row, ground: Ground): Step => {
  const { advertiserId } = ground;
  switch (act.kind) {
    case 'time':
      return act;
    case 'message':
      return { kind: 'message', message: messageOn(ground, act.fields) };
    case 'decision': {
      const met = messageOn(ground, { ...asked, ...act.met?.message }, act.met?.to);
      return { kind: 'decision', cause: act.cause, body: fieldsOn(act.fields, ground), met };
    }
    case 'withdrawal':
    case 'invalidation':
    case 'annulment': {
      const path = `${PATHS[act.kind]}?advertiserId=${advertiserId}`;
      return { method: 'POST', kind: act.kind, path, body: fieldsOn(act.fields, ground) };
    }
    default: {
      const contact = act.of === undefined ? ground.contact : ground.addresses[act.of];
      const body = { advertiserId, contact, ...fieldsOn(act.fields, ground) };
      return { method: act.kind === 'contact' ? 'PUT' : 'POST', kind: act.kind, path: PATHS[act.kind], body };
    }
  }
};

const messageOf = ({ asked, sent }: Row, ground: Ground): Fields => {
  if (sent === undefined) return messageOn(ground, asked);
  // Its subject is that of its content.
  const { subject: _, ...handedIn } = asked;
  return messageOn(ground, { ...handedIn, ...sent });
};

/** The row as calls of the API: settings, form and template, then what it records, then its question. */
export const inquiryOfRow = (row: Row, ground: Ground): Inquiry => {
  const paths = pathsOf(ground.advertiserId);
  const put = (kind: RecordingCall['kind'], path: string, body: Fields): RecordingCall => ({
    method: 'PUT',
    kind,
    path,
    body: fieldsOn(body, ground),
  });
  return {
    advertiserId: ground.advertiserId,
    recorded: [
      put('advertiser', paths.settings, { ...lawfulSettings(ground), ...row.settings }),
      put('form', paths.form, { ...LAWFUL_FORM, ...row.form }),
      ...templateCalls(ground.advertiserId, row.template && fieldsOn(row.template, ground)),
      ...(row.recorded ?? []).map((act) => stepOf(act, row, ground)),
    ],
    message: messageOf(row, ground),
    isSent: row.sent !== undefined,
    decisions: [],
  };
};
