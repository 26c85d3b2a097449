import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOfEndUserMessaging } from '#shared/adapters/end-user-messaging/answer.ts';
import { smsByEndUserMessaging } from '#shared/adapters/end-user-messaging/send-text.ts';
import { sendingTextClient } from '#shared/adapters/providers/clients.ts';
import type { HandOffTags } from '#shared/app/send/providers.port.ts';
import { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import type { TextRoute } from '#shared/domain/sending/text-route.ts';
import { type ProviderStub, startProviderStub } from '../../support/providers.ts';

const TAGS = { advertiserId: AdvertiserId.parse('les-caves'), messageId: MessageId.parse(`msg_${'a'.repeat(22)}`) };
const SMS = { to: '+33612345678', senderId: 'CAVES', text: 'CAVES: -20 %. STOP 36111' };
const ROUTE: TextRoute = { configurationSet: 'aval-test-sms', senderIds: ['CAVES'] };

let stub: ProviderStub;
beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  stub = await startProviderStub();
  process.env.AWS_ENDPOINT_URL = stub.url;
});
afterAll(() => stub.close());

const send = (route: Partial<TextRoute> = {}, sms: object = {}, tags: HandOffTags = TAGS, validForSeconds = 3600) =>
  smsByEndUserMessaging(sendingTextClient(), { ...ROUTE, ...route })({ ...SMS, ...sms }, tags, {
    timeoutMs: 2000,
    validForSeconds,
  });
const sent = () => stub.taken.at(-1)?.request ?? {};

describe('what End User Messaging is asked', () => {
  test('the whole text, by the name of its advertiser, with our ids and until the last lawful second', async () => {
    await send();
    expect(sent()).toEqual({
      DestinationPhoneNumber: SMS.to,
      OriginationIdentity: 'CAVES',
      MessageBody: SMS.text,
      MessageType: 'PROMOTIONAL',
      ConfigurationSetName: 'aval-test-sms',
      Context: { advertiserId: TAGS.advertiserId, messageId: TAGS.messageId },
      // Less the two seconds that it may take to be handed over.
      TimeToLive: 3598,
    });
  });

  test('what answers a person promotes nothing', async () => {
    await send({}, { isService: true });
    expect(sent()).toMatchObject({ MessageType: 'TRANSACTIONAL' });
  });

  test('of a recipient of a campaign also the contact, within what a context takes', async () => {
    const contactId = ContactId.parse(`v1n1.${'A'.repeat(43)}`);
    await send({}, {}, { ...TAGS, contactId });
    const { Context } = sent() as { readonly Context: Readonly<Record<string, string>> };
    expect(Context).toEqual({ ...TAGS, contactId: `v1n1_${'A'.repeat(43)}` });
    expect(Object.keys(Context).length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(Context)).not.toContain(SMS.to.slice(3));
  });

  test('its own protect configuration and the most that it may cost, where the settings name them', async () => {
    await send({ protectConfigurationId: 'protect-1', maxPriceUsd: 0.5 });
    expect(sent()).toMatchObject({ ProtectConfigurationId: 'protect-1', MaxPrice: '0.50000' });
  });

  test.each([
    ['a name that the account owns', { number: 'pool-1' }, 'CAVES', 'CAVES'],
    ['the number or pool for any other', { number: 'pool-1' }, 'AUTRE', 'pool-1'],
    ['the number alone', { senderIds: [], number: 'phone-1' }, 'CAVES', 'phone-1'],
  ])('it leaves by %s', async (_, route, senderId, origin) => {
    await send(route, { senderId });
    expect(sent()).toMatchObject({ OriginationIdentity: origin });
  });

  test('by nothing that nobody owns: it is kept for a human, and nothing is asked', async () => {
    const before = stub.calls();
    expect(await send({}, { senderId: 'AUTRE' })).toEqual({
      answer: 'not-taken',
      retryable: false,
      cause: 'rejected:NO_ORIGINATION_IDENTITY',
    });
    expect(stub.calls()).toBe(before);
  });

  test.each([
    [7, undefined, 5],
    [9.9, undefined, 7],
    [9_999_999, undefined, 259_200],
    [3600, 600, 600],
    [300, 600, 298],
  ])('valid for %d s, at most %s: AWS tries for %d', async (valid, longestSeconds, asked) => {
    await send({ longestSeconds }, {}, TAGS, valid);
    expect(sent()).toMatchObject({ TimeToLive: asked });
  });

  test.each([6.9, 4.9, 0, -1])('valid for %d s: less than AWS takes, so that nothing is asked', async (valid) => {
    const before = stub.calls();
    expect(await send({}, {}, TAGS, valid)).toEqual({ answer: 'not-taken', retryable: true, cause: 'too-late' });
    expect(stub.calls()).toBe(before);
  });
});

const refusal = (name: string, Reason?: string, Fields?: object, status = 400) =>
  answerOfEndUserMessaging({ name, Reason, Fields, $metadata: { httpStatusCode: status }, message: '+33612345678' });

describe('how a refusal of End User Messaging is sorted', () => {
  test.each([
    ['ConflictException', 'DESTINATION_PHONE_NUMBER_OPTED_OUT', 'opted-out'],
    ['ConflictException', 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION', 'address-undeliverable'],
    ['ConflictException', 'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE', 'address-undeliverable'],
    ['ValidationException', 'DESTINATION_COUNTRY_BLOCKED', 'address-undeliverable'],
    ['ValidationException', 'PRICE_OVER_THRESHOLD', 'rejected:PRICE_OVER_THRESHOLD'],
    ['ValidationException', 'SENDER_ID_NOT_REGISTERED', 'rejected:SENDER_ID_NOT_REGISTERED'],
    ['ValidationException', undefined, 'rejected:ValidationException'],
    ['ConflictException', 'MESSAGE_TYPE_MISMATCH', 'rejected:MESSAGE_TYPE_MISMATCH'],
    ['ResourceNotFoundException', undefined, 'rejected:ResourceNotFoundException'],
    ['ConflictException', 'NO_ORIGINATION_IDENTITIES_FOUND', 'rejected:NO_ORIGINATION_IDENTITIES_FOUND'],
    ['ConflictException', 'SENDER_ID_NOT_SUPPORTED', 'address-undeliverable'],
    ['ValidationException', 'INVALID_IDENTITY_FOR_DESTINATION_COUNTRY', 'address-undeliverable'],
    ['ValidationException', 'COUNTRY_NOT_ENABLED', 'address-undeliverable'],
  ])('%s %s: not taken, and not to be tried again (%s)', (name, reason, cause) => {
    expect(refusal(name, reason)).toEqual({ answer: 'not-taken', retryable: false, cause });
  });

  test.each([
    ['ThrottlingException', undefined, 'throttled'],
    [
      'ServiceQuotaExceededException',
      'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT',
      'refused:MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT',
    ],
    ['AccessDeniedException', 'INSUFFICIENT_ACCOUNT_REPUTATION', 'refused:INSUFFICIENT_ACCOUNT_REPUTATION'],
    ['ConflictException', 'RESOURCE_NOT_ACTIVE', 'refused:RESOURCE_NOT_ACTIVE'],
    ['ConflictException', 'DESTINATION_PHONE_NUMBER_NOT_VERIFIED', 'refused:DESTINATION_PHONE_NUMBER_NOT_VERIFIED'],
    ['ExpiredTokenException', undefined, 'refused:ExpiredTokenException'],
  ])('%s %s: not taken, and tried again later (%s)', (name, reason, cause) => {
    expect(refusal(name, reason)).toEqual({ answer: 'not-taken', retryable: true, cause });
  });

  test('a field that is wrong: of the number alone, or of the message', () => {
    const [number, body] = [{ Name: 'DestinationPhoneNumber' }, { Name: 'MessageBody' }];
    expect(refusal('ValidationException', 'CANNOT_PARSE', [number])).toMatchObject({ cause: 'address-undeliverable' });
    expect(refusal('ValidationException', 'CANNOT_PARSE', [number, body])).toMatchObject({
      cause: 'rejected:CANNOT_PARSE',
    });
  });

  test('P8: no cause quotes what could be a number', () => {
    expect(JSON.stringify(refusal('ConflictException', 'of +33612345678'))).not.toContain('336');
  });

  test.each([
    ['InternalServerException', 500],
    ['ServiceUnavailable', 503],
  ])('%s with %d: unknown, for nobody knows whether it was taken', (name, status) => {
    expect(refusal(name, undefined, undefined, status)).toEqual({ answer: 'unknown', cause: `status-${status}` });
  });
});
