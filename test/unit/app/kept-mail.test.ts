import { expect, test } from 'vitest';
import { keptMail } from '#shared/app/inbound/kept-mail.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';

const AT = '2026-11-24T10:00:00.000Z' as Instant;
const MAIL = { from: ['lou@example.fr'], subject: 'Re: Nos vestes', text: 'STOP', html: undefined, headers: [] };
const there = { read: () => Promise.resolve(MAIL) };
const gone = { read: () => Promise.resolve(undefined) };
const kept = { key: 'mails/1', receivedAt: AT };

test('a mail is read for as long as it is there, whenever it was received', async () => {
  expect(await keptMail(there, kept, AT)).toBe(MAIL);
  expect(await keptMail(there, kept, addDays(AT, 40))).toBe(MAIL);
  expect(await keptMail(there, { key: 'mails/1' }, AT)).toBe(MAIL);
});

test('one that is gone before its term was read before: the same notification may come twice', async () => {
  expect(await keptMail(gone, kept, AT)).toBeUndefined();
  expect(await keptMail(gone, kept, addDays(AT, 18))).toBeUndefined();
});

test('one that is gone after its term, or of which nobody knows since when, was perhaps a stop: a human looks', async () => {
  await expect(keptMail(gone, kept, addDays(AT, 19))).rejects.toThrow('may have been an opposition');
  await expect(keptMail(gone, { key: 'mails/1' }, AT)).rejects.toThrow('may have been an opposition');
});
