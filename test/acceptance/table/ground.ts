import { OPPOSITION_INBOX } from '../bytes.ts';
import { advertisingOf, contactFor, seedOf } from '../identity.ts';
import { type Inquiry, pathsOf, type RecordingCall } from '../requests.ts';
import {
  APPROVER,
  daysAgo,
  type Fields,
  FUNCTION,
  NAME,
  NOTICE_URL,
  OFFERED,
  SHOWN,
  SOLD,
  settingsOf,
} from '../world.ts';
import { type AddressName, fieldsOf, type Ground, type TableRow } from './row.ts';

const phoneOf = (contact: Ground['contact']): string => ('phone' in contact ? contact.phone : '');

/** One person in each kind of address; the free mailbox is at a real provider, since the list of those is the law's. */
const addressesOf = (hash: string): Ground['addresses'] => {
  const consumer = { recipientKind: 'consumer' } as const;
  const mobile = contactFor({ channel: 'sms', ...consumer }, hash);
  return {
    mailbox: contactFor({ channel: 'email', ...consumer }, hash),
    mobile,
    'mobile-in-reunion': { phone: `+26269220${phoneOf(mobile).slice(-4)}` },
    'work-mailbox': contactFor({ channel: 'email', recipientKind: 'professional' }, hash),
    'free-mailbox': { email: `claude.roche.${hash.slice(0, 10)}@laposte.net` },
    'role-mailbox': contactFor({ channel: 'email', recipientKind: 'legal-person' }, hash),
  };
};

const usualAddress = ({ channel }: Fields): AddressName => (channel === 'email' ? 'mailbox' : 'mobile');

/** The advertiser and the people of one row; another `run` gives others. */
export const groundOf = ({ row, to, asked }: TableRow, run: string, now: number): Ground => {
  const id = `row-${row}`;
  const hash = seedOf(id, run);
  const { advertiserId, siren } = advertisingOf(id, hash);
  const addresses = addressesOf(hash);
  return { advertiserId, siren, addresses, contact: addresses[to ?? usualAddress(asked)], now };
};

const lawfulSettings = (ground: Ground): Fields => ({
  ...settingsOf(ground),
  oppositionInbox: OPPOSITION_INBOX,
  analogies: [{ sold: SOLD, offered: [OFFERED], rationale: 'Qui achète un outil de jardin sème et plante.' }],
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

const messageOf = ({ asked, sent }: TableRow, ground: Ground): Fields => {
  const message: Fields = { contact: ground.contact, ...asked };
  if (sent === undefined) return message;
  // Its subject is that of its content.
  const { subject: _, ...handedIn } = message;
  return { ...handedIn, content: sent.content, validUntil: daysAgo(ground, -sent.days) };
};

/** The row as calls of the API: settings, form and template, then what it records, then its question. */
export const inquiryOfRow = (row: TableRow, ground: Ground): Inquiry => {
  const paths = pathsOf(ground.advertiserId);
  const put = (kind: RecordingCall['kind'], path: string, body: Fields): RecordingCall => ({
    method: 'PUT',
    kind,
    path,
    body,
  });
  return {
    advertiserId: ground.advertiserId,
    recorded: [
      put('advertiser', paths.settings, { ...lawfulSettings(ground), ...row.settings }),
      put('form', paths.form, { ...LAWFUL_FORM, ...fieldsOf(row.form, ground) }),
      ...(row.template === undefined ? [] : [put('template', paths.template, row.template)]),
      ...(row.recorded ?? []).map((step) => step(ground)),
    ],
    message: messageOf(row, ground),
    decisions: [],
  };
};
