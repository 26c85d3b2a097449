import { expect, test } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { factsOfBytes, readBytes } from '#shared/app/verdicts/facts-of-bytes.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { anAdvertiser } from '../../support/builders.ts';

const DOMAIN = 'stop.example.fr';
const key = (letter: string) => letter.repeat(43);
const BEFORE = tokensOf(JSON.stringify({ key1: key('k') }), DOMAIN);
const AFTER = tokensOf(JSON.stringify({ key1: key('k'), key2: key('n'), current: 2 }), DOMAIN);
const advertiser = anAdvertiser();
const contactOf = (byte: number) => `v1n1.${Buffer.alloc(32, byte).toString('base64url')}` as ContactId;
const addressFor = (byte: number): string =>
  BEFORE.mailboxes?.addressOf({
    advertiserId: advertiser.advertiserId,
    contactId: contactOf(byte),
    isRelational: false,
  }) ?? expect.fail('no mailbox');

/** Whether the means works, and those that a human decides on, of a mail whose header names one mailbox. */
const judged = (mailbox: string) => {
  const html = '<p>Bonjour</p>';
  const headers = [{ name: 'List-Unsubscribe', value: `<mailto:${mailbox}>` }];
  const email = { from: { address: 'a@valmy.example' }, subject: 'Bonjour', html, text: 'Bonjour', headers };
  const ports = { tokens: AFTER, publicBaseUrl: 'https://aval.example' };
  const of = { advertiser, standing: undefined, contactId: contactOf(7), address: 'a@example.fr' };
  const { oppositionMeansWork, externalMeans } = factsOfBytes(ports, readBytes('email', { email }), of);
  return [oppositionMeansWork, externalMeans];
};

test('a mailbox made before the key was rotated is ours, in capitals too', () => {
  expect(judged(addressFor(7))).toEqual([true, undefined]);
  expect(judged(addressFor(7).toUpperCase())).toEqual([true, undefined]);
});

test('that of another contact, or of nobody, works for nobody: there is nothing to decide', () => {
  expect(judged(addressFor(8))).toEqual([false, undefined]);
  expect(judged(addressFor(8).toUpperCase())).toEqual([false, undefined]);
  expect(judged(`stop@${DOMAIN}`)).toEqual([false, undefined]);
});

test('the same name at another domain is another means', () => {
  expect(judged(addressFor(7).replace(DOMAIN, `x.${DOMAIN}`))).toEqual([false, [`x.${DOMAIN}`]]);
});
