import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { BootFailure } from '../boot/boot-failure.ts';
import { matchesEventPattern, unknownIn } from '../sources/event-pattern.ts';
import { ACCOUNT, REGION } from '../template/attributes.ts';
import { at, type Json, type JsonObject, listOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import { busNamed, type EmittedEvent } from './events.ts';
import { isAllowed, type Statement } from './iam/policy.ts';
import { allowsService } from './iam/resource-policy.ts';
import { untilClosed } from './until-closed.ts';

/** Where a rule brings events to: a queue, and another one for those that cannot be brought. */
interface Target {
  readonly queue: Resource;
  readonly deadLetters: Resource | undefined;
  /** The role with which it is brought; `undefined`: EventBridge brings it as itself. */
  readonly role: string | undefined;
}
interface Rule {
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly pattern: Json;
  readonly targets: readonly Target[];
}

/** Puts a text on a queue of the emulator, by the name of the queue. */
type PutOnQueue = (queue: string, body: string) => Promise<void>;

/** Queues of the emulator, by their names and past all policies. */
export interface Queues {
  readonly put: PutOnQueue;
  /** Deletes all that lies on a queue. */
  empty(queue: string): Promise<void>;
  close(): void;
}

/** Queues of the emulator at this URL. */
export const openQueues = (messagingUrl: string): Queues => {
  const credentials = { accessKeyId: 'provider', secretAccessKey: 'local' };
  const client = new SQSClient({ endpoint: messagingUrl, region: REGION, credentials });
  const { carry, close } = untilClosed(client);
  const urlOf = (queue: string) => `${messagingUrl}/${ACCOUNT}/${queue}`;
  return {
    put: (queue, MessageBody) => carry(client.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody }))),
    empty: async (queue) => void (await client.send(new PurgeQueueCommand({ QueueUrl: urlOf(queue) }))),
    close,
  };
};

const queueOf = (model: Model, rule: Resource, arn: Json | undefined): Resource => {
  const queue = model.find(textOf(arn), 'AWS::SQS::Queue');
  if (queue !== undefined) return queue;
  throw new BootFailure(`The rule ${rule.name} brings events to what is no queue of the template: ${textOf(arn)}.`);
};

const CHANGES = ['Input', 'InputPath', 'InputTransformer'];

const targetOf = (model: Model, rule: Resource, target: Json): Target => {
  const changed = CHANGES.find((property) => at(target, property) !== undefined);
  if (changed !== undefined)
    throw new BootFailure(`The rule ${rule.name} has ${changed}: the local stack brings events as they are.`);
  const [last, role] = [at(target, 'DeadLetterConfig', 'Arn'), textOf(at(target, 'RoleArn'))];
  return {
    queue: queueOf(model, rule, at(target, 'Arn')),
    deadLetters: last === undefined ? undefined : queueOf(model, rule, last),
    role: role === '' ? undefined : (model.find(role, 'AWS::IAM::Role')?.name ?? role),
  };
};

/** The events that a rule looks for, all of whose operators are known here. */
const patternOf = ({ name, properties }: Resource): Json => {
  const pattern = properties.EventPattern ?? {};
  const unknown = unknownIn(pattern);
  if (unknown === undefined) return pattern;
  throw new BootFailure(`The rule ${name} looks for ${JSON.stringify(unknown)}, which the local stack does not know.`);
};

const rulesOf = (model: Model): readonly Rule[] =>
  model
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.EventPattern !== undefined && properties.State !== 'DISABLED')
    .map((rule) => ({
      name: rule.name,
      arn: rule.arn,
      bus: busNamed(model, rule.properties.EventBusName),
      pattern: patternOf(rule),
      targets: listOf(rule.properties.Targets).map((target) => targetOf(model, rule, target)),
    }));

/** An event as EventBridge gives it to targets ("Structure of events"). */
const wholeOf = ({ id, source, type, detail, at: when }: EmittedEvent): JsonObject => ({
  version: '0',
  id,
  'detail-type': type,
  source,
  account: ACCOUNT,
  time: `${when.slice(0, 19)}Z`,
  region: REGION,
  resources: [],
  detail,
});

export interface RulesOptions {
  readonly model: Model;
  /** By role. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly put: PutOnQueue;
  /** Called with what would be lost: `action on resource`. */
  readonly onDenied: (what: string) => void;
}

/** What EventBridge may do to a queue, by the policies of the queue and of its key, or by the role of the target. */
const refusalOf = ({ model, statements }: RulesOptions, rule: Rule, queue: Resource, role?: string) => {
  const key = textOf(queue.properties.KmsMasterKeyId);
  const needs = [
    { action: 'sqs:SendMessage', resource: queue.arn },
    ...(key === '' ? [] : ['kms:GenerateDataKey', 'kms:Decrypt'].map((action) => ({ action, resource: key }))),
  ];
  const via = { 'kms:ViaService': [`sqs.${REGION}.amazonaws.com`] };
  const refused = needs.find(({ action, resource }) =>
    role === undefined
      ? !allowsService(model, resource, 'events.amazonaws.com', action, rule.arn)
      : !isAllowed(statements.get(role) ?? [], { action, resource, context: via }),
  );
  return refused && `${refused.action} on ${refused.resource}`;
};

/**
 * The rules of the template with a pattern: what matches is brought to their queues. What the policies do not let EventBridge
 * bring goes to the dead letters of the target, if it may, and is else lost, as on AWS. Throws `BootFailure` for a rule that
 * brings events where, or otherwise than, the local stack can.
 */
export const createRules = (options: RulesOptions) => {
  const rules = rulesOf(options.model);
  let pending = 0;
  const bring = async (rule: Rule, { queue, deadLetters, role }: Target, body: string): Promise<void> => {
    const refused = refusalOf(options, rule, queue, role);
    if (refused === undefined) return options.put(queue.name, body);
    options.onDenied(refused);
    if (deadLetters !== undefined && refusalOf(options, rule, deadLetters) === undefined)
      await options.put(deadLetters.name, body);
  };
  return {
    /** Brings an event where the rules of its bus say; resolves when it is there. */
    deliver: async (event: EmittedEvent): Promise<void> => {
      const whole = wholeOf(event);
      const matching = rules.filter(({ bus, pattern }) => bus === event.bus && matchesEventPattern(pattern, whole));
      pending += 1;
      try {
        for (const rule of matching)
          for (const target of rule.targets) await bring(rule, target, JSON.stringify(whole));
      } finally {
        pending -= 1;
      }
    },
    /** Events on their way. */
    pending: () => pending,
  };
};
export type Rules = ReturnType<typeof createRules>;
