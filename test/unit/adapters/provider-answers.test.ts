import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';
import { callByConnect } from '#shared/adapters/connect/start-call.ts';
import { smsByEndUserMessaging } from '#shared/adapters/end-user-messaging/send-text.ts';
import { callBySignedHttps, mmsBySignedHttps, smsBySignedHttps } from '#shared/adapters/https/by-signed-https.ts';
import { sharedKeysOf } from '#shared/adapters/https/signature.ts';
import { answerOf } from '#shared/adapters/providers/answer.ts';
import {
  sendingCallClient,
  sendingSesClient,
  sendingSnsClient,
  sendingTextClient,
} from '#shared/adapters/providers/clients.ts';
import { fromHeader } from '#shared/adapters/ses/from-header.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { smsBySmsmode } from '#shared/adapters/smsmode/smsmode.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { mmsBySpotHit } from '#shared/adapters/spot-hit/mms-by-spot-hit.ts';
import { callByVonage } from '#shared/adapters/vonage/call-by-vonage.ts';
import { smsByVonage } from '#shared/adapters/vonage/sms-by-vonage.ts';
import { AdvertiserId, MessageId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { NOW } from '../../support/builders.ts';
import { startNeverConnecting } from '../../support/http/never-connects.ts';
import { type Behaviour, type ProviderStub, startProviderStub } from '../../support/providers.ts';
import { EMAIL_OPTIONS } from '../../support/send-world.ts';

const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'a'.repeat(22)}`) };
const MAIL = {
  from: { address: 'bonjour@caves.example', name: 'Les Caves réunies' },
  to: 'camille@example.com',
  subject: 'Nos vins d’automne',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
  headers: [{ name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' }],
};
const SMS = { to: '+33612345678', senderId: 'CAVES', text: 'CAVES: -20 %. STOP 36111' };

const RSA = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
let stub: ProviderStub;
const email = (timeoutMs = 2000) => emailBySes(sendingSesClient(), EMAIL_OPTIONS)(MAIL, TAGS, terms(timeoutMs));
const sms = (timeoutMs = 2000) => smsBySns(sendingSnsClient())(SMS, TAGS, terms(timeoutMs));
const KEYS = sharedKeysOf(JSON.stringify({ key1: 'k'.repeat(64) }));
const signed = () => ({
  url: `${process.env.AWS_ENDPOINT_URL}/handover`,
  keys: async () => KEYS,
  clock: { now: () => NOW },
  mediaBytes: 300_000,
});
const terms = (timeoutMs: number) => ({ timeoutMs, validForSeconds: 3600, callbackUrl: 'https://stop.example/r/abc' });
const MEDIA = { url: 'https://caves.example/a.jpg', sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 9_000 } as const;
const PICTURE = Buffer.from('a picture');
const CALL = {
  to: SMS.to,
  callerId: '+33162000000',
  ssml: '<speak xml:lang="fr-FR">Bonjour</speak>',
  keys: { 9: 'opposition' },
} as const;
const FLOW = 'arn:aws:connect:eu-central-1:111122223333:instance/i-1/contact-flow/f-1';
const vonage = () => ({
  url: process.env.AWS_ENDPOINT_URL ?? '',
  applicationId: '00000000-0000-4000-8000-000000000001',
  credentials: async () => ({ privateKey: RSA.privateKey, signatureSecret: 's'.repeat(32) }),
  clock: { now: () => NOW },
  newId: () => 'jti',
});
/** Every adapter, named by the route and the channel that it carries. */
const VIA = {
  'ses/email': email,
  'sns/sms': sms,
  'end-user-messaging/sms': (timeoutMs = 2000) =>
    smsByEndUserMessaging(sendingTextClient(), { configurationSet: 'aval-test-sms', senderIds: ['CAVES'] })(
      SMS,
      TAGS,
      terms(timeoutMs),
    ),
  'https/sms': (timeoutMs = 2000) => smsBySignedHttps(signed())(SMS, TAGS, terms(timeoutMs)),
  'https/mms': (timeoutMs = 2000) => mmsBySignedHttps(signed())({ ...SMS, media: MEDIA }, TAGS, terms(timeoutMs)),
  'https/automated-call': (timeoutMs = 2000) => callBySignedHttps(signed())(CALL, TAGS, terms(timeoutMs)),
  'vonage/automated-call': (timeoutMs = 2000) => callByVonage(vonage())(CALL, TAGS, terms(timeoutMs)),
  'connect/automated-call': (timeoutMs = 2000) =>
    callByConnect(sendingCallClient(), { flowArn: FLOW, numbers: [CALL.callerId] })(CALL, TAGS, terms(timeoutMs)),
  'smsmode/sms': (timeoutMs = 2000) =>
    smsBySmsmode({ url: process.env.AWS_ENDPOINT_URL ?? '', apiKey: async () => 'k'.repeat(32) })(
      SMS,
      TAGS,
      terms(timeoutMs),
    ),
  'vonage/sms': (timeoutMs = 2000) => smsByVonage(vonage())(SMS, TAGS, terms(timeoutMs)),
  'spot-hit/mms': async (timeoutMs = 2000) => {
    const route = {
      url: process.env.AWS_ENDPOINT_URL ?? '',
      apiKey: async () => 'k'.repeat(32),
      clock: { now: () => NOW },
    };
    const mms = mmsBySpotHit({ ...route, readPicture: async () => PICTURE, mediaBytes: 300_000 });
    const outgoing = { ...SMS, media: { ...MEDIA, sha256: sha256Of(String(PICTURE)), bytes: PICTURE.byteLength } };
    await mms.prepare?.(outgoing);
    return mms(outgoing, TAGS, terms(timeoutMs));
  },
} as const;
/** Whose provider refuses a person who asked it to stop when it is handed a message; SES as well, beside the list that is read each night. */
const hasList = (name: keyof typeof VIA): boolean =>
  name === 'ses/email' ||
  CAPABILITIES.some(({ route, channel, ownList }) => `${route}/${channel}` === name && ownList.startsWith('refused-'));

const pointAt = (url: string) => {
  process.env.AWS_ENDPOINT_URL = url;
};

beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  stub = await startProviderStub();
  pointAt(stub.url);
});
afterAll(() => stub.close());

const ROUTES = Object.keys(VIA) as readonly (keyof typeof VIA)[];

test('every route is tried here, on each channel that it carries', () => {
  const declared = CAPABILITIES.map(({ route, channel }) => `${route}/${channel}`);
  expect(ROUTES.toSorted()).toEqual(declared.toSorted());
});

test.each(ROUTES)(
  '%s gives the provider the URL of the message where something is found by it, and nowhere else',
  async (name) => {
    const { answers, reports } = CAPABILITIES.find(({ route, channel }) => `${route}/${channel}` === name) ?? {};
    const isByUrl = [...(answers?.foundBy ?? []), ...(reports ?? [])].some((each) => each === 'url');
    await VIA[name]();
    const handedOver = JSON.stringify(stub.taken.at(-1)?.request);
    expect(handedOver.includes(terms(0).callbackUrl)).toBe(isByUrl);
  },
);

describe.each(ROUTES)('the answers of a provider of %s', (channel) => {
  test('a message taken is taken, with the id of the provider', async () => {
    expect(await VIA[channel]()).toEqual({ answer: 'taken', providerMessageId: expect.stringMatching(/^provider-/) });
  });

  test.each([
    ['throttle', { answer: 'not-taken', retryable: true, cause: 'throttled' }],
    ['forbid', { answer: 'not-taken', retryable: true, cause: expect.stringMatching(/^refused:/) }],
    ['pause', { answer: 'not-taken', retryable: true, cause: expect.stringMatching(/^refused:/) }],
    ['reject', { answer: 'not-taken', retryable: false, cause: expect.stringMatching(/^rejected:/) }],
    ['server-error', { answer: 'unknown', cause: 'status-500' }],
    ['take-and-drop', { answer: 'unknown', cause: 'ECONNRESET' }],
  ] as const)('%s is sorted as the table says, after a single call', async (behaviour: Behaviour, expected) => {
    const before = stub.calls();
    stub.next(behaviour);
    expect(await VIA[channel]()).toEqual(expected);
    expect(stub.calls() - before).toBe(1);
  });

  test('no answer within the time-out is unknown, after a single call', async () => {
    const before = stub.calls();
    stub.next('silence');
    expect(await VIA[channel](200)).toMatchObject({ answer: 'unknown' });
    expect(stub.calls() - before).toBe(1);
  });

  test('a refused connection is not taken and may be tried again', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    pointAt(`http://127.0.0.1:${port}`);
    expect(await VIA[channel]()).toEqual({
      answer: 'not-taken',
      retryable: true,
      cause: 'unreachable:ECONNREFUSED',
    });
    pointAt(stub.url);
  });

  test('a host without a name in the DNS, or without TLS, is not taken and may be tried again', async () => {
    pointAt('http://ses.nowhere.invalid');
    expect(await VIA[channel]()).toMatchObject({ answer: 'not-taken', retryable: true });
    pointAt(stub.url.replace('http:', 'https:'));
    expect(await VIA[channel]()).toMatchObject({ answer: 'not-taken', retryable: true });
    pointAt(stub.url);
  });
});

test.each(ROUTES)('%s: a number that nothing reaches, after a single call', async (channel) => {
  const before = stub.calls();
  stub.next('reject-address');
  expect(await VIA[channel]()).toEqual({ answer: 'not-taken', retryable: false, cause: 'address-undeliverable' });
  expect(stub.calls() - before).toBe(1);
});

test.each([
  ['Illegal whitespace in address', 'address-undeliverable'],
  ['Domain starts with dot', 'address-undeliverable'],
  ['Domain ends with dot', 'address-undeliverable'],
  ['Local address starts with dot', 'address-undeliverable'],
  ['Missing local name', 'address-undeliverable'],
  ["Missing final '@domain'", 'address-undeliverable'],
  ['Tag name starts with a digit', 'rejected:BadRequestException'],
])('SES says “%s” in a 400: %s', (message, cause) => {
  const said = Object.assign(new Error(message), { name: 'BadRequestException', $metadata: { httpStatusCode: 400 } });
  expect(answerOf(said)).toEqual({ answer: 'not-taken', retryable: false, cause });
});

test.each(ROUTES.filter(hasList))(
  '%s: a person who asked the provider to stop, after a single call',
  async (channel) => {
    const before = stub.calls();
    stub.next('opted-out');
    expect(await VIA[channel]()).toEqual({ answer: 'not-taken', retryable: false, cause: 'opted-out' });
    expect(stub.calls() - before).toBe(1);
  },
);

test('by every route a connection that is not made in time is not taken and may be tried again', async () => {
  const hole = await startNeverConnecting();
  pointAt(hole.url);
  try {
    const tried = await Promise.all(ROUTES.map(async (route) => [route, await VIA[route](4_000)] as const));
    const notTaken = expect.objectContaining({ answer: 'not-taken', retryable: true });
    expect(tried).toEqual(ROUTES.map((route) => [route, notTaken]));
  } finally {
    pointAt(stub.url);
    await hole.close();
  }
});

describe('what is handed over', () => {
  test('a mail carries its headers, our ids as tags and the configuration set', async () => {
    await email();
    expect(stub.taken.at(-1)?.request).toEqual({
      FromEmailAddress: '=?UTF-8?B?TGVzIENhdmVzIHLDqXVuaWVz?= <bonjour@caves.example>',
      Destination: { ToAddresses: ['camille@example.com'] },
      ConfigurationSetName: 'aval-test-300s',
      TenantName: 'aval-test',
      ConfigurationOverrides: { Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' } },
      EmailTags: [
        { Name: 'advertiserId', Value: 'les-caves' },
        { Name: 'messageId', Value: TAGS.messageId },
      ],
      Content: {
        Simple: {
          Subject: { Data: 'Nos vins d’automne', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Bonjour', Charset: 'UTF-8' }, Html: { Data: '<p>Bonjour</p>', Charset: 'UTF-8' } },
          Headers: [{ Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' }],
        },
      },
    });
  });

  test('an SMS goes out as promotional under the sender id bound to its reply code', async () => {
    await sms();
    const sent = new Map(Object.entries(stub.taken.at(-1)?.request ?? {}));
    expect([...sent.values()]).toEqual(
      expect.arrayContaining([
        '+33612345678',
        SMS.text,
        'AWS.SNS.SMS.SenderID',
        'CAVES',
        'AWS.SNS.SMS.SMSType',
        'Promotional',
      ]),
    );
  });
});

test.each(['36113', '+32470000000'])('by SNS a number that shows is no name: %s', async (senderId) => {
  await smsBySns(sendingSnsClient())({ ...SMS, senderId }, TAGS, terms(2000));
  const values = Object.values(stub.taken.at(-1)?.request ?? {});
  expect(values).not.toContain('AWS.SNS.SMS.SenderID');
  expect(values[values.indexOf('AWS.MM.SMS.OriginationNumber') + 2]).toBe(senderId);
});

describe('fromHeader', () => {
  test('a plain name is quoted, and a quote in it cannot end it', () => {
    expect(fromHeader({ address: 'a@b.example', name: 'Caves "Sud"' })).toBe('"Caves \\"Sud\\"" <a@b.example>');
  });
  test('a line break in a name cannot add a header', () => {
    expect(fromHeader({ address: 'a@b.example', name: 'Caves\r\nBcc: x@y.example' })).not.toMatch(/[\r\n]/);
  });
  test('a long accented name is cut into encoded words of at most 75 characters that read back whole', () => {
    const name = 'Établissements Évrard & Frères, négociants-éleveurs à Nuits-Saint-Georges depuis 1888';
    const words = fromHeader({ address: 'a@b.example', name }).split(' ').slice(0, -1);
    expect(words.every((word) => word.length <= 75)).toBe(true);
    const decoded = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8')).join('');
    expect(decoded).toBe(name);
  });
});
