import { describe, expect, test } from 'vitest';
import type { StageSettings } from '#infra/settings.ts';
import { deploymentOf, PRODUCTION, type Resource } from '../deployment.ts';

/** What may read the list of opt-outs of AWS. */
interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
}
const ofOptOuts = (own: StageSettings['senders']) => {
  const deployment = deploymentOf('production', { ...PRODUCTION, senders: { ...PRODUCTION.senders, ...own } });
  const statements = deployment.policies().flatMap((policy: Resource) =>
    policy.Properties.PolicyDocument.Statement.filter(({ Action }: Statement) =>
      JSON.stringify(Action).includes('OptedOutNumber'),
    ).map(({ Action, Resource: on }: Statement) => ({
      of: policy.id.replace(/role.*/, ''),
      Action,
      on: deployment.readable(policy, on),
    })),
  );
  const [reader] = deployment
    .all('AWS::Lambda::Function')
    .filter(({ Properties }) => String(Properties.FunctionName).endsWith('reconcile-suppressions'));
  return { statements, list: reader?.Properties.Environment.Variables.OPT_OUT_LIST };
};

describe('the list of opt-outs of AWS', () => {
  test('is read by one function, on that list alone, where the settings name it', () => {
    const { statements, list } = ofOptOuts({ optOutList: 'Default' });
    expect(list).toBe('Default');
    expect(statements).toEqual([
      {
        of: 'reconcilesuppressions',
        Action: 'sms-voice:DescribeOptedOutNumbers',
        on: expect.stringMatching(/^arn:.*:sms-voice:.*:opt-out-list\/Default$/),
      },
    ]);
  });

  test('is nobody’s where they do not', () => {
    expect(ofOptOuts({})).toEqual({ statements: [], list: 'none' });
  });
});
