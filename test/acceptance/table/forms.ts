import { mailBytes, smsBytes } from '../bytes.ts';
import { SENDER_EMAIL } from '../world.ts';
import { mail, text } from './messages.ts';
import type { TableRow } from './row.ts';
import { agreed } from './steps.ts';

const toMails = [agreed()];
const toTexts = [agreed({ channels: ['sms'] })];

const COUNTED = '<p>Nos semences sont là.</p><img src="https://t.example/ouvert" width="1" height="1">';

/** Sender, subject and final bytes. */
export const FORM_ROWS: readonly TableRow[] = [
  {
    row: '51',
    says: 'a text so long that with STOP it takes a segment too many',
    recorded: toTexts,
    asked: text({ basis: 'consent', bytes: { sms: smsBytes('own', 'Nos semences sont là. '.repeat(22)) } }),
    expected: 'refuse',
    codes: ['OPPOSITION_MENTION_MISSING'],
  },
  {
    row: '52',
    says: 'a text shown from a mobile number',
    recorded: toTexts,
    asked: text({ basis: 'consent', sender: '+33612000000' }),
    expected: 'refuse',
    codes: ['SENDER_ID_INVALID'],
  },
  {
    row: '58',
    says: 'a subject that feigns a reply',
    recorded: toMails,
    asked: mail({ subject: 'RE: votre dossier' }),
    expected: 'refuse',
    codes: ['SUBJECT_FAKE_REPLY'],
  },
  {
    row: '59',
    says: 'a subject that says nothing of the offer, for it is empty',
    recorded: toMails,
    asked: mail({ bytes: { email: mailBytes('own', 'person', ' ') } }),
    expected: 'refuse',
    codes: ['SUBJECT_UNRELATED'],
  },
  {
    row: '63',
    says: 'an image that counts openings, to one who agreed to offers alone',
    recorded: toMails,
    asked: mail({ basis: 'consent' }),
    sent: { content: { email: { subject: 'Nos semences', html: COUNTED } }, days: 3 },
    expected: 'allow',
    codes: ['OK_CONSENT'],
    notes: ['PIXEL_STRIPPED_NO_CONSENT'],
  },
  {
    row: '60',
    says: 'shown under a brand that the advertiser’s settings do not know',
    settings: { senders: { email: [{ address: SENDER_EMAIL, name: 'Le Club des Jardins' }] } },
    recorded: toMails,
    asked: mail(),
    expected: 'refuse',
    codes: ['ADVERTISER_HIDDEN'],
  },
];
