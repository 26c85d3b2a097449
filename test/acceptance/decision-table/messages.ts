/** The messages that rows ask about, without their contact: an offer of seeds, unless a row says otherwise. */
import { APPROVER, type Fields, OFFERED, SENDERS, TEMPLATE } from '../world.ts';

const offer = (channel: string, fields: Fields): Fields => ({
  channel,
  offerCategory: OFFERED,
  ...(SENDERS[channel] === undefined ? {} : { sender: SENDERS[channel] }),
  ...fields,
});

export const mail = (fields: Fields = {}): Fields =>
  offer('email', { subject: 'Nos semences de printemps', ...fields });
export const text = (fields: Fields = {}): Fields => offer('sms', fields);
export const call = (fields: Fields = {}): Fields => offer('automated-call', fields);
export const other = (channel: 'fax' | 'live-call' | 'mms', fields: Fields = {}): Fields => offer(channel, fields);

/** A mail or a text made from the row's template, which says what it is and what it offers. */
export const made = (fields: Fields = {}): Fields => ({
  channel: 'email',
  template: TEMPLATE,
  reference: 'CMD-1',
  ...fields,
});
export const madeText = (fields: Fields = {}): Fields => made({ channel: 'sms', ...fields });

/** A template of mails or texts. */
const template = (content: Fields, fields: Fields): Fields => ({
  category: OFFERED,
  content,
  ...fields,
});
const ofMail = (text: string, subject = 'Votre commande'): Fields => ({ email: { subject, text } });

const OWED = { class: 'transactional', reason: 'order', reference: 'Procédure 12' } as const;
/** What an order confirmation says. */
export const CONFIRMED = 'Bonjour, votre commande est enregistrée.';
/** An order confirmation, which may say more. */
export const confirmation = (more = '', fields: Fields = {}): Fields =>
  template(ofMail(`${CONFIRMED}${more}`), { ...OWED, ...fields });
export const confirmationText = (more = ''): Fields => template({ sms: { text: `${CONFIRMED}${more}` } }, OWED);
/** A part that promotes, in what is no prospecting. */
export const BLOCK = '{{#prospecting}} Nos bulbes d’automne sont arrivés.{{/prospecting}}';

/** A satisfaction survey: neither owed nor an offer. */
export const survey = (more = ''): Fields =>
  template(ofMail(`Bonjour, comment s’est passée votre visite ?${more}`, 'Votre avis'), { class: 'relational' });

/** Who compared subject and offer. */
const JUDGED_BY = { approver: { ...APPROVER, approvedAt: '2024-01-08T09:00:00.000Z' } };
/** A letter that offers goods. */
export const letter = (fields: Fields = {}): Fields =>
  template(ofMail('Bonjour, nos rouleaux de laine sont en rayon.', 'En rayon'), { ...JUDGED_BY, ...fields });

const STAYS = 'Bonjour, souhaitez-vous toujours recevoir nos nouvelles ? Sans réponse, nous effacerons vos données.';
/** The question whether to stay, in a category of its own that nobody buys. */
export const question = (more = ''): Fields =>
  template(ofMail(`${STAYS}${more}`, 'Souhaitez-vous rester en contact ?'), {
    class: 'renewal-request',
    category: 'stay',
  });
export const questionText = (): Fields =>
  template(
    { sms: { text: 'Souhaitez-vous toujours nos nouvelles ?' } },
    { class: 'renewal-request', category: 'stay' },
  );

/** Content of a mail, as it is handed in; with an image that counts who opens it, or without. */
export const CONTENT = { email: { subject: 'Nos semences', html: '<p>Nos semences sont là.</p>' } } as const;
export const IMAGE = '<img src="https://t.example/ouvert" width="1" height="1">';
export const COUNTED_CONTENT = {
  email: { subject: 'Nos semences', html: `${CONTENT.email.html}${IMAGE}` },
} as const;
