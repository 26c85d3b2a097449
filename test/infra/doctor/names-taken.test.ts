import { describe, expect, test } from 'vitest';
import type { Account } from '../../../cli/doctor/account.ts';
import { config, saidOf } from './sound-account.ts';

describe('of names that a stage which is not deployed would make, the doctor', () => {
  const saidWith = (account: Partial<Account>, of = config) =>
    saidOf({ account: { isMade: async () => false, ...account } }, of);
  const SMS_LOG = 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber';

  test('finds the log that AWS made of SMS where the stage is to keep one, and asks for it alone', async () => {
    const logGroups = async (prefix: string) => (prefix === SMS_LOG ? [SMS_LOG] : []);
    const found = await saidWith({ logGroups }, { ...config, keepsSmsStatus: true });
    expect(found).toContainEqual(expect.stringMatching(`^fail logs of SMS: are there already: ${SMS_LOG}\n`));
    expect((await saidWith({ logGroups })).join()).not.toContain('logs of SMS');
  });

  test('finds it in a stage that is deployed without one, too, whose settings keep one since; and not its own', async () => {
    const account: Partial<Account> = { isMade: async () => true, logGroups: async () => [SMS_LOG] };
    const of = { ...config, keepsSmsStatus: true };
    expect(await saidWith(account, of)).toEqual([expect.stringMatching(/^fail logs of SMS: are there already: /)]);
    const role = 'arn:aws:iam::111122223333:role/aval-sms-status';
    const status = { smsStatusRole: role, smsStatusRate: '100' };
    const own = { ...account, smsStatusRole: async () => role, smsStatus: async () => status };
    expect(await saidWith(own, of)).toEqual([]);
  });

  test('finds the key of the archive of a former stack, unless it is adopted', async () => {
    const keyOfAlias = async (alias: string) => (alias === 'alias/aval-production-proof' ? 'k1' : undefined);
    expect(await saidWith({ keyOfAlias })).toContainEqual(
      expect.stringContaining('alias/aval-production-proof is the name of k1'),
    );
    const adopting = { ...config, adopt: { proofKeyArn: 'arn:aws:kms:eu-west-3:111122223333:key/k1' } };
    expect((await saidWith({ keyOfAlias }, adopting)).join()).not.toContain('key of the archive');
  });

  test('says nothing of them once what makes them is made', async () => {
    expect(await saidOf({ account: { keyOfAlias: async () => 'k1', logGroups: async () => ['x'] } })).toEqual([]);
    const isMade = async (stack: string) => stack === 'Aval-production-Data';
    const found = await saidWith({ isMade, keyOfAlias: async () => 'k1' });
    expect(found.join()).not.toContain('key of the archive');
  });
});
