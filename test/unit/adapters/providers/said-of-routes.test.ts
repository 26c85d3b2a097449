import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CAPABILITIES } from '#functions/manifest/routes/capabilities.ts';

/** What hands over by each route and channel. */
const ADAPTERS: Readonly<Record<string, string>> = {
  'ses/email': 'ses/send-email.ts',
  'sns/sms': 'sns/send-sms.ts',
  'end-user-messaging/sms': 'end-user-messaging/send-text.ts',
  'https/sms': 'https/by-signed-https.ts',
  'https/mms': 'https/by-signed-https.ts',
  'https/automated-call': 'https/by-signed-https.ts',
  'vonage/sms': 'vonage/sms-by-vonage.ts',
  'vonage/automated-call': 'vonage/call-by-vonage.ts',
  'smsmode/sms': 'smsmode/smsmode.ts',
  'spot-hit/mms': 'spot-hit/mms-by-spot-hit.ts',
  'connect/automated-call': 'connect/start-call.ts',
};
const nameOf = ({ route, channel }: (typeof CAPABILITIES)[number]): string => `${route}/${channel}`;
const adapterOf = (each: (typeof CAPABILITIES)[number]): string =>
  readFileSync(`shared/adapters/${ADAPTERS[nameOf(each)]}`, 'utf8');
const namesWhere = (is: (each: (typeof CAPABILITIES)[number]) => boolean): readonly string[] =>
  CAPABILITIES.filter(is).map(nameOf);

test('each route and channel has its adapter', () => {
  expect(CAPABILITIES.map(nameOf).sort()).toEqual(Object.keys(ADAPTERS).sort());
});

test('where something is found by the URL of its message, the provider is given one, and nowhere else', () => {
  const isByUrl = ({ answers, reports }: (typeof CAPABILITIES)[number]) =>
    [...answers.foundBy, ...reports].some((each) => each === 'url');
  expect(namesWhere(isByUrl)).toEqual(namesWhere((each) => /callbackUrl/.test(adapterOf(each))));
});

test('what nobody signs is what is taken as unsigned', () => {
  const sender = readFileSync('functions/wiring/sender.ts', 'utf8');
  const line =
    sender.split('\n').find((each) => each.includes("return 'unsigned'") && !each.includes('signedBy')) ?? '';
  const named = [...line.matchAll(/route\.name === '([\w-]+)'/g)].map(([, name]) => name);
  const unsigned = CAPABILITIES.filter(({ answers }) => !answers.isSigned).map(({ route }) => route);
  expect(named.sort()).toEqual([...new Set(unsigned)].sort());
});
