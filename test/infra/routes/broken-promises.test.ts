import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { PRODUCTION } from '../deployment.ts';

const ofProduction = (own: object) => configOf('production', { stages: { production: { ...PRODUCTION, ...own } } });

const PROVIDER = { url: 'https://gateway.provider.example/v1/messages', answers: ['reply', 'key-press'] };
const SMSMODE = { sms: 'smsmode' };
const SPOT_HIT = { mms: 'spot-hit' };
const CALLS = { 'automated-call': 'vonage' };
const APPLICATION = '7f000000-0000-4000-8000-000000000001';
const BOTH = { mms: 'https', 'automated-call': 'https' };

describe('routes that promise what they cannot send or hear', () => {
  test.each([
    ['MMS by AWS', { routes: { mms: 'sns' } }, 'routes.mms`: AWS End User Messaging sells none to France'],
    [
      'calls by AWS',
      { routes: { 'automated-call': 'sns' } },
      'routes.automated-call`: AWS End User Messaging (voice) sells none to France',
    ],
    [
      'MMS by End User Messaging',
      { routes: { mms: 'end-user-messaging' } },
      'routes.mms`: AWS End User Messaging sells none to France',
    ],
    [
      'calls by End User Messaging',
      { routes: { 'automated-call': 'end-user-messaging' } },
      'routes.automated-call`: AWS End User Messaging (voice) sells none to France',
    ],
    ['MMS by nobody', { routes: { mms: 'https' } }, 'routes.mms`: nobody is named who takes it'],
    ['calls by nobody', { routes: { 'automated-call': 'https' } }, 'routes.automated-call`: nobody is named'],
    ['a provider of nothing', { provider: PROVIDER }, 'provider`: no channel leaves by it'],
    [
      'MMS whose STOP nobody answers',
      { routes: BOTH, provider: { ...PROVIDER, answers: ['key-press'] } },
      'routes.mms`: an MMS promises that STOP is received',
    ],
    [
      'keys without calls',
      { routes: { mms: 'https' }, provider: PROVIDER },
      'provider.answers`: `key-press` is received in calls, and no call leaves',
    ],
    [
      'replies without texts',
      { routes: { 'automated-call': 'https' }, provider: PROVIDER },
      'provider.answers`: `reply` is received to texts, and no text leaves',
    ],
    [
      'a road that nobody knows',
      { routes: BOTH, provider: { ...PROVIDER, answers: ['speech'] } },
      'provider.answers.0`',
    ],
    ['plain HTTP', { routes: BOTH, provider: { ...PROVIDER, url: 'http://provider.example/' } }, 'an https URL'],
    ['an address of a network', { routes: BOTH, provider: { ...PROVIDER, url: 'https://10.0.0.7/' } }, 'an https URL'],
    ['a machine of its own', { routes: BOTH, provider: { ...PROVIDER, url: 'https://localhost/' } }, 'an https URL'],
    ['a secret in the URL', { routes: BOTH, provider: { ...PROVIDER, url: 'https://u:p@p.example/' } }, 'an https URL'],
    [
      'a key in the query',
      { routes: BOTH, provider: { ...PROVIDER, url: 'https://p.example/?key=1' } },
      'an https URL',
    ],
    ['another signature', { routes: BOTH, provider: { ...PROVIDER, signedBy: 'md5' } }, 'signed by `hmac` or `jwt`'],
    ['no rate', { routes: BOTH, provider: { ...PROVIDER, requestsPerSecond: 0 } }, 'not above zero'],
    ['pictures of any size', { routes: BOTH, provider: { ...PROVIDER, mediaBytes: 9_000_000 } }, 'larger than any MMS'],
    ['calls by a Vonage that is nobody', { routes: CALLS }, 'routes.automated-call`: nobody is named who takes it'],
    ['a Vonage of nothing', { vonage: { applicationId: APPLICATION } }, 'vonage`: no channel leaves by it'],
    [
      'MMS by Vonage, which sends none to France',
      { routes: { mms: 'vonage' } },
      '`vonage` is no route of it: its MMS go to the United States',
    ],
    ['an application by its name', { routes: CALLS, vonage: { applicationId: 'calls' } }, 'vonage.applicationId`'],
    [
      'a private key in the settings',
      { routes: CALLS, vonage: { applicationId: APPLICATION, privateKey: 'k' } },
      'vonage.privateKey`',
    ],
    [
      'keys that are said to come by whom no call leaves',
      { routes: { ...BOTH, ...CALLS }, vonage: { applicationId: APPLICATION }, provider: PROVIDER },
      'provider.answers`: `key-press` is received in calls',
    ],
    ['a smsmode of nothing', { smsmode: {} }, 'smsmode`: no channel leaves by it'],
    [
      'SMS whose STOP nobody answers',
      { routes: { sms: 'https', 'automated-call': 'https' }, provider: { ...PROVIDER, answers: ['key-press'] } },
      'routes.sms`: an SMS promises that STOP is received',
    ],
    ['SMS by nobody', { routes: { sms: 'https' } }, 'routes.sms`: nobody is named who takes it'],
    ['SMS by a Vonage that is nobody', { routes: { sms: 'vonage' } }, 'routes.sms`: nobody is named who takes it'],
    [
      'the pace of AWS for SMS by Vonage',
      { routes: { sms: 'vonage' }, vonage: { applicationId: APPLICATION }, smsRoute: { requestsPerSecond: 10 } },
      'smsRoute`: it paces SMS that leave by AWS',
    ],
    ['a Spot-Hit of nothing', { spotHit: {} }, 'spotHit`: no channel leaves by it'],
    ['SMS by Spot-Hit, of which MMS alone are built', { routes: { sms: 'spot-hit' } }, 'routes.sms`: it leaves by'],
    ['a key of Spot-Hit in the settings', { routes: SPOT_HIT, spotHit: { apiKey: 'k' } }, 'spotHit.apiKey`'],
    ['a code of Spot-Hit in the settings', { routes: SPOT_HIT, spotHit: { urlCode: 'c' } }, 'spotHit.urlCode`'],
    ['larger pictures than any MMS', { routes: SPOT_HIT, spotHit: { mediaBytes: 3_000_000 } }, 'larger than any MMS'],
    ['MMS of no pace', { routes: SPOT_HIT, spotHit: { requestsPerSecond: 0 } }, 'not above zero'],
    ['MMS by smsmode, whose API has none', { routes: { mms: 'smsmode' } }, 'routes.mms`'],
    ['a key of smsmode in the settings', { routes: SMSMODE, smsmode: { apiKey: 'k' } }, 'smsmode.apiKey`'],
    [
      'the pace of another route',
      { routes: SMSMODE, smsRoute: { requestsPerSecond: 10 } },
      'smsRoute`: it paces SMS that leave by AWS',
    ],
    [
      'a list of opt-outs that no route keeps',
      { routes: SMSMODE, senders: { ...PRODUCTION.senders, optOutList: 'Default' } },
      'senders.optOutList`: AWS keeps it of SMS that leave by it, and these leave by `smsmode`',
    ],
    ['a channel that nobody builds', { routes: { fax: 'https' }, provider: PROVIDER }, '`fax` has no route'],
  ])('%s is refused, with the reason', (_, own, sentence) => {
    expect(() => ofProduction(own)).toThrow(sentence);
  });

  test.each([
    ['smsmode', { routes: SMSMODE }],
    ['Vonage', { routes: { sms: 'vonage' }, vonage: { applicationId: APPLICATION } }],
  ])('that a STOP is confirmed is kept by %s, too', (_, own) => {
    const { confirmsStop } = ofProduction({ ...own, senders: { ...PRODUCTION.senders, confirmStop: true } });
    expect(confirmsStop).toBe(true);
  });

  test('a provider that keeps what its channels promise is taken, with what holds by default', () => {
    expect(ofProduction({ routes: BOTH, provider: PROVIDER }).providers).toEqual([
      {
        ...PROVIDER,
        name: 'https',
        channels: ['mms', 'automated-call'],
        signedBy: 'hmac',
        requestsPerSecond: 1,
        mediaBytes: 300_000,
      },
    ]);
    expect(
      ofProduction({ routes: { 'automated-call': 'https' }, provider: { ...PROVIDER, answers: [] } }).providers.map(
        ({ channels }) => channels,
      ),
    ).toEqual([['automated-call']]);
    expect(ofProduction({}).providers).toEqual([]);
  });

  test('SMS by smsmode, and by the provider of our contract', () => {
    expect(ofProduction({ routes: SMSMODE }).providers).toEqual([
      { name: 'smsmode', url: 'https://rest.smsmode.com', channels: ['sms'], answers: ['reply'], requestsPerSecond: 1 },
    ]);
    const provider = { ...PROVIDER, answers: ['reply'] };
    expect(ofProduction({ routes: { sms: 'https' }, provider }).providers[0]?.channels).toEqual(['sms']);
  });

  test('SMS and calls by Vonage share what it takes a second, and bring replies and keys', () => {
    const vonage = { applicationId: APPLICATION, requestsPerSecond: 5 };
    const [both] = ofProduction({ routes: { sms: 'vonage', ...CALLS }, vonage }).providers;
    expect(both).toMatchObject({
      channels: ['sms', 'automated-call'],
      requestsPerSecond: 5,
      answers: ['reply', 'key-press'],
    });
    const [texts] = ofProduction({ routes: { sms: 'vonage' }, vonage }).providers;
    expect(texts).toMatchObject({ channels: ['sms'], answers: ['reply'] });
  });

  test('MMS by Spot-Hit', () => {
    expect(ofProduction({ routes: SPOT_HIT, spotHit: { requestsPerSecond: 5 } }).providers).toEqual([
      {
        name: 'spot-hit',
        url: 'https://www.spot-hit.fr',
        channels: ['mms'],
        answers: ['reply'],
        requestsPerSecond: 5,
        mediaBytes: 300_000,
      },
    ]);
  });

  test('calls by Vonage leave by it alone, and its keys are received', () => {
    const { url, answers } = PROVIDER;
    const routes = { mms: 'https', 'automated-call': 'vonage' };
    const vonage = { applicationId: APPLICATION };
    const { providers } = ofProduction({ routes, vonage, provider: { url, answers: answers.slice(0, 1) } });
    expect(providers.map(({ name, channels }) => [name, channels])).toEqual([
      ['https', ['mms']],
      ['vonage', ['automated-call']],
    ]);
    expect(providers[1]).toEqual({
      name: 'vonage',
      applicationId: APPLICATION,
      url: 'https://api.nexmo.com',
      channels: ['automated-call'],
      answers: ['key-press'],
      requestsPerSecond: 1,
    });
  });
});
