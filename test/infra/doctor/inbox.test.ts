import { describe, expect, test } from 'vitest';
import { config, type Facts, saidOf } from './sound-account.ts';

describe('of mails that oppose, the doctor', () => {
  const of = { ...config, inbox: { domain: 'non.example.fr', replies: 'oui.example.fr' } };
  const MX = ['10 inbound-smtp.eu-west-3.amazonaws.com'];
  const saidWith = (records: Readonly<Record<string, readonly string[]>>, facts: Facts = {}) =>
    saidOf({ ...facts, records }, of);
  const BOTH = { 'MX non.example.fr': MX, 'MX oui.example.fr': MX };

  test('says alone what it cannot see where both domains lead to SES', async () => {
    expect(await saidWith(BOTH)).toEqual([
      expect.stringMatching(/^warn replies by mail: cannot be seen from here/),
      expect.stringMatching(/^warn inbox: whether aval-production is the active rule set is not looked at\n/),
    ]);
  });

  test.each([
    ['leads nowhere', { ...BOTH, 'MX oui.example.fr': [] }, 'fail mails to oui.example.fr: arrive nowhere that reads'],
    [
      'leads to another Region',
      { ...BOTH, 'MX non.example.fr': ['10 inbound-smtp.eu-west-1.amazonaws.com'] },
      'nowhere',
    ],
    ['leads elsewhere as well', { ...BOTH, 'MX non.example.fr': [...MX, '20 mx.example.fr'] }, 'elsewhere: 20 mx'],
  ])('says that a domain %s', async (_, records, said) => {
    expect((await saidWith(records)).join('\n')).toContain(said);
  });

  test('says that SES has not verified them', async () => {
    expect((await saidWith(BOTH, { identity: { isVerified: false } })).join('\n')).toContain(
      'fail mails to non.example.fr: SES has not verified the domain',
    );
  });
});
