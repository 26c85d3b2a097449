import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';

/**
 * What one stack passes to the later ones. SSM parameters rather than exports: an export in use can never change, so it
 * would chain the stacks to one another for life.
 */
export type LinkName =
  | 'key-arn'
  | 'proof-key-arn'
  | 'table-name'
  | 'table-arn'
  | 'table-stream-arn'
  | 'content-bucket-name'
  | 'content-bucket-arn'
  | 'journal-bucket-name'
  | 'journal-bucket-arn'
  | 'upload-bucket-name'
  | 'upload-bucket-arn'
  | 'fingerprint-secret-arn'
  | 'token-secret-arn'
  | 'data-secret-arn'
  | 'root-key-secret-arn'
  | 'provider-secret-arn'
  | 'public-base-url'
  | 'application-url'
  | 'send-queue-url'
  | 'send-queue-arn'
  | 'send-parked-queue-url'
  | 'send-parked-queue-arn'
  | 'campaign-queue-url'
  | 'campaign-queue-arn'
  | 'sms-replies-queue-url'
  | 'sms-replies-queue-arn'
  | 'email-feedback-queue-url'
  | 'email-feedback-queue-arn'
  | 'opposition-mails-queue-url'
  | 'opposition-mails-queue-arn'
  | 'jobs-queue-url'
  | 'jobs-queue-arn'
  | 'sms-status-role-arn';

const pathOf = (stage: string, name: LinkName): string => `/aval/${stage}/${name}`;

/** Publishes a value under `/aval/<stage>/<name>`. */
export const publishLink = (scope: Construct, stage: string, name: LinkName, value: string): StringParameter =>
  new StringParameter(scope, `Link-${name}`, { parameterName: pathOf(stage, name), stringValue: value });

/** Reads a value that an earlier stack published; CloudFormation resolves it when it deploys. */
export const readLink = (scope: Construct, stage: string, name: LinkName): string =>
  StringParameter.valueForStringParameter(scope, pathOf(stage, name));
