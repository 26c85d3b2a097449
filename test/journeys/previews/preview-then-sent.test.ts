import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromHeader } from '#shared/adapters/ses/from-header.ts';
import { MESSAGE_ID } from '#shared/app/preview/previewed-message.ts';
import { MessageId } from '#shared/domain/ids.ts';
import { shortReferenceOf } from '#shared/domain/message/short-reference.ts';
import { EXAMPLES } from '#test/support/routes.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, type Contact, callerOf, setUp } from '../send-path-api.ts';

const ADVERTISER = 'maison-valmy';
const MAIL = { email: 'camille.martin@example.fr' };
const PHONE = { phone: '+33612345678' };
const NEVER_AGREED = { email: 'dominique.petit@example.fr' };
const VALUES = { prenom: 'Léa & Co', ville: 'Reims <51>' };

const HTML = `<!doctype html><html lang="fr"><head><style>p { color: #333 } @media (max-width: 480px) { td { width: 100% } }</style></head>
<body><table width="640" align="center"><tr><td><p>Bonjour {{prenom}},</p><p>nos vins d’hiver sont à {{ ville | default: "Paris" }} &eacute;t&eacute;.</p>
<img src="https://t.example/o.gif" width="1" height="1" alt=""><p><a href="*|UNSUB|*">Se désabonner</a></p></td></tr></table></body></html>`;
const TEMPLATES = {
  newsletter: { category: 'wine', content: { email: { subject: 'Nos vins d’hiver, {{prenom}}', html: HTML } } },
  text: { category: 'wine', content: { sms: { text: 'Fête des vins à {{ville}}, {{prenom}} !' } } },
  order: {
    class: 'transactional',
    reason: 'order',
    reference: 'CGV, article 4',
    category: 'orders',
    content: {
      email: {
        subject: 'Votre commande',
        html: '<p>Bonjour {{prenom}}, elle part demain.</p>{{#prospecting}}<p>Et -20 % sur nos vins.</p>{{/prospecting}}',
        text: 'Bonjour {{prenom}}, elle part demain.\n{{#prospecting}}Et -20 % sur nos vins.{{/prospecting}}',
      },
    },
  },
} as const;
type Name = keyof typeof TEMPLATES;

interface Mail {
  readonly from: { readonly address: string; readonly name: string };
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}
interface Preview {
  readonly asOf: string;
  readonly bytes: { readonly email: Mail; readonly sms: object };
  readonly link?: string;
  readonly cost?: { readonly segments: number };
}

let stack: Aval;
let api: ApiCaller;

const put = (name: Name) => api.put(`/v1/advertisers/${ADVERTISER}/templates/${name}/versions/1`, TEMPLATES[name]);

beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  api = callerOf(stack);
  await setUp(api);
  await Promise.all([agree(api, MAIL), agree(api, PHONE), put('newsletter'), put('text'), put('order')]);
  const { key } = await api.post('/v1/api-keys', {
    name: 'Jurist',
    scopes: ['templates:approve'],
    advertisers: [ADVERTISER],
  });
  const jurist = callerOf({ applicationUrl: stack.applicationUrl, rootKey: String(key) });
  const approval = EXAMPLES['approve-template-version'] as object;
  await jurist.post(`/v1/advertisers/${ADVERTISER}/templates/order/versions/1/approval`, approval);
});
afterAll(() => stack?.stop());

/** What is shown of a message; then the same message is sent. Resolves to both, and to its id. */
const previewThenSend = async (name: Name, contact: Contact) => {
  const made = { contact, mergeValues: VALUES, ...(name === 'order' ? { reference: '1042' } : {}) };
  const path = `/v1/advertisers/${ADVERTISER}/templates/${name}/versions/1`;
  const preview = (await api.post(`${path}/preview`, made)) as unknown as Preview;
  expect(preview.asOf).toBe('now');
  const channel = 'email' in contact ? 'email' : 'sms';
  const message = { ...made, channel, template: { templateId: name, version: '1' } };
  const { messages } = await api.post('/v1/messages', { advertiserId: ADVERTISER, messages: [message] });
  await stack.idle();
  const [accepted] = messages as readonly { id: string }[];
  return { preview, id: MessageId.parse(accepted?.id) };
};

const mailOf = (id: MessageId) => {
  const mail = stack.inbox().find(({ headers }) => headers.some(({ value }) => value === shortReferenceOf(id)));
  if (mail === undefined) throw new Error('no mail arrived');
  return mail;
};
const mailboxIn = (text: string): string | undefined => /o\+[0-9a-v]{61}@/.exec(text)?.[0];
const tokenIn = (text: string): string | undefined => /\/o\/([\w-]+)/.exec(text)?.[1];

describe('what a preview shows', () => {
  test.each<[string, Name, Contact]>([
    ['a newsletter', 'newsletter', MAIL],
    ['an order with the block that promotes', 'order', MAIL],
    ['an order without it', 'order', NEVER_AGREED],
  ])('of %s is what its reader gets, save its token and its reference', async (_, name, contact) => {
    const { preview, id } = await previewThenSend(name, contact);
    const { email } = preview.bytes;
    const { from, subject, html, text, headers } = mailOf(id);
    expect(from).toBe(fromHeader(email.from));
    expect(html?.includes('-20 %')).toBe(name === 'order' && contact === MAIL);
    const received = JSON.stringify({ from: email.from, subject, text, html, headers });
    const [living, inert] = [tokenIn(received), tokenIn(preview.link ?? '')];
    // As long, so that sizes and folded headers are the same.
    expect([living?.length, living === inert]).toEqual([inert?.length, inert === undefined]);
    const [mailbox = '@', shownMailbox = '@'] = [received, JSON.stringify(email)].map(mailboxIn);
    expect([mailbox.length, mailbox === shownMailbox]).toEqual([shownMailbox.length, mailbox === '@']);
    const replaced = received
      .replaceAll(mailbox, shownMailbox)
      .replaceAll(living ?? '/o/', inert ?? '/o/')
      .replaceAll(shortReferenceOf(id), shortReferenceOf(MESSAGE_ID));
    expect(JSON.parse(replaced)).toEqual(email);
  });

  test('of a text is what its reader gets, and costs what was billed', async () => {
    const { preview, id } = await previewThenSend('text', PHONE);
    const [sms] = stack.smsSink();
    expect({ senderId: sms?.senderId, text: sms?.text }).toEqual(preview.bytes.sms);
    const { segments } = await api.get(`/v1/messages/${id}?advertiserId=${ADVERTISER}`);
    expect(segments).toBe(preview.cost?.segments);
  });
});
