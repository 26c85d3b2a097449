import { expect, test } from 'vitest';
import { takeKeptMail } from '#shared/app/replies/kept-mail.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';

const AT = '2026-11-24T10:00:00.000Z' as Instant;
const MAIL = {
  ...{ from: ['lou@example.fr'], subject: 'Re: Nos vestes', text: 'STOP', html: undefined },
  ...{ headers: [], attached: [], isCut: false },
};
const kept = { key: 'mails/1', receivedAt: AT };

/** A store with this mail, or none; `done`: what was done, in order. */
const mailsWith = (mail: typeof MAIL | undefined) => {
  const done: string[] = [];
  const remove = async (key: string, version: string) => void done.push(`removed ${key} ${version}`);
  const apply = async ({ text }: { readonly text: string | undefined }) => {
    done.push(`applied ${text}`);
    return 'opposition';
  };
  return { mails: { read: async () => mail && { mail, version: 'v1' }, remove }, apply, done };
};

test.each([
  ['when it comes', kept, AT],
  ['whenever it was received', kept, addDays(AT, 40)],
  ['though nobody knows when it came', { key: 'mails/1' }, AT],
] as const)('a mail that is there is applied and then removed, %s', async (_when, name, now) => {
  const { mails, apply, done } = mailsWith(MAIL);
  expect(await takeKeptMail(mails, name, now, apply)).toBe('opposition');
  expect(done).toEqual(['applied STOP', 'removed mails/1 v1']);
});

test('one that could not be applied stays: its message comes again', async () => {
  const { mails, done } = mailsWith(MAIL);
  await expect(takeKeptMail(mails, kept, AT, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(done).toEqual([]);
});

test('one that is gone before its term was read before: the same notification may come twice', async () => {
  const { mails, apply, done } = mailsWith(undefined);
  expect(await takeKeptMail(mails, kept, AT, apply)).toBeUndefined();
  expect(await takeKeptMail(mails, kept, addDays(AT, 18), apply)).toBeUndefined();
  expect(done).toEqual([]);
});

test('one that is gone after its term, or of which nobody knows since when, was perhaps a stop: a human looks', async () => {
  const { mails, apply } = mailsWith(undefined);
  const late = takeKeptMail(mails, kept, addDays(AT, 19), apply);
  await expect(late).rejects.toThrow('may have been an opposition');
  const undated = takeKeptMail(mails, { key: 'mails/1' }, AT, apply);
  await expect(undated).rejects.toThrow('may have been an opposition');
});
