import type { ReceivedMail } from '#local/aws/mail/received-mail.ts';
import type { ReceivedSms } from '#local/aws/sms/sms.ts';

/** The three ways by which a reader stops the next message; each uses only what the message received contains. */
const VIA = ['link', 'one-click', 'sms-reply'] as const;
export type Via = (typeof VIA)[number];

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1]?.replaceAll('&amp;', '&');

/** What the page's form would post: its hidden fields and its button. */
const fieldsOf = (page: string): URLSearchParams => {
  const fields = new URLSearchParams();
  for (const [tag] of page.matchAll(/<(?:input|button)\b[^>]*>/gi)) {
    const name = attribute(tag, 'name');
    if (name !== undefined) fields.append(name, attribute(tag, 'value') ?? '');
  }
  return fields;
};

/** Opens the link in the body, and presses the page's button, both by `browse`. True when the page says it is done. */
export const opposeByLink = async (mail: ReceivedMail, browse: typeof fetch = fetch): Promise<boolean> => {
  const url = /href="(https?:\/\/[^"]+\/o\/[^"]+)"/.exec(mail.html ?? '')?.[1]?.replaceAll('&amp;', '&');
  if (url === undefined) return false;
  const page = await (await browse(url)).text();
  const form = /<form\b[^>]*>/i.exec(page)?.[0] ?? '';
  const action = new URL(attribute(form, 'action') || url, url);
  const answer = await browse(action, { method: 'POST', body: fieldsOf(page), redirect: 'manual' });
  return answer.status === 200;
};

/** Does what a mailbox does for its user (RFC 8058): one POST by `browse` to the header's https URI, no redirect, no cookie. */
export const opposeByOneClick = async (
  mail: ReceivedMail,
  isMultipart: boolean,
  browse: typeof fetch = fetch,
): Promise<boolean> => {
  const header = (wanted: string) => mail.headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
  const url = /<(https?:[^>]+)>/.exec(header('list-unsubscribe'))?.[1];
  if (url === undefined || header('list-unsubscribe-post') !== 'List-Unsubscribe=One-Click') return false;
  const body = isMultipart ? new FormData() : new URLSearchParams();
  body.append('List-Unsubscribe', 'One-Click');
  const answer = await browse(url, { method: 'POST', body, redirect: 'manual' });
  return answer.status === 200;
};

const WORDS = ['STOP', 'stop', ' Stop. ', 'ARRET', 'arrêt'] as const;

/** Sends STOP, the way readers write it, to the code in the text. */
export const opposeBySms = async (
  sms: ReceivedSms,
  reply: (reply: { from: string; to: string; body: string }) => Promise<unknown>,
  variant: number,
): Promise<boolean> => {
  const code = /STOP\D{0,20}?(\+?\d{5,15})/.exec(sms.text)?.[1];
  if (code === undefined) return false;
  await reply({ from: sms.to, to: code, body: WORDS[variant % WORDS.length] ?? 'STOP' });
  return true;
};
