import {
  advertisers,
  clock,
  contents,
  formVersions,
  messages,
  newId,
  table,
  tokens,
  vetReads,
} from '#functions/wiring.ts';
import { claimsOf } from '#shared/adapters/dynamodb/claims.ts';
import { dueListOf } from '#shared/adapters/dynamodb/due-list.ts';
import { replyCodesOf } from '#shared/adapters/dynamodb/reply-codes.ts';
import { eventBridgeClient } from '#shared/adapters/eventbridge/client.ts';
import { eventBusOf } from '#shared/adapters/eventbridge/event-bus.ts';
import { sendingSesClient, sendingSnsClient } from '#shared/adapters/providers/clients.ts';
import { emailBySes } from '#shared/adapters/ses/send-email.ts';
import { smsBySns } from '#shared/adapters/sns/send-sms.ts';
import { sqsClient } from '#shared/adapters/sqs/client.ts';
import { parkingOf, sendQueueOf } from '#shared/adapters/sqs/send-queue.ts';
import type { DueList, EventBus, Providers, ReplyCodes, SendQueue } from '#shared/app/ports.ts';
import type { Sender, SendPorts } from '#shared/app/send-ports.ts';
import { stepsOf } from '#shared/app/steps-of.ts';
import type { EnvironmentOf } from '#shared/edge/env.ts';
import { manifest } from './manifest.ts';

/** The composition root of what no caller waits for: the sender, the outbox, the clock's function and SMS replies. */
type Needs<V extends string> = Readonly<Record<V, string>>;

const once = <E extends object, T>(make: (env: E) => T): ((env: E) => T) => {
  const made = new WeakMap<E, { readonly port: T }>();
  return (env) => {
    const known = made.get(env) ?? { port: make(env) };
    made.set(env, known);
    return known.port;
  };
};

export { changeOf } from '#shared/adapters/dynamodb/stream-change.ts';

const sqs = /* @__PURE__ */ once((_env: object) => sqsClient());

/** Puts on the send queue. */
export const sendQueue = /* @__PURE__ */ once(
  (env: Needs<'SEND_QUEUE_URL'>): Pick<SendQueue, 'put'> => sendQueueOf(sqs(env), env.SEND_QUEUE_URL),
);

/** Keeps poison of the send queue. */
export const parking = /* @__PURE__ */ once(
  (env: Needs<'SEND_PARKED_QUEUE_URL'>): Pick<SendQueue, 'park'> => parkingOf(sqs(env), env.SEND_PARKED_QUEUE_URL),
);

export const dueList = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): DueList => dueListOf(table(env)));
export const replyCodes = /* @__PURE__ */ once((env: Needs<'TABLE_NAME'>): ReplyCodes => replyCodesOf(table(env)));
export const eventBus = /* @__PURE__ */ once(
  (env: Needs<'EVENT_BUS_NAME'>): EventBus => eventBusOf(eventBridgeClient(), env.EVENT_BUS_NAME),
);

const providers = /* @__PURE__ */ once(
  ({ SES_CONFIGURATION_SET }: Needs<'SES_CONFIGURATION_SET'>): Providers => ({
    email: emailBySes(sendingSesClient(), SES_CONFIGURATION_SET),
    sms: smsBySns(sendingSnsClient()),
  }),
);

type SenderEnv = EnvironmentOf<(typeof manifest)['send-message']>;

const lastingPorts = /* @__PURE__ */ once(
  (env: SenderEnv): Omit<SendPorts, 'tokens'> => ({
    clock,
    newId,
    messages: messages(env),
    vetReads: vetReads(env),
    claims: claimsOf(table(env)),
    advertisers: advertisers(env),
    formVersions: formVersions(env),
    contents: contents(env),
    providers: providers(env),
    sendQueue: { ...sendQueue(env), ...parking(env) },
    dueList: dueList(env),
    publicBaseUrl: env.PUBLIC_BASE_URL,
    allowsLocalLinks: env.STAGE === 'local',
    functionTimeoutSeconds: manifest['send-message'].timeoutSeconds,
  }),
);

/** The sender of a process; its token keys follow their secret. */
export const sender = async (env: SenderEnv): Promise<Sender> => {
  const ports = { ...lastingPorts(env), tokens: await tokens(env) };
  return { ports, steps: stepsOf(ports) };
};
