import { openedBy } from '../aws/iam/gateway-role.ts';
import { at, type Json, listOf, numberOf, objectOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { BootFailure } from './boot-failure.ts';

const fail = (sentence: string): never => {
  throw new BootFailure(sentence);
};

/** What AWS takes where the template says nothing, in seconds. */
const DEFAULT_VISIBILITY = 30;
const DEFAULT_TIMEOUT = 3;

/** Lambda refuses the mapping: what is still being handled would be delivered a second time. */
const checkVisibility = (model: Model): void => {
  for (const { properties } of model.ofType('AWS::Lambda::EventSourceMapping')) {
    const queue = model.find(textOf(properties.EventSourceArn), 'AWS::SQS::Queue');
    const target = model.find(textOf(properties.FunctionName), 'AWS::Lambda::Function');
    if (queue === undefined || target === undefined) continue;
    const visible = numberOf(queue.properties.VisibilityTimeout, DEFAULT_VISIBILITY);
    const timeout = numberOf(target.properties.Timeout, DEFAULT_TIMEOUT);
    if (visible < timeout)
      fail(
        `The queue ${queue.name} hides a message for ${visible} s, and ${target.name} may take ${timeout} s: Lambda refuses it.`,
      );
  }
};

/** The function that an integration or an authorizer calls, by the path in its URI. */
const calledBy = (model: Model, uri: unknown): Resource | undefined => {
  const arn = /\/functions\/(arn:[^/]+)\/invocations$/.exec(textOf(uri as string))?.[1];
  return arn === undefined ? undefined : model.find(arn, 'AWS::Lambda::Function');
};

/** Without the permission API Gateway answers 500, and the function never runs. */
const checkPermissions = (model: Model): void => {
  const permitted = new Set(
    model
      .ofType('AWS::Lambda::Permission')
      .filter(({ properties }) => textOf(properties.Principal) === 'apigateway.amazonaws.com')
      .map(({ properties }) => model.find(textOf(properties.FunctionName), 'AWS::Lambda::Function')?.name),
  );
  const callers: readonly (readonly [uri: Json | undefined, role: string])[] = [
    ...model
      .ofType('AWS::ApiGateway::Method')
      .map(
        ({ properties: { Integration } }) => [at(Integration, 'Uri'), textOf(at(Integration, 'Credentials'))] as const,
      ),
    ...model
      .ofType('AWS::ApiGateway::Authorizer')
      .map(({ properties }) => [properties.AuthorizerUri, textOf(properties.AuthorizerCredentials)] as const),
  ];
  for (const [uri, role] of callers) {
    const called = calledBy(model, uri);
    if (called === undefined) continue;
    if (role === '' && !permitted.has(called.name))
      fail(`API Gateway may not call ${called.name}: the template gives it no permission.`);
    if (role !== '' && !openedBy(model, role)(called.arn))
      fail(`API Gateway may not call ${called.name} by the role ${role}.`);
  }
};

/** A static value in quotes, or one of the request or of the context. */
const MAPPED = /^(?:'[^']*'|(?:context|stageVariables|method\.request)\.[\w.$-]+)$/;

/** API Gateway refuses the deployment of an API with a header that is neither. */
const checkHeaders = (model: Model): void => {
  for (const { properties } of model.ofType('AWS::ApiGateway::GatewayResponse'))
    for (const [name, value] of Object.entries(objectOf(properties.ResponseParameters)))
      if (!MAPPED.test(textOf(value)))
        fail(
          `The header ${name} of ${textOf(properties.ResponseType)} is neither in quotes nor of the request: ${textOf(value)}.`,
        );
};

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: { readonly Service?: unknown };
}

/** Without the policy SNS drops what it cannot deliver. */
const checkSubscriptions = (model: Model): void => {
  const open = new Set(
    model.ofType('AWS::SQS::QueuePolicy').flatMap(({ properties }) => {
      const statements = listOf(at(properties, 'PolicyDocument', 'Statement')) as readonly Statement[];
      const admits = statements.some(
        ({ Effect, Principal }) => Effect === 'Allow' && Principal?.Service === 'sns.amazonaws.com',
      );
      return admits ? listOf(properties.Queues).map((queue) => model.find(textOf(queue), 'AWS::SQS::Queue')?.name) : [];
    }),
  );
  for (const { properties } of model.ofType('AWS::SNS::Subscription')) {
    const queue = model.find(textOf(properties.Endpoint), 'AWS::SQS::Queue');
    if (textOf(properties.Protocol) === 'sqs' && queue !== undefined && !open.has(queue.name))
      fail(`SNS may not put messages on ${queue.name}: its policy does not admit SNS.`);
  }
};

/** Throws `BootFailure` where AWS would refuse the template, or never carry a message where it says. */
export const checkWiring = (model: Model): void => {
  for (const check of [checkVisibility, checkPermissions, checkHeaders, checkSubscriptions]) check(model);
};
