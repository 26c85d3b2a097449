import { describe, expect, test } from 'vitest';
import type { AwsCall } from '#local/aws/call.ts';
import { createEmailReports, type MailFate } from '#local/aws/mail/email-reports.ts';
import { createTenants } from '#local/aws/mail/email-tenants.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

const TOPIC = 'arn:aws:sns:eu-west-3:000000000000:reports';
const SET = 'set-300s';
const TENANT = 'stage_shop';
const TO = 'camille@example.fr';

const resource = (type: string, properties: JsonObject) => ({ type, properties }) as Resource;
const policyFor = (service: string) =>
  resource('AWS::SNS::TopicPolicy', {
    Topics: [TOPIC],
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sns:Publish', Resource: TOPIC }],
    },
  });
const destination = (...MatchingEventTypes: string[]) =>
  resource('AWS::SES::ConfigurationSetEventDestination', {
    ConfigurationSetName: SET,
    EventDestination: { MatchingEventTypes, SnsDestination: { TopicARN: TOPIC } },
  });
const topic = {
  type: 'AWS::SNS::Topic',
  ref: TOPIC,
  arn: TOPIC,
  name: 'reports',
  properties: {},
} as unknown as Resource;
const modelOf = (...resources: Resource[]) =>
  ({
    ofType: (...types: string[]) => resources.filter(({ type }) => types.includes(type)),
    find: (named: string) => (named === TOPIC ? topic : undefined),
  }) as unknown as Model;

const call = (input: JsonObject) => ({ service: 'sesv2', input }) as unknown as AwsCall;
const taken = (to = TO) => ({
  mail: { id: 'ses-1', to, from: 'a@b.fr', subject: 's', html: undefined, text: 't', headers: [], tags: {}, at: 'now' },
  set: SET,
  tenant: TENANT,
});

/** A local SES whose template has these resources, with one tenant that keeps a list of its own. */
const sesWith = (...resources: Resource[]) => {
  const published: JsonObject[] = [];
  const denied: string[] = [];
  const tenants = createTenants(
    () => false,
    () => '2026-11-24T10:00:00.000Z',
  );
  tenants.create(call({ TenantName: TENANT, SuppressionAttributes: { SuppressionScope: 'TENANT' } }));
  const topics = { publish: async (_arn: string, event: JsonObject) => void published.push(event), close: () => {} };
  const reports = createEmailReports({
    model: modelOf(...resources),
    topics,
    tenants,
    now: () => '2026-11-24T10:00:00.000Z',
    onDenied: (topicArn) => void denied.push(topicArn),
  });
  const settled = async () => {
    while (reports.pending() > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    return published.map(({ eventType }) => eventType);
  };
  return { published, denied, tenants, reports, settled };
};
const ALL = ['send', 'reject', 'bounce', 'complaint', 'deliveryDelay'];
const allowed = [policyFor('ses.amazonaws.com'), destination(...ALL)];

describe('the reports of the local SES', () => {
  test('go to the destinations that ask for them, and to no other', async () => {
    const { reports, settled } = sesWith(policyFor('ses.amazonaws.com'), destination('bounce'));
    reports.onTaken(taken('bounce+anna@simulator.amazonses.com'));
    expect(await settled()).toEqual(['Bounce']);
  });

  test('are denied where the policy of the topic does not let SES publish', async () => {
    const { reports, settled, denied } = sesWith(policyFor('sms-voice.amazonaws.com'), destination('send'));
    reports.onTaken(taken());
    expect([await settled(), denied]).toEqual([[], [TOPIC]]);
  });

  test('come again, the last one first', async () => {
    const { reports, settled } = sesWith(...allowed);
    reports.onTaken(taken('complaint@simulator.amazonses.com'));
    await settled();
    await reports.repeat();
    expect(await settled()).toEqual(['Send', 'Complaint', 'Complaint', 'Send']);
  });

  const HARD: MailFate = { event: 'Bounce', type: 'Permanent', subType: 'General' };
  const ABUSE: MailFate = { event: 'Complaint', feedbackType: 'abuse' };
  test.each([
    ['a hard bounce', [HARD], true],
    ['a complaint', [ABUSE], true],
    ['a complaint, and then that it is no spam', [ABUSE, { event: 'Complaint', feedbackType: 'not-spam' }], false],
    ['a hard bounce, and then that it is no spam', [HARD, { event: 'Complaint', feedbackType: 'not-spam' }], true],
    ['a full mailbox', [{ event: 'Bounce', type: 'Transient', subType: 'MailboxFull' }], false],
  ] as const)('%s: the next mail through the same tenant is suppressed: %s', async (_name, fates, isSuppressed) => {
    const { reports, settled, published, tenants } = sesWith(...allowed);
    reports.onTaken(taken());
    for (const fate of fates) await reports.reportOn(TO, fate);
    expect(reports.onTaken(taken())).toBe(!isSuppressed);
    expect((await settled()).at(-1)).toBe(isSuppressed ? 'Bounce' : 'Send');
    if (isSuppressed) expect(published.at(-1)).toMatchObject({ bounce: { bounceSubType: 'OnTenantSuppressionList' } });
    expect(tenants.isSuppressed('stage_other', TO)).toBe(false);
  });

  test('on a mail that nobody got are an error', async () => {
    await expect(sesWith(...allowed).reports.reportOn(TO, ABUSE)).rejects.toThrow(RangeError);
  });
});

describe('a tenant of the local SES', () => {
  const SEND = { TenantName: TENANT, FromEmailAddress: 'A <a@b.fr>', ConfigurationSetName: SET };
  const RESOURCES = ['identity/b.fr', `configuration-set/${SET}`].map(
    (name) => `arn:aws:ses:eu-west-3:000000000000:${name}`,
  );

  test('sends with what was given to it alone, and SES names the rest', () => {
    const tenants = createTenants(
      () => false,
      () => '2026-11-24T10:00:00.000Z',
    );
    expect(tenants.refusal(call(SEND))?.status).toBe(404);
    tenants.create(call({ TenantName: TENANT }));
    const refused = tenants.refusal(call(SEND));
    expect([refused?.status, String(refused?.body)]).toEqual([403, expect.stringContaining(RESOURCES.join(', '))]);
    for (const ResourceArn of RESOURCES) tenants.associate(call({ TenantName: TENANT, ResourceArn }));
    expect(tenants.refusal(call(SEND))).toBeUndefined();
    expect(tenants.create(call({ TenantName: TENANT })).status).toBe(400);
  });
});
