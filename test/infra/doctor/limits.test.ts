import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import { ofCertificate } from '../../../cli/doctor/hosts.ts';
import { ofLogGroups } from '../../../cli/doctor/names-taken.ts';
import { ofApiRate, ofSmsRate, ofTenants } from '../../../cli/doctor/quotas.ts';

const config = (own: object = {}) => configOf('dev', { stages: { dev: own } });
const rate = (value: number) => [
  { code: 'L-OTHER', name: 'Throttle burst rate', value: 1 },
  { code: 'L-8A5B8E43', name: 'Throttle rate', value },
];

describe('what API Gateway admits of the account', () => {
  test.each([
    ['two APIs fit exactly', 1000, 500, 'ok'],
    ['one request too many', 999, 500, 'fail'],
    ['what is by default', 10_000, 500, 'ok'],
  ])('%s: %i for two APIs of %i each is %s', (_, admitted, each, level) => {
    const of = config({ quotas: { requestsPerSecond: each } });
    expect(ofApiRate(rate(admitted), of).level).toBe(level);
  });

  test('says what to ask for, and what fits', () => {
    const { remedy } = ofApiRate(rate(250), config({ quotas: { requestsPerSecond: 500 } }));
    expect(remedy).toEqual([
      'Ask for 1000 of quota L-8A5B8E43 of `apigateway`, or set `quotas.requestsPerSecond` to 125.',
    ]);
  });

  test('that is not listed is not taken for enough', () => {
    expect(ofApiRate([], config()).level).toBe('warn');
  });
});

test('tenants of SES: as many as are listed, or as everybody has', () => {
  expect(ofTenants([]).says).toContain('10000 unless raised');
  expect(ofTenants([{ code: 'L-1', name: 'Tenants per account', value: 300_000 }]).says).toMatch(/^300000, one/);
});

test.each([
  ['not listed, and the settings say what everybody has', [], {}, 'ok'],
  ['not listed, and the settings say more', [], { requestsPerSecond: 20 }, 'warn'],
  ['raised', [{ code: 'L-2', name: 'SendTextMessage API rate', value: 20 }], { requestsPerSecond: 20 }, 'ok'],
  ['raised to less', [{ code: 'L-2', name: 'SendTextMessage API rate', value: 19 }], { requestsPerSecond: 20 }, 'warn'],
])('SMS a second: %s', (_, quotas, smsRoute, level) => {
  expect(ofSmsRate(quotas, config({ smsRoute })).level).toBe(level);
});

describe('a certificate', () => {
  const ARN = 'arn:aws:acm:eu-west-3:111122223333:certificate/c1';
  const of = { host: 'stop.example.fr', arn: ARN, region: 'eu-west-3' };
  const issued = { status: 'ISSUED', names: ['stop.example.fr'], records: ['_x CNAME _y'] };
  const said = async (found: object | undefined, change: object = {}) => {
    const {
      level,
      says,
      remedy = [],
    } = await ofCertificate({ ...of, ...change }, async () => found && { ...issued, ...found });
    return [level, says, ...remedy].join('; ');
  };

  test.each([
    ['that is in order', {}, {}, 'ok; issued'],
    ['for all hosts of a domain', { names: ['*.example.fr'] }, {}, 'ok; issued'],
    ['for hosts two levels above', { names: ['*.fr'] }, {}, 'fail; it is for *.fr'],
    ['for the domain alone', { names: ['example.fr'] }, {}, 'fail; it is for example.fr'],
    ['that is not there', undefined, {}, 'fail; ACM knows none'],
    ['that waits', { status: 'PENDING_VALIDATION' }, {}, 'fail; it waits to be validated; _x CNAME _y'],
    ['that expired', { status: 'EXPIRED' }, {}, 'fail; it is EXPIRED'],
    ['of another Region', {}, { region: 'eu-west-1' }, 'fail; it is in eu-west-3, and the stage in eu-west-1'],
  ])('%s', async (_, found, change, sentence) => {
    expect(await said(found, change)).toContain(sentence);
  });
});

describe('log groups of a former stack', () => {
  const left = ['/aval/dev/outbox', '/aval/dev/project'];
  test('stop a creation, unless they are adopted', () => {
    expect(ofLogGroups(left, config())).toMatchObject([{ level: 'fail', about: 'log groups' }]);
    expect(ofLogGroups(left, config({ adopt: { logGroups: left.slice(0, 1) } }))[0]?.says).toBe(
      '1 are left of a former stack: /aval/dev/project',
    );
    expect(ofLogGroups(left, config({ adopt: { logGroups: left } }))).toEqual([]);
    expect(ofLogGroups([], config())).toEqual([]);
  });

  test('are printed as far as a human reads', () => {
    const many = Array.from({ length: 7 }, (_, index) => `/aval/dev/f${index}`);
    expect(ofLogGroups(many, config())[0]?.says).toMatch(/^7 are left .*f4 and 2 more$/);
  });
});
