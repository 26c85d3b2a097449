import { afterEach, expect, test, vi } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorld } from '../support/api.ts';

const SETTINGS = EXAMPLES['put-advertiser'] as { readonly senders: object };
const OF = { path: { advertiserId: ADVERTISER } };

const COMMON = { answers: ['reply', 'key-press'], requestsPerSecond: 1, url: 'https://provider.example' };
const SMSMODE = { PROVIDER_ROUTE: JSON.stringify([{ ...COMMON, name: 'smsmode', channels: ['sms'] }]) };
const SPOT_HIT = {
  PROVIDER_ROUTE: JSON.stringify([{ ...COMMON, name: 'spot-hit', channels: ['mms'], mediaBytes: 300_000 }]),
};
const VONAGE = { ...COMMON, name: 'vonage', channels: ['sms'], applicationId: '7f000000-0000-4000-8000-000000000001' };
const BY_VONAGE = { PROVIDER_ROUTE: JSON.stringify([VONAGE]) };
const messaging = (number?: string) => ({
  SMS_ROUTE: JSON.stringify({ configurationSet: 'aval-test-sms', senderIds: ['VALMY'], ...(number && { number }) }),
});
const SNS = {};
const CONNECT = { CALL_NUMBERS: '+33162000000,+33163000000' };

const byText = (senderId: string, replyCode = '36105') => ({ sms: [{ senderId, replyCode }] });
const byCall = (callerId: string) => ({ calls: [{ callerId, oppositionNumber: '+33805123456' }] });

const NOTHING = 'no SMS would leave from it';
const ANOTHER = (named: string) => `The route of ${named} of this deployment shows a number of its own`;

interface Said {
  readonly pointer: string;
  readonly sentence: { readonly en: string; readonly fr: string };
  readonly remedy: { readonly sentence: { readonly en: string; readonly fr: string } };
}
/** What `warnings` says of senders: where, and what. */
type Warning = readonly [pointer: string, says: string];
const AT = '/senders/sms/0/senderId';

afterEach(() => vi.unstubAllEnvs());

const settled = async (env: Readonly<Record<string, string>>, senders: object) => {
  const world = await aWorld();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const body = { ...SETTINGS, tradeNames: ['Maison Valmy', 'EY'], senders: { ...SETTINGS.senders, ...senders } };
  const put = await world.call('put-advertiser', { ...OF, body });
  const got = await world.call('get-advertiser', OF);
  expect(got.body.warnings).toEqual(put.body.warnings);
  const warnings = put.body.warnings as readonly Said[];
  const said = warnings.filter(({ pointer }) => /senderId|callerId/.test(pointer));
  return {
    status: put.status,
    usable: put.body.usable,
    said: said.map(({ pointer, sentence }) => [pointer, sentence.en]),
    remedies: said.map(({ remedy }) => [remedy.sentence.fr, remedy.sentence.en]),
  };
};

test.each<[string, Readonly<Record<string, string>>, object, readonly Warning[]]>([
  ['two letters by SNS', SNS, byText('EY'), [[AT, NOTHING]]],
  ['a platform number by SNS, of which AWS sells none', SNS, byText('+33937123456', '36105'), [[AT, NOTHING]]],
  ['a platform number by smsmode', SMSMODE, byText('+33937123456', '36105'), [[AT, NOTHING]]],
  ['a name that is not of the account by End User Messaging', messaging(), byText('MAISONVALMY'), [[AT, NOTHING]]],
  ['a short code where no number is stated', messaging(), byText('36105'), [[AT, NOTHING]]],
  [
    'a name that is not of the account, with a pool',
    messaging('pool-1234abcd'),
    byText('MAISONVALMY'),
    [[AT, ANOTHER('SMS')]],
  ],
  ['a name by Spot-Hit, whose MMS have no sender', SPOT_HIT, byText('VALMY', '36200'), [[AT, ANOTHER('MMS')]]],
  [
    'a number that is not of the instance',
    CONNECT,
    byCall('+33270000000'),
    [['/senders/calls/0/callerId', 'none would leave from it']],
  ],
])('%s is warned of, and stays usable: another system may send', async (_, env, senders, expected) => {
  const { status, usable, said } = await settled(env, senders);
  expect([status, usable.sms]).toEqual([201, true]);
  expect(said).toEqual(expected.map(([pointer, says]) => [pointer, expect.stringContaining(says)]));
});

test.each<[string, Readonly<Record<string, string>>, object]>([
  ['a name by SNS', SNS, byText('VALMY')],
  ['a short code by SNS', SNS, byText('36105')],
  ['a functional code by SNS', SNS, byText('38105')],
  ['two letters by smsmode', SMSMODE, byText('EY')],
  ['a short code by smsmode', SMSMODE, byText('36105')],
  ['a platform number by Vonage', BY_VONAGE, byText('+33937123456')],
  ['two letters by Vonage', BY_VONAGE, byText('EY')],
  ['a name of the account by End User Messaging', messaging(), byText('VALMY')],
  ['a short code by a pool', messaging('pool-1234abcd'), byText('36105')],
  ['a name of SMS whose code Spot-Hit does not receive', SPOT_HIT, byText('VALMY', '36105')],
  ['a number of the instance', CONNECT, byCall('+33163000000')],
  ['any number where the route of calls says none', SNS, byCall('+33270000000')],
])('%s is what readers see, and nothing is said of it', async (_, env, senders) => {
  expect(await settled(env, senders)).toMatchObject({ status: 201, said: [] });
});

test.each<[string, Readonly<Record<string, string>>, object, boolean]>([
  ['a name that the settings of the deployment can state', messaging('pool-1234abcd'), byText('MAISONVALMY'), true],
  ['a platform number, with a pool', messaging('pool-1234abcd'), byText('+33937123456', '36105'), false],
  ['two letters, which AWS does not take, with a pool', messaging('pool-1234abcd'), byText('EY'), false],
  ['a name by Spot-Hit, which has no field for one', SPOT_HIT, byText('VALMY', '36200'), false],
  ['a code by Spot-Hit', SPOT_HIT, byText('36200', '36200'), false],
])('%s is told to be stated where that helps, and only there', async (_, env, senders, helps) => {
  const { said, remedies } = await settled(env, senders);
  expect(said).toMatchObject([[AT, expect.stringContaining('shows a number of its own in place of this sender')]]);
  const [[french = '', english = ''] = []] = remedies;
  expect([french.includes('faites déclarer ce nom'), english.includes('have this name stated')]).toEqual([
    helps,
    helps,
  ]);
  expect([french, english]).toEqual([
    expect.stringContaining('une autre route'),
    expect.stringContaining('another route'),
  ]);
});

test('settings of before say what another route does not show, in both languages', async () => {
  const world = await aWorld();
  const body = { ...SETTINGS, tradeNames: ['Maison Valmy', 'EY'], senders: { ...SETTINGS.senders, ...byText('EY') } };
  vi.stubEnv('PROVIDER_ROUTE', BY_VONAGE.PROVIDER_ROUTE);
  const put = await world.call('put-advertiser', { ...OF, body });
  expect(JSON.stringify(put.body.warnings)).not.toContain(AT);
  vi.stubEnv('PROVIDER_ROUTE', 'none');
  const version = { path: { ...OF.path, settingsVersion: '1' } };
  for (const { body: now } of [
    await world.call('get-advertiser', OF),
    await world.call('get-advertiser-version', version),
  ]) {
    expect(now.warnings).toContainEqual(
      expect.objectContaining({
        pointer: AT,
        sentence: {
          fr: expect.stringContaining('La route des SMS de ce déploiement n’affiche pas un tel émetteur'),
          en: expect.stringContaining('shows no such sender'),
        },
      }),
    );
  }
});
