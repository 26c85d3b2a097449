import type { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { receivedMailsOf } from '#shared/adapters/ses/received-mails.ts';

interface Asked {
  readonly constructor: { readonly name: string };
  readonly input: { readonly VersionId?: string };
}

/** A bucket with one mail in this version; `asked`: what it was asked. */
const aBucket = (VersionId: string | undefined) => {
  const asked: string[] = [];
  const Body = { transformToByteArray: async () => new Uint8Array(Buffer.from('Subject: STOP\r\n\r\n')) };
  const send = async (command: Asked) => {
    const said = [command.constructor.name, command.input.VersionId];
    asked.push(said.filter((each) => each !== undefined).join(' '));
    return { Body, VersionId };
  };
  return { mails: receivedMailsOf({ client: { send } as unknown as S3Client, bucket: 'uploads' }), asked };
};

test.each([
  ['of the version that was read', 'v7', 'v7'],
  ['where the bucket keeps no versions', undefined, 'null'],
])('a mail is read once, and removed without being asked for again: %s', async (_which, stored, removed) => {
  const { mails, asked } = aBucket(stored);
  const { mail, version } = (await mails.read('mails/1')) ?? expect.fail('no mail');
  expect(mail.subject).toBe('STOP');
  await mails.remove('mails/1', version);
  expect(asked).toEqual(['GetObjectCommand', `DeleteObjectCommand ${removed}`]);
});

test('one that is there no more is none', async () => {
  const gone = Object.assign(new Error('gone'), { name: 'NoSuchKey' });
  const client = { send: () => Promise.reject(gone) } as unknown as S3Client;
  expect(await receivedMailsOf({ client, bucket: 'uploads' }).read('mails/1')).toBeUndefined();
});

test.each([
  ['bytes 0-2097151/2097153', true],
  ['bytes 0-16/17', false],
])('more than is read of it is known: %s', async (ContentRange, isCut) => {
  const Body = { transformToByteArray: async () => new Uint8Array(Buffer.from('Subject: STOP\r\n\r\n')) };
  const client = { send: async () => ({ Body, ContentRange }) } as unknown as S3Client;
  const stored = await receivedMailsOf({ client, bucket: 'uploads' }).read('mails/1');
  expect(stored?.mail.isCut).toBe(isCut);
});

test('a store that says no size has more where as much came as was asked for', async () => {
  const Body = {
    transformToByteArray: async () => new Uint8Array(Buffer.alloc(2 * 1024 * 1024, 'Subject: x\r\n\r\n')),
  };
  const client = { send: async () => ({ Body }) } as unknown as S3Client;
  const stored = await receivedMailsOf({ client, bucket: 'uploads' }).read('mails/1');
  expect(stored?.mail.isCut).toBe(true);
});
