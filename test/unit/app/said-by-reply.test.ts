import { expect, test } from 'vitest';
import type { MailAsReceived } from '#shared/app/replies/received-mails.port.ts';
import { saidByReply } from '#shared/app/replies/said-by-reply.ts';

const mailOf = (parts: Partial<MailAsReceived>): MailAsReceived => ({
  ...{
    from: ['lou@example.fr'],
    subject: 'TR: Nos vestes',
    text: undefined,
    html: undefined,
    headers: [],
    attached: [],
    isCut: false,
  },
  ...parts,
});

const LONG = `${'> Nos vestes en laine, à porter tout le jour.\n'.repeat(1500)}`;

test.each([
  ['beneath a long text', { text: `Pour info.\n${LONG}> STOP\n` }],
  ['in the HTML alone', { text: 'Pour info.', html: '<p>Pour info.</p><blockquote><p>STOP</p></blockquote>' }],
])('a stop in what was passed on by hand is for a human: %s', (_where, parts) => {
  expect(saidByReply(mailOf(parts))).toMatchObject({ meaning: 'none', isForward: true });
});

test('what was passed on by hand and says stop nowhere is for nobody', () => {
  expect(saidByReply(mailOf({ text: `Pour info.\n${LONG}`, html: '<p>Pour info.</p>' })).isForward).toBe(false);
});

test('of a long answer in which nothing is the own, the human is shown what is written last', () => {
  const { meaning, words } = saidByReply(mailOf({ subject: 'Re: Nos vestes', text: `${LONG}> Assez, merci.\n` }));
  expect(meaning).toBe('doubtful');
  expect(words).toMatch(/> Assez, merci\.$/);
});
