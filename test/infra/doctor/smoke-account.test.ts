import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ASKED, type AskedAccount, type AskedStage, askAccount } from '../../../cli/after/account/asked.ts';
import { askedInAws, awsCli } from '../../../cli/after/account/in-aws.ts';
import { rowsOf } from '../../../cli/after/account/page.ts';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const STAGE: AskedStage = { stage: 'dev', advertiserId: 'atelier', source: 'local.shop', now: NOW };
const SMS_LOG = 'sns/eu-west-3/111122223333/DirectPublishToPhoneNumber';
const SMS_LINE = '{"delivery":{"destination":"************"},"status":"SUCCESS"}';

const ACCESS_LOG = '/aval/dev/access-public';
/** What these logs have where all is as it should be. */
const LOGGED: Readonly<Record<string, readonly string[]>> = {
  [SMS_LOG]: [SMS_LINE],
  [ACCESS_LOG]: ['{"route":"/","status":"429"}'],
};

/** An account in which all is as it should be. */
const SOUND: AskedAccount = {
  link: async (name) => `aval-dev-${name}`,
  logGroups: async (prefix) => (prefix === 'sns/' ? [SMS_LOG] : [`${prefix}send-message`, `${prefix}outbox`]),
  lines: async (group) => LOGGED[group] ?? [],
  hasMetric: async () => true,
  alarms: async () => [{ name: 'aval-dev-parked', reports: true }],
  readers: async () => ({ confirmed: 1, pending: 0 }),
  readSuppressed: async () => true,
  lockOf: async () => 'COMPLIANCE, 400 days',
  copyOf: async () => ({ to: 'copy', newest: 'COMPLETED' }),
  isTtlOn: async () => true,
  put: async () => 'NotAuthorizedForSourceException',
};
const levelsOf = async (account: Partial<AskedAccount>, stage: Partial<AskedStage> = {}) =>
  Object.fromEntries(
    (await askAccount({ ...SOUND, ...account }, { ...STAGE, ...stage }))
      .filter(({ level }) => level !== 'ok')
      .map(({ row, level }) => [row.split(' ').slice(0, 3).join(' '), level]),
  );

describe('what AWS is asked of a stage', () => {
  test('nothing is to be said of a sound one', async () => {
    const answers = await askAccount(SOUND, STAGE);
    expect(answers.map(({ row }) => row)).toEqual(ASKED.map(([row]) => row));
    expect(answers.filter(({ level }) => level !== 'ok')).toEqual([]);
  });

  const refused = async (): Promise<never> => {
    throw Object.assign(new Error('no'), { name: 'AccessDeniedException' });
  };
  test.each<[string, Partial<AskedAccount>, Partial<AskedStage>, Readonly<Record<string, string>>]>([
    [
      'something was denied',
      {
        lines: async (group) => (group.endsWith('outbox') ? ['ERROR AccessDeniedException'] : (LOGGED[group] ?? [])),
      },
      {},
      { 'IAM as AWS': 'mend' },
    ],
    [
      'there are no logs',
      { logGroups: async () => [] },
      {},
      { 'IAM as AWS': 'cannot say', 'What becomes of': 'cannot say' },
    ],
    [
      'a number is to be read',
      { lines: async (group) => (group === SMS_LOG ? ['"destination":"+33639980001"'] : (LOGGED[group] ?? [])) },
      {},
      { 'What becomes of': 'mend' },
    ],
    [
      'what is logged of SMS is not counted',
      { hasMetric: async (_, name) => name !== 'sms-delivered' },
      {},
      { 'What becomes of': 'mend' },
    ],
    [
      'nothing came back yet',
      { hasMetric: async (namespace) => namespace === 'Aval/dev' },
      {},
      {
        ...{ 'They count in': 'cannot say', '`SMSMonthToDateSpentUSD` has values': 'cannot say' },
        'The firewall counts': 'cannot say',
      },
    ],
    [
      'nobody was turned away',
      { lines: async (group) => (group === ACCESS_LOG ? [] : (LOGGED[group] ?? [])) },
      {},
      { 'The access log': 'cannot say' },
    ],
    [
      'the advertiser wrote to nobody',
      { readSuppressed: async () => false },
      {},
      { 'The round through': 'cannot say' },
    ],
    ['no advertiser is named', {}, { advertiserId: undefined }, { 'The round through': 'cannot say' }],
    ['no source is named', {}, { source: undefined }, { 'The bus refuses': 'cannot say' }],
    ['the bus takes it from everybody', { put: async () => undefined }, {}, { 'The bus refuses': 'mend' }],
    ['the bus answers otherwise', { put: async () => 'ThrottlingException' }, {}, { 'The bus refuses': 'cannot say' }],
    ['an alarm is silent', { alarms: async () => [{ name: 'a', reports: false }] }, {}, { 'An alarm reaches': 'mend' }],
    ['there is no alarm', { alarms: async () => [] }, {}, { 'An alarm reaches': 'mend' }],
    ['nobody confirmed', { readers: async () => ({ confirmed: 0, pending: 1 }) }, {}, { 'An alarm reaches': 'mend' }],
    ['there is no topic', { readers: async () => undefined }, {}, { 'An alarm reaches': 'mend' }],
    ['the journal has no lock', { lockOf: async () => undefined }, {}, { 'Object Lock': 'mend' }],
    ['the journal is not copied', { copyOf: async () => undefined }, {}, { 'The journal is': 'cannot say' }],
    ['nothing was copied yet', { copyOf: async () => ({ to: 'copy' }) }, {}, { 'The journal is': 'cannot say' }],
    [
      'an entry waits to be copied',
      { copyOf: async () => ({ to: 'copy', newest: 'PENDING' }) },
      {},
      { 'The journal is': 'cannot say' },
    ],
    [
      'an entry is not copied',
      { copyOf: async () => ({ to: 'copy', newest: 'FAILED' }) },
      {},
      { 'The journal is': 'mend' },
    ],
    ['nothing is deleted', { isTtlOn: async () => false }, {}, { 'TTL deletes': 'mend' }],
    [
      'the shell may not ask',
      { link: refused, lockOf: refused },
      {},
      { 'Object Lock': 'cannot say', 'TTL deletes': 'cannot say', 'The journal is': 'cannot say' },
    ],
  ])('%s', async (_, account, stage, said) => {
    expect(await levelsOf(account, stage)).toEqual(said);
  });

  test('no line of a log is shown', async () => {
    const said = JSON.stringify(
      await askAccount({ ...SOUND, lines: async () => ['AccessDenied for +33639980001, camille@example.fr'] }, STAGE),
    );
    expect(said).not.toMatch(/camille|639980001/);
  });
});

describe('docs/cloud-only.md', () => {
  const rows = rowsOf(readFileSync('docs/cloud-only.md', 'utf8'));

  test('says of each row who looks at it, and how', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const { what, by, how } of rows) {
      expect([what, by.filter((one) => !['smoke', 'asked', 'you'].includes(one))]).toEqual([what, []]);
      expect(how.length).toBeGreaterThan(20);
    }
  });

  test('says "asked" of what is asked, and of nothing else', () => {
    const asked = rows.filter(({ by }) => by.includes('asked')).map(({ what }) => what);
    const found = asked.map((what) => ASKED.filter(([row]) => what.startsWith(row)).map(([row]) => row));
    expect(found.flat().toSorted()).toEqual(ASKED.map(([row]) => row).toSorted());
    expect(found.filter((one) => one.length !== 1)).toEqual([]);
  });
});

describe('CloudWatch, through the AWS CLI', () => {
  afterEach(() => vi.unstubAllEnvs());
  /** An `aws` on the path that prints this. */
  const installed = (prints: string, code = 0) => {
    const folder = mkdtempSync(join(tmpdir(), 'aval-aws-'));
    writeFileSync(join(folder, 'aws'), `#!/bin/sh\necho '${prints}'\necho "$*" >&2\nexit ${code}\n`);
    chmodSync(join(folder, 'aws'), 0o755);
    vi.stubEnv('PATH', `${folder}${delimiter}/usr/bin${delimiter}/bin`);
  };

  test('is asked by namespace and name, and by the beginning of names', async () => {
    const words: string[] = [];
    const account = askedInAws({ stage: 'dev', region: 'eu-west-3' }, async (asked) => {
      words.push(asked.join(' '));
      return {
        Metrics: [{ MetricName: 'x' }],
        MetricAlarms: [
          { AlarmName: 'a', ActionsEnabled: true, AlarmActions: ['arn:aws:sns:eu-west-3:1:t'] },
          { AlarmName: 'b', ActionsEnabled: false, AlarmActions: ['arn:aws:sns:eu-west-3:1:t'] },
          { AlarmName: 'c', ActionsEnabled: true, AlarmActions: [] },
        ],
      };
    });
    expect(await account.hasMetric('AWS/SNS', 'SMSMonthToDateSpentUSD')).toBe(true);
    expect((await account.alarms('aval-dev-')).map(({ reports }) => reports)).toEqual([true, false, false]);
    expect(words).toEqual([
      'cloudwatch list-metrics --namespace AWS/SNS --metric-name SMSMonthToDateSpentUSD --region eu-west-3',
      'cloudwatch describe-alarms --alarm-name-prefix aval-dev- --region eu-west-3',
    ]);
  });

  test('prints JSON, fails with what it says, or is not there', async () => {
    installed('{"Metrics":[]}');
    expect(await awsCli(['cloudwatch', 'list-metrics'])).toEqual({ Metrics: [] });
    installed('{}', 254);
    await expect(awsCli(['cloudwatch', 'list-metrics'])).rejects.toThrow('cloudwatch list-metrics --output json');
    vi.stubEnv('PATH', '/nowhere');
    await expect(awsCli(['cloudwatch', 'list-metrics'])).rejects.toThrow(
      'the AWS CLI is not installed here: aws cloudwatch list-metrics',
    );
  });
});
