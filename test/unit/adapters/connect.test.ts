import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOfConnect } from '#shared/adapters/connect/answer.ts';
import { callByConnect } from '#shared/adapters/connect/start-call.ts';
import { sendingCallClient } from '#shared/adapters/providers/clients.ts';
import type { HandOffTags } from '#shared/app/send/providers.port.ts';
import { renderCall } from '#shared/channels/automated-call/render-call.ts';
import { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import { providerReferenceOf } from '#shared/domain/sending/reference.ts';
import { mentionsOf } from '../../support/mentions.ts';
import { type ProviderStub, startProviderStub } from '../../support/providers.ts';

const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'a'.repeat(22)}`) };
const SPEAK = '<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="fr-FR">';
const CALL = {
  to: '+33612345678',
  callerId: '+33162000000',
  ssml: `${SPEAK}<s>Pour ne plus être appelé, tapez 9.</s></speak>`,
  keys: { 9: 'opposition' },
} as const;
const FLOW = 'arn:aws:connect:eu-central-1:111122223333:instance/i-1/contact-flow/f-1';

let stub: ProviderStub;
beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  stub = await startProviderStub();
  process.env.AWS_ENDPOINT_URL = stub.url;
});
afterAll(() => stub.close());

const call = (change: object = {}, tags: HandOffTags = TAGS, validForSeconds = 3600) =>
  callByConnect(sendingCallClient(), { flowArn: FLOW, numbers: [CALL.callerId] })({ ...CALL, ...change }, tags, {
    timeoutMs: 2000,
    validForSeconds,
  });
const asked = () => stub.taken.at(-1)?.request ?? {};

describe('what Amazon Connect is asked', () => {
  test('one call of this flow, with its words, voice and our ids, under our name of the message', async () => {
    expect(await call()).toMatchObject({ answer: 'taken', providerMessageId: expect.stringMatching(/^provider-/) });
    expect(asked()).toEqual({
      InstanceId: 'i-1',
      ContactFlowId: 'f-1',
      DestinationPhoneNumber: CALL.to,
      SourcePhoneNumber: CALL.callerId,
      ClientToken: providerReferenceOf(TAGS.messageId),
      Attributes: { ...TAGS, script: '<speak><s>Pour ne plus être appelé, tapez 9.</s></speak>', voice: 'Lea' },
      AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true, AwaitAnswerMachinePrompt: false },
      TrafficType: 'CAMPAIGN',
      RingTimeoutInSeconds: 25,
    });
  });

  test('the same call again is the same token', async () => {
    await call();
    const first = asked();
    await call();
    expect(asked()).toEqual(first);
  });

  test.each([
    ['fr', 'Lea'],
    ['en', 'Amy'],
    ['de', 'Vicki'],
    ['es', 'Lucia'],
    ['it', 'Bianca'],
    ['nl', 'Laura'],
  ] as const)('what a reader of %s is said is spoken by %s', async (language, voice) => {
    const ssml = renderCall({ script: 'Nos vins.' }, {}, mentionsOf({ language }), {
      to: '+33612345678',
      acceptsKeyPress: true,
    });
    expect(await call({ ssml })).toMatchObject({ answer: 'taken' });
    expect(asked()).toMatchObject({ Attributes: { voice } });
  });

  test.each([
    ['pt-PT', CALL.ssml.replace('fr-FR', 'pt-PT')],
    ['no language', '<speak><s>Bonjour</s></speak>'],
  ])(
    'a script in %s is spoken by no voice of another: it is kept for a human, and nothing is asked',
    async (_, ssml) => {
      const before = stub.calls();
      expect(await call({ ssml })).toEqual({ answer: 'not-taken', retryable: false, cause: 'rejected:no-voice' });
      expect(stub.calls()).toBe(before);
    },
  );

  test('of a recipient of a campaign also the contact, and no number', async () => {
    await call({}, { ...TAGS, contactId: ContactId.parse(`v1n1.${'A'.repeat(43)}`) });
    const { Attributes } = asked() as { readonly Attributes: Readonly<Record<string, string>> };
    expect(Attributes).toMatchObject({ ...TAGS, contactId: `v1n1_${'A'.repeat(43)}` });
    expect(JSON.stringify(Attributes)).not.toContain(CALL.to.slice(3));
  });

  test.each([
    [60, 25],
    [27, 25],
    [26.9, 24],
    [17, 15],
  ])('lawful for %d s: it rings for %d', async (validForSeconds, ringSeconds) => {
    await call({}, TAGS, validForSeconds);
    expect(asked()).toMatchObject({ RingTimeoutInSeconds: ringSeconds });
  });

  test.each([16.9, 5, 0, -1])('lawful for %d s: less than it takes, so that nothing is asked', async (left) => {
    const before = stub.calls();
    expect(await call({}, TAGS, left)).toEqual({ answer: 'not-taken', retryable: true, cause: 'too-late' });
    expect(stub.calls()).toBe(before);
  });

  test.each([
    ['from a number that is none of the instance', { callerId: '+33162000001' }, 'rejected:CALLER_NOT_OF_INSTANCE'],
    ['of more words than are spoken at once', { ssml: `${SPEAK}${'a'.repeat(3001)}</speak>` }, 'rejected:too-long'],
    ['of more tags than are read at once', { ssml: `${SPEAK}${'<s>a</s>'.repeat(750)}</speak>` }, 'rejected:too-long'],
  ])('a call %s is kept for a human, and nothing is asked', async (_, change, cause) => {
    const before = stub.calls();
    expect(await call(change)).toEqual({ answer: 'not-taken', retryable: false, cause });
    expect(stub.calls()).toBe(before);
  });

  test('as many words as are spoken at once are', async () => {
    expect(await call({ ssml: `${SPEAK}${'a'.repeat(3000)}</speak>` })).toMatchObject({ answer: 'taken' });
  });
});

const refusal = (name: string, status: number, message = 'No') =>
  answerOfConnect({ name, message, $metadata: { httpStatusCode: status } });

describe('how a refusal of Amazon Connect is sorted', () => {
  test.each([
    ['DestinationNotAllowedException', 403, 'No', 'address-undeliverable'],
    ['InvalidParameterException', 400, 'DestinationPhoneNumber is invalid', 'address-undeliverable'],
    ['InvalidParameterException', 400, 'SourcePhoneNumber is invalid', 'rejected:InvalidParameterException'],
    [
      'InvalidParameterException',
      400,
      'DestinationPhoneNumber or SourcePhoneNumber is invalid',
      'rejected:InvalidParameterException',
    ],
    ['InvalidParameterException', 400, 'No', 'rejected:InvalidParameterException'],
    ['InvalidRequestException', 400, 'DestinationPhoneNumber', 'rejected:InvalidRequestException'],
    ['ResourceNotFoundException', 404, 'No', 'rejected:ResourceNotFoundException'],
  ])('%s %d %s: not taken, and not to be tried again (%s)', (name, status, message, cause) => {
    expect(refusal(name, status, message)).toEqual({ answer: 'not-taken', retryable: false, cause });
  });

  test.each([
    ['LimitExceededException', 429, 'throttled'],
    ['ThrottlingException', 400, 'throttled'],
    ['TooManyRequestsException', 429, 'throttled'],
    ['OutboundContactNotPermittedException', 403, 'refused:OutboundContactNotPermittedException'],
    ['AccessDeniedException', 403, 'refused:AccessDeniedException'],
    ['ExpiredTokenException', 403, 'refused:ExpiredTokenException'],
  ])('%s %d: not taken, and tried again later (%s)', (name, status, cause) => {
    expect(refusal(name, status)).toEqual({ answer: 'not-taken', retryable: true, cause });
  });

  test.each([
    ['InternalServiceException', 500],
    ['ServiceUnavailable', 503],
  ])('%s %d: unknown, and never made again', (name, status) => {
    expect(refusal(name, status)).toEqual({ answer: 'unknown', cause: `status-${status}` });
  });

  test('P8: no cause quotes what could be a number', () => {
    const said = refusal('InvalidParameterException', 400, 'The value +33612345678 is not valid');
    expect(JSON.stringify(said)).not.toContain('336');
  });
});
