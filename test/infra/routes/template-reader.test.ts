import { describe, expect, test } from 'vitest';
import { configOf } from '#infra/config.ts';
import type { AwsCall } from '#local/aws/call.ts';
import { modelAccesses } from '#local/aws/iam/model-accesses.ts';
import { isAllowed, statementsIn } from '#local/aws/iam/policy.ts';
import { type Deployment, deploymentOf, PRODUCTION } from '../deployment.ts';

const PROFILE = 'eu.amazon.nova-pro-v1:0';
const MODEL = 'mistral.mistral-large-2402-v1:0';
const OF_THE_UNION = ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'];

const refused = (templateReader: object, own: object = {}): string => {
  try {
    configOf('production', { stages: { production: { ...PRODUCTION, ...own, templateReader } } });
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing is wrong';
};

describe('a template reader that a stage names', () => {
  test.each([
    ['of the United States', 'us.amazon.nova-pro-v1:0'],
    ['of Asia', 'apac.amazon.nova-pro-v1:0'],
    ['of Japan', 'jp.anthropic.claude-sonnet-4-5-20250929-v1:0'],
    ['of Australia', 'au.anthropic.claude-sonnet-4-5-20250929-v1:0'],
    ['of a government', 'us-gov.amazon.nova-pro-v1:0'],
    ['of the whole world', 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'],
  ])('%s: it is refused, since texts stay in the Union', (_, model) => {
    expect(refused({ model })).toContain('its text would leave the Union');
    expect(refused({ model })).toContain('stages.production.templateReader.model');
  });

  test.each([
    ['no model', {}, 'templateReader.model'],
    ['an empty name', { model: '' }, 'not the id of a model'],
    ['a product', { model: 'Nova Pro' }, 'not the id of a model'],
    ['an ARN', { model: `arn:aws:bedrock:eu-west-3::foundation-model/${MODEL}` }, 'an ARN is none'],
    ['every model', { model: 'amazon.*' }, 'not the id of a model'],
    ['what is not asked', { model: MODEL, temperature: 1 }, 'there is no setting'],
  ])('%s: it is refused', (_, templateReader, reason) => {
    expect(refused(templateReader)).toContain(reason);
  });

  test.each([
    PROFILE,
    MODEL,
    'amazon.nova-pro-v1:0',
    'google.gemma-3-27b-it',
    'zai.glm-4.6',
    'openai.gpt-oss-120b-1:0',
  ])('%s: it is taken', (model) => expect(refused({ model })).toBe('nothing is wrong'));

  test('a profile of the Union is asked from the Union: elsewhere a model has its own id', () => {
    const inLondon = { region: 'eu-west-2' };
    expect(refused({ model: PROFILE }, inLondon)).toContain('this stage is in eu-west-2');
    expect(refused({ model: MODEL }, inLondon)).toBe('nothing is wrong');
  });
});

describe('what no model read', () => {
  const countedIn = ({ all }: Deployment) =>
    all('AWS::Logs::MetricFilter').filter(({ Properties }) =>
      JSON.stringify(Properties).includes('template-not-assessed'),
    );
  const isOnDashboard = ({ all }: Deployment) =>
    JSON.stringify(all('AWS::CloudWatch::Dashboard')).includes('template-not-assessed');

  test('is counted from the log of what asks, and shown on the dashboard, where a stage names a model', () => {
    const deployment = deploymentOf('production', { templateReader: { model: PROFILE } });
    expect(countedIn(deployment).map(({ Properties }) => Properties)).toMatchObject([
      {
        FilterPattern: '"template-not-assessed"',
        MetricTransformations: [{ MetricNamespace: 'Aval/production', MetricValue: '1', DefaultValue: 0 }],
      },
    ]);
    expect(isOnDashboard(deployment)).toBe(true);
  });

  test('is counted nowhere else: a metric costs by the month', () => {
    const deployment = deploymentOf('production');
    expect(countedIn(deployment)).toEqual([]);
    expect(isOnDashboard(deployment)).toBe(false);
  });
});

const functionNamed = ({ all }: Deployment, name: string) =>
  all('AWS::Lambda::Function').find(({ Properties }) => Properties.FunctionName === `aval-production-${name}`) ??
  expect.fail(name);

/** Every statement about models, with the role that has it; references are readable. */
const ofModels = (deployment: Deployment) =>
  deployment.policies().flatMap((policy) =>
    (policy.Properties.PolicyDocument.Statement as readonly Record<string, unknown>[])
      .filter(({ Action }) => JSON.stringify(Action).includes('bedrock'))
      .map(({ Action, Resource, Condition }) => ({
        role: policy.Properties.Roles[0].Ref,
        Action,
        Resource: [Resource]
          .flat()
          .map((arn) => deployment.readable(policy, arn))
          .sort(),
        profile: Object.values((Condition as Record<string, object> | undefined)?.StringEquals ?? {}).map((arn) =>
          deployment.readable(policy, arn),
        ),
      })),
  );

describe('the rights of a template reader', () => {
  const ARN = 'arn:AWS::Partition:bedrock';
  const behind = (region: string) => `${ARN}:${region}::foundation-model/amazon.nova-pro-v1:0`;

  test('a stage without one asks no model', () => {
    const deployment = deploymentOf('production');
    expect(ofModels(deployment)).toEqual([]);
    expect(functionNamed(deployment, 'put-template-version').Properties.Environment.Variables.TEMPLATE_READER).toBe(
      'none',
    );
  });

  test('a profile, and by it alone its model in each Region of the Union: the function that stores templates, and no other', () => {
    const deployment = deploymentOf('production', { templateReader: { model: PROFILE } });
    const target = functionNamed(deployment, 'put-template-version');
    const role = target.Properties.Role['Fn::GetAtt'][0];
    const profile = `${ARN}:eu-west-3:AWS::AccountId:inference-profile/${PROFILE}`;
    expect(ofModels(deployment)).toEqual([
      { role, Action: 'bedrock:InvokeModel', Resource: [profile], profile: [] },
      { role, Action: 'bedrock:InvokeModel', Resource: OF_THE_UNION.map(behind), profile: [profile] },
    ]);
    expect(target.Properties.Environment.Variables.TEMPLATE_READER).toBe(PROFILE);
    const elsewhere = deployment
      .all('AWS::Lambda::Function')
      .filter(
        ({ id, Properties }) => id !== target.id && 'TEMPLATE_READER' in (Properties.Environment?.Variables ?? {}),
      );
    expect(elsewhere).toEqual([]);
  });

  test('a model of the Region, there alone', () => {
    const deployment = deploymentOf('production', {
      region: 'eu-central-1',
      journalReplica: undefined,
      templateReader: { model: MODEL },
    });
    expect(ofModels(deployment)).toMatchObject([
      { Resource: [`${ARN}:eu-central-1::foundation-model/${MODEL}`], profile: [] },
    ]);
  });
});

describe('what IAM compares when a model is asked', () => {
  const asking = (model: string) => modelAccesses({ url: `/model/${encodeURIComponent(model)}/converse` } as AwsCall);
  const may = (statements: object, model: string) => {
    const read = statementsIn({ Statement: statements } as never);
    return asking(model).every((access) => isAllowed(read, access));
  };
  const profileArn = `arn:aws:bedrock:eu-west-3:000000000000:inference-profile/${PROFILE}`;
  const models = OF_THE_UNION.map((region) => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-pro-v1:0`);
  const allow = (Resource: readonly string[], Condition?: object) => ({
    Effect: 'Allow',
    Action: 'bedrock:InvokeModel',
    Resource,
    ...(Condition === undefined ? {} : { Condition }),
  });
  const byProfile = { StringEquals: { 'bedrock:InferenceProfileArn': profileArn } };

  test('both the profile and the model behind it, and the model by no other way', () => {
    expect(may([allow([profileArn]), allow(models, byProfile)], PROFILE)).toBe(true);
    expect(may([allow([profileArn])], PROFILE)).toBe(false);
    expect(may([allow(models, byProfile)], PROFILE)).toBe(false);
    expect(may([allow([profileArn]), allow(models, byProfile)], 'amazon.nova-pro-v1:0')).toBe(false);
  });
});
