import { Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { describe, expect, test } from 'vitest';
import type { EnvOf } from '#functions/manifest.ts';
import { configOf } from '#infra/config.ts';
import { avalFunction, type Platform } from '#infra/constructs/function.ts';
import type { GrantArnsOf } from '#infra/constructs/grants/grants.ts';
import { emptyBundles } from '#tools/synth/empty-bundles.ts';

const stack = new Stack();
const platform: Platform = {
  config: configOf('dev', undefined),
  bundles: emptyBundles(),
  key: new Key(stack, 'Key'),
  localEnvironment: {},
};

// Both are checked by `tsc`: without the error that is expected, the line itself is one.
// @ts-expect-error a variable that the manifest names for the outbox is forgotten
const environment: EnvOf<'outbox'> = {
  STAGE: 'dev',
  SEND_QUEUE_URL: 'https://sqs.example/send',
  TABLE_NAME: 'aval-dev',
};
// @ts-expect-error a grant that the manifest names for the outbox reaches nothing
const grantArns: GrantArnsOf<'outbox'> = {
  'send-queue:put': ['arn:aws:sqs:eu-west-3:1:send'],
  table: ['arn:aws:dynamodb:eu-west-3:1:table/aval-dev'],
};

describe('avalFunction', () => {
  test('a variable forgotten against the compiler stops the synthesis with function and variable', () => {
    const needs = {
      environment,
      grantArns: {
        ...grantArns,
        'events:publish': ['arn:aws:events:eu-west-3:1:event-bus/aval'],
        'journal:write': ['arn:aws:s3:::journal/*'],
      },
    };
    expect(() => avalFunction(stack, 'outbox', platform, needs)).toThrow(
      'events/outbox needs EVENT_BUS_NAME, which its stack does not give.',
    );
  });

  test('a grant that reaches nothing stops the synthesis with function and grant', () => {
    const needs = { environment: { ...environment, EVENT_BUS_NAME: 'aval-dev' }, grantArns };
    expect(() => avalFunction(new Stack(), 'outbox', platform, needs)).toThrow(
      'events:publish of outbox has no resource.',
    );
  });
});
