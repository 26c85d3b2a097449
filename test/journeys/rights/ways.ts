import { expect } from 'vitest';
import { opposeByLink, opposeByOneClick, opposeBySms } from '#demo/ways-to-oppose.ts';
import type { ReceivedMail } from '#local/aws/mail/received-mail.ts';
import type { Arrived, Person } from './person.ts';

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
  /** What the ledger has of it, beside its time: the way, and whatever shows it. */
  readonly leaves: (index: number) => { readonly via: string; readonly [member: string]: unknown };
  readonly channel: WayChannel;
  /** All that is done goes by the hands of the person; true once it was answered as it should be. */
  readonly act: (reader: Reader, person: Person, index: number) => Promise<boolean>;
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
const SMS_REPLY = { sha256: SHA, reference: 'sms-reply/4' };
/** As people refuse who do not write STOP, and whether their words are doubtful. */
const OTHER_WORDS = [
  ['Merci de ne plus m’envoyer de sms', ' doubtful'],
  ['je ne veux plus recevoir vos offres', ' doubtful'],
  ['Laissez-moi tranquille', ' doubtful'],
  ['Please take me off your list', ' doubtful'],
  ['Keine Werbung mehr, bitte', ''],
] as const;
/** The same of those who answer a mail. */
const WORDS_OF_A_REPLY = [
  ['Merci de me désabonner.', ''],
  ['STOP', ''],
  ['Comment faire pour ne plus recevoir les vins, mais les bières ?', ' doubtful'],
  ['Please unsubscribe me.', ''],
  ['Bitte keine Werbung mehr.', ''],
] as const;
const among = <T>(all: readonly T[], index: number): T => all[index % all.length] as T;

/** Every way by which somebody opposes with what arrived; those whose word others report are in `reported-ways.ts`. */
export const waysOf = (arrived: () => Arrived): readonly Way[] => {
  const mailTo = ({ address }: Reader): ReceivedMail =>
    arrived()
      .inbox()
      .findLast(({ to }) => to === address) ?? expect.fail('no mail arrived');
  const smsTo = ({ address }: Reader) =>
    arrived()
      .smsSink()
      .findLast(({ to }) => to === address) ?? expect.fail('no text arrived');
  const handedTo = ({ address }: Reader) =>
    arrived()
      .provider.taken()
      .findLast(({ to }) => to === address) ?? expect.fail('nothing was handed over');
  const post = ({ browse }: Person, url: string, fields: Record<string, string>) =>
    browse(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  /** Its page, a code, and the button of the open centre that stops the mails. */
  const byCentre = async (reader: Reader, person: Person): Promise<boolean> => {
    const url = linkIn(mailTo(reader)).replace('/o/', '/p/');
    expect((await person.browse(url)).status).toBe(200);
    expect((await post(person, url, { act: 'code' })).status).toBe(200);
    const code = /\b\d{6}\b/.exec(mailTo(reader).text ?? '')?.[0] ?? expect.fail('no code arrived');
    const page = await (await post(person, url, { act: 'open', code })).text();
    const pass = /name="pass" value="([^"]+)"/.exec(page)?.[1] ?? expect.fail('the centre is closed');
    return (await post(person, url, { act: 'stop', pass, of: 'channel' })).status === 200;
  };
  /** What a mail program sends when its reader answers: their words above the message, which is quoted whole. */
  const byReply = (reader: Reader, { mail }: Person, index: number): Promise<true> => {
    const quoted = (mailTo(reader).text ?? '').replaceAll(/^/gm, '> ');
    const [words] = among(WORDS_OF_A_REPLY, index);
    const headers = [{ name: 'In-Reply-To', value: '<0102@eu-west-3.amazonses.com>' }];
    const text = `${words}\n\nLe mar. 24 nov. 2026 à 11:02, Maison Valmy <contact@maison-valmy.example> a écrit :\n\n${quoted}\n`;
    const to = `${ADVERTISER}@replies.aval.localhost`;
    return done(mail({ from: reader.address, to, subject: 'Re: Nos vins d’hiver', text, headers }));
  };

  return [
    {
      ...{ way: 'the link of the body, and the button of its page', channel: 'email' },
      leaves: () => ({ via: 'link', messageId: MESSAGE }),
      act: (reader, { browse }) => opposeByLink(mailTo(reader), browse),
    },
    {
      ...{ way: 'the button of the mailbox, URL-encoded', channel: 'email' },
      leaves: () => ({ via: 'one-click', messageId: MESSAGE }),
      act: (reader, { browse }) => opposeByOneClick(mailTo(reader), false, browse),
    },
    {
      ...{ way: 'the button of the mailbox, as form data', channel: 'email' },
      leaves: () => ({ via: 'one-click', messageId: MESSAGE }),
      act: (reader, { browse }) => opposeByOneClick(mailTo(reader), true, browse),
    },
    {
      ...{ way: 'a mail to the mailbox of the header', channel: 'email' },
      leaves: () => ({ via: 'link', evidence: { sha256: SHA, reference: 'mailto/1' } }),
      act: (reader, { mail }) => {
        const [, to = ''] = /<mailto:([^>?]+)>/.exec(headerOf(mailTo(reader))) ?? [];
        return done(mail({ from: 'somebody@elsewhere.example', to: decodeURIComponent(to) }));
      },
    },
    {
      ...{ way: 'a reply to the mail', channel: 'email' },
      leaves: (index) => ({
        ...{ via: 'email', messageId: MESSAGE },
        evidence: { sha256: SHA, reference: `mail-reply/3${among(WORDS_OF_A_REPLY, index)[1]}` },
      }),
      act: byReply,
    },
    {
      ...{ way: 'the address typed, with no link at hand', channel: 'email' },
      leaves: () => ({ via: 'typed-address' }),
      act: async ({ address }, person) => {
        const url = `${arrived().publicUrl}/o`;
        expect((await person.browse(url)).status).toBe(200);
        return (await post(person, url, { address, sender: 'Maison Valmy' })).status === 200;
      },
    },
    {
      ...{ way: 'the preference centre, opened by a code', channel: 'email' },
      leaves: () => ({ via: 'preference-page' }),
      act: byCentre,
    },
    {
      ...{ way: 'the button “spam” of the mailbox', channel: 'email' },
      leaves: () => ({ via: 'provider-complaint', messageId: MESSAGE }),
      act: ({ address }, { pressSpam }) => done(pressSpam(address)),
    },
    {
      ...{ way: 'STOP to the code of the text', channel: 'sms' },
      leaves: () => ({ via: 'sms-reply', evidence: SMS_REPLY }),
      act: (reader, { text }, index) => opposeBySms(smsTo(reader), text, index),
    },
    {
      ...{ way: 'other words to the code of the text', channel: 'sms' },
      leaves: (index) => ({
        ...{ via: 'sms-reply' },
        evidence: { ...SMS_REPLY, reference: `${SMS_REPLY.reference}${among(OTHER_WORDS, index)[1]}` },
      }),
      act: (reader, { text }, index) => {
        const [, to = ''] = /STOP\D{0,20}?(\d{5})/.exec(smsTo(reader).text) ?? [];
        return done(text({ from: reader.address, to, body: among(OTHER_WORDS, index)[0] }));
      },
    },
    {
      ...{ way: 'STOP to an MMS', channel: 'mms' },
      leaves: () => ({ via: 'sms-reply', messageId: MESSAGE, evidence: SMS_REPLY }),
      act: async (reader, { answerMms }) => {
        const { id, message } = handedTo(reader);
        expect(String(message.text)).toContain('STOP');
        return (await answerMms(id, 'Stop')) === 204;
      },
    },
    {
      ...{ way: 'the key that the call announces', channel: 'automated-call' },
      leaves: () => ({ via: 'key-press', messageId: MESSAGE, evidence: { sha256: SHA, reference: SHA } }),
      act: async (reader, { pressKey }) => {
        const { id, message } = handedTo(reader);
        const [, digits = ''] = /tapez (\d)/.exec(String(message.ssml)) ?? [];
        return (await pressKey(id, digits)) === 204;
      },
    },
  ];
};
