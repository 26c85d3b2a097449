import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import type { Template } from './specification.ts';

/** What holds data, or what others hold the address of: replaced, it would be empty, or elsewhere. */
const KEPT = new Set([
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
  'AWS::Logs::LogGroup',
  'AWS::Events::EventBus',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::DomainName',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
]);

const LOSES: Readonly<Partial<Record<ResourceImpact, string>>> = {
  [ResourceImpact.WILL_REPLACE]: 'is replaced',
  [ResourceImpact.MAY_REPLACE]: 'may be replaced',
  [ResourceImpact.WILL_DESTROY]: 'is deleted',
  [ResourceImpact.WILL_ORPHAN]: 'is left behind',
};

/**
 * What an update of deployed stacks would lose, a line each; templates by stack name. The judge is the difference that
 * `cdk diff` shows, by CloudFormation's description of which properties replace a resource.
 */
export const lossesOf = (
  deployed: ReadonlyMap<string, Template>,
  next: ReadonlyMap<string, Template>,
): readonly string[] =>
  [...deployed].flatMap(([stack, template]) => {
    // Asked for once: whoever goes through the differences by their ids has all of them found for each id.
    const { changes } = fullDiff({ ...template }, { ...next.get(stack) }).resources;
    return Object.entries(changes).flatMap(([id, change]) => {
      const type = change.oldResourceType ?? '';
      const loss = LOSES[change.changeImpact];
      return loss !== undefined && KEPT.has(type) ? [`${stack}: ${id} (${type}) ${loss}`] : [];
    });
  });
