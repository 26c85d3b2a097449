import { describe, expect, test } from 'vitest';
import { frozenReleases } from '#tools/rules/frozen.ts';
import { policyLossesOf } from '#tools/rules/role-policies.ts';
import type { Template } from '#tools/rules/specification.ts';
import { deploymentOf } from '../deployment.ts';

type Resources = NonNullable<Template['Resources']>;
const stackOf = (Resources: Resources): ReadonlyMap<string, Template> => new Map([['Stack', { Resources }]]);

const documentOf = (letters: number) => ({
  Statement: [{ Effect: 'Allow', Action: 'a:B', Resource: 'r'.repeat(letters) }],
});
const beside = (PolicyName: string, letters = 1) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName, Roles: [{ Ref: 'Role' }], PolicyDocument: documentOf(letters) },
});
const roleWith = (...policies: readonly (readonly [name: string, letters: number])[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    Policies: policies.map(([PolicyName, letters]) => ({ PolicyName, PolicyDocument: documentOf(letters) })),
  },
});
/** A role with its policy beside it, as former versions have it. */
const former = (letters: number) => stackOf({ Role: roleWith(), Policy: beside('of-the-cdk', letters) });

describe('the policies of roles in an update', () => {
  test('go well from every former version to today', () => {
    const today = deploymentOf('production', { senders: { email: [{ identity: 'example.fr' }] } }).templates;
    for (const { name, templates } of frozenReleases())
      expect([name, policyLossesOf(templates, today)]).toEqual([name, []]);
  });

  test('a policy that moves into its role under the same name is deleted with the former one', () => {
    expect(policyLossesOf(former(1), stackOf({ Role: roleWith(['grants', 1]) }))).toEqual([]);
    expect(policyLossesOf(former(1), stackOf({ Role: roleWith(['of-the-cdk', 1]) }))).toEqual([
      'Stack: the policy of-the-cdk of Role is deleted after it was put',
    ]);
  });

  test('both are in the role until the former one is deleted, and must fit together', () => {
    const next = stackOf({ Role: roleWith(['grants', 5000]) });
    expect(policyLossesOf(former(5000), next)).toEqual([]);
    expect(policyLossesOf(former(5200), next)).toEqual([
      'Stack: Role holds 10326 characters of policies meanwhile, and AWS takes 10240',
    ]);
  });

  test('a policy that stays is changed where it is, and counts once', () => {
    const next = stackOf({ Role: roleWith(), Policy: beside('of-the-cdk', 9000) });
    expect(policyLossesOf(former(9000), next)).toEqual([]);
  });

  test('the policies of a role that goes go with it', () => {
    expect(policyLossesOf(former(9000), stackOf({ Other: roleWith(['of-the-cdk', 9000]) }))).toEqual([]);
  });
});
