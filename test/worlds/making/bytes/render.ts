import { contentOf } from '../../contents.ts';
import type { Body, Draft } from '../draft.ts';
import { namedBy } from '../templates.ts';
import { CALLER_ID, MAILBOX, SENDER_ID } from '../vocabulary.ts';
import { type BytesDraft, escaped, type Piece } from './bytes-draft.ts';

const WRAP = 72;
/** Lines of some seventy characters, as mail programs write them; what is longer than a line stays whole. */
const wrapped = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.split(' ').reduce((done, word) => {
        const last = done.slice(done.lastIndexOf('\n') + 1);
        return `${done}${last.length + word.length < WRAP ? ' ' : '\n'}${word}`;
      }),
    )
    .join('\n');

const textOf = ({ layout }: BytesDraft, pieces: readonly Piece[]): string => {
  const said = pieces.map(({ text }) => text).filter((text) => text !== '');
  if (layout.text === 'one-line') return said.map((one) => one.replaceAll('\n', ' ')).join(' ');
  if (layout.text === 'paragraphs') return said.join('\n\n');
  return layout.text === 'wrapped' ? wrapped(said.join('\n\n')) : said.join('\n');
};

const BODY_OF_HTML: Readonly<Record<BytesDraft['layout']['html'], (html: readonly string[]) => string>> = {
  paragraphs: (html) => html.map((one) => `<p>${one}</p>`).join('\n'),
  table: (html) =>
    `<table role="presentation" width="600">${html.map((one) => `<tr><td style="padding:8px">${one}</td></tr>`).join('\n')}</table>`,
  'one-line': (html) => `<div class="legal">${html.join(' &nbsp;|&nbsp; ')}</div>`,
  bare: (html) => html.join('<br>\n'),
};

const htmlOf = ({ layout }: BytesDraft, pieces: readonly Piece[]): string => {
  const said = pieces.map(({ html }) => html).filter((html) => html !== '');
  const body = BODY_OF_HTML[layout.html](said);
  const hidden = `<div style="display:none;max-height:0;overflow:hidden">${escaped(layout.preheader)}&#847;&zwnj;</div>`;
  const before = layout.preheader === '' ? '' : hidden;
  if (layout.html === 'bare' && layout.style === '') return before + body;
  const style = layout.style === '' ? '' : `<style>${layout.style}</style>`;
  return `<!doctype html>\n<html><head><meta charset="utf-8"><title>Maison</title>${style}</head>\n<body>${before}${body}</body></html>`;
};

/** What the template says, where the message is made from one that is no prospecting: its bytes say the same. */
const withContent = (draft: Draft, pieces: readonly Piece[]): readonly Piece[] => {
  const { templateId, version } = namedBy(draft);
  const body = draft.templates.find((each) => each.id === templateId && each.version === version)?.body;
  if (body === undefined || body.class === 'prospecting') return pieces;
  const { offers, incites, names, ...described } = body;
  const { email, sms } = contentOf(draft.channel, described, { offers, incites, names });
  const text = String(Reflect.get(Object(email ?? sms), 'text'));
  return pieces.map((piece) => (piece.says === 'body' ? { ...piece, html: escaped(text), text } : piece));
};

const firstOf = (draft: Draft, kind: string, id: string, otherwise: string): string => {
  const [first] = Object(Reflect.get(Object(draft.settings.senders), kind) ?? []);
  return String(draft.message.sender ?? Reflect.get(Object(first), id) ?? otherwise);
};

const ssmlOf = (pieces: readonly Piece[]): string =>
  `<speak>${pieces.map(({ html, text }) => `<s>${html === '' ? escaped(text) : html}</s>`).join('<break time="300ms"/>')}</speak>`;

const RENDERED: Readonly<Record<string, (draft: Draft, bytes: BytesDraft, pieces: readonly Piece[]) => Body>> = {
  email: (draft, bytes, pieces) => ({
    email: {
      from: {
        address: bytes.sender ?? firstOf(draft, 'email', 'address', MAILBOX),
        ...(bytes.fromName === undefined ? {} : { name: bytes.fromName }),
      },
      subject: bytes.subject ?? draft.message.subject ?? bytes.usualSubject,
      ...(bytes.parts.includes('html') ? { html: htmlOf(bytes, pieces) } : {}),
      ...(bytes.parts.includes('text') ? { text: textOf(bytes, pieces) } : {}),
      ...(bytes.headers.length === 0 ? {} : { headers: bytes.headers }),
    },
  }),
  sms: (draft, bytes, pieces) => ({
    sms: { senderId: bytes.sender ?? firstOf(draft, 'sms', 'senderId', SENDER_ID), text: textOf(bytes, pieces) },
  }),
  mms: (draft, bytes, pieces) => ({
    mms: { senderId: bytes.sender ?? firstOf(draft, 'sms', 'senderId', SENDER_ID), text: textOf(bytes, pieces) },
  }),
  'automated-call': (draft, bytes, pieces) => ({
    automatedCall: {
      callerId: bytes.sender ?? firstOf(draft, 'calls', 'callerId', CALLER_ID),
      script: bytes.layout.isSsml ? ssmlOf(pieces) : textOf(bytes, pieces),
    },
  }),
};

/** The bytes as the API takes them; `undefined`: there are none, or the channel of the message has none. */
export const rendered = (draft: Draft): Body | undefined => {
  const { bytes, channel, message } = draft;
  if (bytes === undefined || message.channel !== channel) return undefined;
  return RENDERED[channel]?.(draft, bytes, withContent(draft, bytes.pieces));
};
