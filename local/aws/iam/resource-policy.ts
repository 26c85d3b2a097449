import { ACCOUNT } from '../../template/attributes.ts';
import { at, type Json, listOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Access, isAllowed, isDenied, type Statement, statementsIn } from './policy.ts';

/** Where a template keeps the policy of a resource: the type of that policy, and the property that names whose it is. */
const POLICIES: Readonly<Record<string, readonly [type: string, whose: string, document: string]>> = {
  'AWS::SNS::Topic': ['AWS::SNS::TopicPolicy', 'Topics', 'PolicyDocument'],
  'AWS::S3::Bucket': ['AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument'],
  'AWS::SQS::Queue': ['AWS::SQS::QueuePolicy', 'Queues', 'PolicyDocument'],
  'AWS::Events::EventBus': ['AWS::Events::EventBusPolicy', 'EventBusName', 'Statement'],
};

const statementsOf = (model: Model, resource: Resource): readonly Json[] => {
  if (resource.type === 'AWS::KMS::Key') return listOf(at(resource.properties.KeyPolicy, 'Statement'));
  const [type, whose, document] = POLICIES[resource.type] ?? [];
  if (type === undefined || whose === undefined || document === undefined) return [];
  return model
    .ofType(type)
    .filter(({ properties }) => listOf(properties[whose]).map(textOf).includes(resource.ref))
    .flatMap(({ properties }) =>
      document === 'Statement' ? listOf(properties.Statement) : listOf(at(properties[document], 'Statement')),
    );
};

const isEverybody = (principal: Json | undefined) => textOf(principal) === '*' || textOf(at(principal, 'AWS')) === '*';

/** The statements of a resource's own policy about a service of AWS, or about everybody. */
const aboutService = (model: Model, resource: Resource, service: string): readonly Statement[] =>
  statementsIn({
    Statement: statementsOf(model, resource).filter((statement) => {
      const principal = at(statement, 'Principal');
      return isEverybody(principal) || listOf(at(principal, 'Service')).map(textOf).includes(service);
    }),
  });

/** What AWS says of a service that acts for a resource of this account; the keys of conditions have no case. */
const actingFor = (sourceArn: string): NonNullable<Access['context']> => ({
  'aws:SourceAccount': [ACCOUNT],
  'aws:SourceArn': [sourceArn],
  'AWS:SourceAccount': [ACCOUNT],
  'AWS:SourceArn': [sourceArn],
  'aws:SecureTransport': ['true'],
});

/**
 * True where the policy of a topic, a queue, a bucket or a key lets this service do something for `sourceArn` of this account.
 *
 * @param of what it is done with, where that is not the resource itself but lies in it
 */
export const allowsService = (
  model: Model,
  resourceArn: string,
  service: string,
  action: string,
  sourceArn: string,
  of?: string,
): boolean => {
  const resource = model.find(resourceArn);
  if (resource === undefined) return false;
  const access = { action, resource: of ?? resource.arn, context: actingFor(sourceArn) };
  return isAllowed(aboutService(model, resource, service), access);
};

/** True where the policy of the resource forbids to a role of this account what its own policies allow. */
export const forbidsRole = (model: Model, resource: Resource, role: string, access: Access): boolean => {
  const forEverybody = statementsOf(model, resource).filter((statement) => isEverybody(at(statement, 'Principal')));
  const principal = { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:role/${role}`] };
  return isDenied(statementsIn({ Statement: forEverybody }), {
    ...access,
    context: { ...access.context, ...principal },
  });
};
