import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { opposeByLink, opposeByOneClick, opposeBySms } from '#demo/ways-to-oppose.ts';
import type { ReceivedMail } from '#local/aws/mail/received-mail.ts';
import type { Aval } from '#tools/start/aval.ts';
import type { ApiCaller } from '../send-path-api.ts';

export const ADVERTISER = 'maison-valmy';
export type WayChannel = 'email' | 'sms' | 'mms' | 'automated-call';
/** Somebody whose address is of the kind that the channel needs. */
export interface Reader {
  readonly channel: WayChannel;
  readonly address: string;
}

/** One way to say stop, as a person who has the message and nothing else goes it. */
export interface Way {
  readonly way: string;
  /** What the person does: each click, each text, each key, each field that is filled in and sent. */
  readonly actions: number;
  /** What the ledger has of it, beside its time: the way, and whatever shows it. */
  readonly leaves: { readonly via: string; readonly [member: string]: unknown };
  readonly channel: WayChannel;
  /** True once it was answered as it should be. */
  readonly act: (reader: Reader, index: number) => Promise<boolean>;
  /** After all of them: what they said together. */
  readonly finish?: (readers: readonly Reader[]) => Promise<void>;
}

const done = async (act: Promise<unknown>): Promise<true> => {
  await act;
  return true;
};
const headerOf = ({ headers }: ReceivedMail): string =>
  headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '';
/** The https link of the header. */
export const linkIn = (mail: ReceivedMail): string =>
  /<(https?:[^>]+)>/.exec(headerOf(mail))?.[1] ?? expect.fail('no link');
const SHA = expect.stringMatching(/^[0-9a-f]{64}$/);
const MESSAGE = expect.stringMatching(/^msg_/);
/** As people refuse who do not write STOP. */
const OTHER_WORDS = [
  'Merci de ne plus m’envoyer de sms',
  'je ne veux plus recevoir vos offres',
  'Laissez-moi tranquille',
  'Please take me off your list',
  'Keine Werbung mehr, bitte',
];

/** The file of a shop, as its owner uploads it, has it checked, and commits it. */
const importShopList = async (stack: Aval, api: ApiCaller, readers: readonly Reader[]): Promise<void> => {
  const rows = readers.map(({ address }) => `${address};shop;2026-11-24;Boutique de Lille;email`);
  const bytes = Buffer.from(`email;via;occurredAt;receivedBy;channels\n${rows.join('\n')}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const upload = await api.post('/v1/uploads', { advertiserId: ADVERTISER, bytes: bytes.length, sha256 });
  const headers = upload.headers as Record<string, string>;
  const stored = await fetch(String(upload.uploadUrl), { method: 'PUT', headers, body: new Uint8Array(bytes) });
  expect(stored.ok).toBe(true);
  const provenance = {
    ...{ source: 'Cahier de la boutique', collectedFrom: '2026-11-01', collectedUntil: '2026-11-24' },
    approver: { name: 'Jeanne Roy' },
  };
  const asked = { advertiserId: ADVERTISER, name: 'Cahier', rows: 'oppositions', layout: 'own', by: 'email' };
  const check = await api.post('/v1/imports', { ...asked, uploadId: upload.uploadId, provenance });
  await stack.idle({ timeoutMs: 300_000 });
  const commit = await api.post(`/v1/imports/${check.jobId}/commit?advertiserId=${ADVERTISER}`, {});
  await stack.idle({ timeoutMs: 300_000 });
  const job = await api.get(`/v1/jobs/${commit.jobId}?advertiserId=${ADVERTISER}`);
  expect(job).toMatchObject({ state: 'finished', rows: { accepted: readers.length } });
};

/** Every way by which an opposition comes, on a running stack. */
export const waysOf = (stack: () => Aval, api: () => ApiCaller): readonly Way[] => {
  const mailTo = ({ address }: Reader): ReceivedMail =>
    stack()
      .inbox()
      .findLast(({ to }) => to === address) ?? expect.fail('no mail arrived');
  const smsTo = ({ address }: Reader) =>
    stack()
      .smsSink()
      .findLast(({ to }) => to === address) ?? expect.fail('no text arrived');
  const handedTo = ({ address }: Reader) =>
    stack()
      .provider.taken()
      .findLast(({ to }) => to === address) ?? expect.fail('nothing was handed over');
  const post = (url: string, fields: Record<string, string>) =>
    fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const report = (said: object) => api().post('/v1/oppositions', { advertiserId: ADVERTISER, ...said });
  const EMAILS = { scope: 'channel', channels: ['email'] };

  /** Its page, a code, and the button of the open centre that stops the mails. */
  const byCentre = async (reader: Reader): Promise<boolean> => {
    const url = linkIn(mailTo(reader)).replace('/o/', '/p/');
    expect((await post(url, { act: 'code' })).status).toBe(200);
    const code = /\b\d{6}\b/.exec(mailTo(reader).text ?? '')?.[0] ?? expect.fail('no code arrived');
    const page = await (await post(url, { act: 'open', code })).text();
    const pass = /name="pass" value="([^"]+)"/.exec(page)?.[1] ?? expect.fail('the centre is closed');
    return (await post(url, { act: 'stop', pass, of: 'channel' })).status === 200;
  };

  return [
    {
      ...{ way: 'the link of the body, and the button of its page', actions: 2, channel: 'email' },
      leaves: { via: 'link', messageId: MESSAGE },
      act: (reader) => opposeByLink(mailTo(reader)),
    },
    {
      ...{ way: 'the button of the mailbox, URL-encoded', actions: 1, channel: 'email' },
      leaves: { via: 'one-click', messageId: MESSAGE },
      act: (reader) => opposeByOneClick(mailTo(reader), false),
    },
    {
      ...{ way: 'the button of the mailbox, as form data', actions: 1, channel: 'email' },
      leaves: { via: 'one-click', messageId: MESSAGE },
      act: (reader) => opposeByOneClick(mailTo(reader), true),
    },
    {
      ...{ way: 'a mail to the mailbox of the header', actions: 1, channel: 'email' },
      leaves: { via: 'link', evidence: { sha256: SHA, reference: 'mailto/1' } },
      act: (reader) => {
        const [, to = ''] = /<mailto:([^>?]+)>/.exec(headerOf(mailTo(reader))) ?? [];
        return done(stack().receiveMail({ from: 'somebody@elsewhere.example', to: decodeURIComponent(to) }));
      },
    },
    {
      ...{ way: 'the address typed, with no link at hand', actions: 2, channel: 'email' },
      leaves: { via: 'typed-address' },
      act: async ({ address }) =>
        (await post(`${stack().publicUrl}/o`, { address, sender: 'Maison Valmy' })).status === 200,
    },
    {
      ...{ way: 'the preference centre, opened by a code', actions: 3, channel: 'email' },
      leaves: { via: 'preference-page' },
      act: byCentre,
    },
    {
      ...{ way: 'the button “spam” of the mailbox', actions: 1, channel: 'email' },
      leaves: { via: 'provider-complaint', messageId: MESSAGE },
      act: ({ address }) => done(stack().reportOnMail(address, { event: 'Complaint', feedbackType: 'abuse' })),
    },
    {
      ...{ way: 'STOP to the code of the text', actions: 1, channel: 'sms' },
      leaves: { via: 'sms-reply', evidence: { sha256: SHA, reference: 'sms-reply/2' } },
      act: (reader, index) => opposeBySms(smsTo(reader), (reply) => stack().replyBySms(reply), index),
    },
    {
      ...{ way: 'other words to the code of the text', actions: 1, channel: 'sms' },
      leaves: { via: 'sms-reply', evidence: { sha256: SHA, reference: 'sms-reply/2' } },
      act: (reader, index) => {
        const [, to = ''] = /STOP\D{0,20}?(\d{5})/.exec(smsTo(reader).text) ?? [];
        return done(
          stack().replyBySms({ from: reader.address, to, body: OTHER_WORDS[index % OTHER_WORDS.length] ?? '' }),
        );
      },
    },
    {
      ...{ way: 'STOP to an MMS', actions: 1, channel: 'mms' },
      leaves: { via: 'sms-reply', messageId: MESSAGE, evidence: { sha256: SHA, reference: 'sms-reply/2' } },
      act: async (reader) => {
        const { id, message } = handedTo(reader);
        expect(String(message.text)).toContain('STOP');
        return (await stack().provider.report(id, { kind: 'reply', text: 'Stop' })) === 204;
      },
    },
    {
      ...{ way: 'the key that the call announces', actions: 1, channel: 'automated-call' },
      leaves: { via: 'key-press', messageId: MESSAGE, evidence: { sha256: SHA, reference: SHA } },
      act: async (reader) => {
        const { id, message } = handedTo(reader);
        const [, digits = ''] = /tapez (\d)/.exec(String(message.ssml)) ?? [];
        return (await stack().provider.report(id, { kind: 'keypress', digits })) === 204;
      },
    },
    {
      ...{ way: 'a word on the telephone, which an application reports', actions: 1, channel: 'email' },
      leaves: { via: 'phone', receivedBy: 'Service clients' },
      act: ({ address }) =>
        done(report({ contact: { email: address }, of: EMAILS, via: 'phone', receivedBy: 'Service clients' })),
    },
    {
      ...{ way: 'a word in a shop, which a file reports', actions: 1, channel: 'email' },
      leaves: {
        ...{ via: 'shop', receivedBy: 'Boutique de Lille' },
        evidence: { sha256: SHA, mediaType: 'text/csv', reference: expect.stringMatching(/^import .*, line \d+$/) },
      },
      act: async () => true,
      finish: (readers) => importShopList(stack(), api(), readers),
    },
  ];
};
