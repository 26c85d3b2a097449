import type { Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import {
  AccountPrincipal,
  AnyPrincipal,
  Effect,
  PolicyStatement,
  type PolicyStatementProps,
} from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Config } from '../config.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { eventsToQueue, feedFromQueue, type WorkQueue, workQueue } from '../constructs/queue.ts';
import { ledgerArns, ledgerEnvironment, storedArns } from '../constructs/stored.ts';
import { providerRouteOf } from '../routes/provider-route.ts';

/**
 * What applications ask by events on the bus: rule, encrypted queue, function. Where the configuration admits no source, all
 * of it is there and nothing runs, so that nothing costs. Returns the queue.
 */
export const inboundEvents = (scope: Stack, platform: Platform, bus: EventBus): Queue => {
  const { config, key } = platform;
  const isUsed = config.eventSources.length > 0;
  const work = workQueue(scope, config, 'apply-event', key);
  const stored = storedArns(scope, config.stage);
  const target = avalFunction(scope, 'apply-event', platform, {
    environment: {
      ...ledgerEnvironment(scope, config.stage),
      CONTENT_BUCKET: readLink(scope, config.stage, 'content-bucket-name'),
      EVENT_BUS_NAME: bus.eventBusName,
      INBOUND_EVENTS_PARKED_QUEUE_URL: work.deadLetters.queueUrl,
      EVENT_SOURCES: spoken(config),
      PROVIDER_ROUTE: providerRouteOf(scope, config),
    },
    grantArns: {
      ...ledgerArns(scope, config.stage),
      'contents:read': [stored.contents, `${stored.contents}/contents/*`],
      'contents:write': [`${stored.contents}/contents/*`],
      'events:publish': [bus.eventBusArn],
      'inbound-events:park': [work.deadLetters.queueArn],
    },
  });
  feedFromQueue('apply-event', target, work.queue, isUsed);
  toQueue(scope, config, bus, work);
  admitSources(bus, config);
  return work.queue;
};

/** A function's variables hold 4 KB together; the other ones of this function, and their names, take one. */
const MOST_BYTES = 3000;

/** For whom each source may speak, and what it may ask. Who may say that source is the concern of the bus. */
const spoken = ({ stage, eventSources }: Config): string => {
  const said = JSON.stringify(eventSources.map(({ source, advertisers, scopes }) => ({ source, advertisers, scopes })));
  if (Buffer.byteLength(said) <= MOST_BYTES) return said;
  throw new Error(
    `\`stages.${stage}.eventSources\` takes ${Buffer.byteLength(said)} bytes without its roles, and ${MOST_BYTES} fit: name fewer advertisers.`,
  );
};

/** Also another version than those that are known: it is parked, and not lost. */
const BEGINNINGS = ['message.requested.', 'campaign.requested.', 'consent.collected.', 'opposition.heard.'];

const toQueue = (scope: Stack, { stage, eventSources }: Config, bus: EventBus, work: WorkQueue): void =>
  eventsToQueue(scope, 'inbound-events-rule', work, {
    name: `aval-${stage}-inbound-events`,
    description: 'Brings what applications ask by events to its queue',
    eventBusName: bus.eventBusName,
    eventPattern: { 'detail-type': BEGINNINGS.map((prefix) => ({ prefix })) },
    state: eventSources.length > 0 ? 'ENABLED' : 'DISABLED',
  });

/**
 * The policy of a bus holds 10,240 characters (Amazon EventBridge, "EventBridge quotas"): each source has a statement that denies it to
 * all but its roles, and one that admits these. A statement without its roles takes about 400.
 */
const MOST_OF_POLICY = 10_240;
const OF_STATEMENT = 400;

const refuseTooManyRoles = ({ stage, eventSources }: Config): void => {
  const size = eventSources.reduce(
    (sum, { roles }) => sum + 2 * (OF_STATEMENT + roles.reduce((all, role) => all + role.length + 3, 0)),
    0,
  );
  if (size <= MOST_OF_POLICY) return;
  throw new Error(
    `\`stages.${stage}.eventSources\`: its roles may take ${size} characters in the policy of the bus, and AWS takes ${MOST_OF_POLICY}: name fewer roles, or one role for several applications.`,
  );
};

const accountOf = (roleArn: string): string => roleArn.split(':')[4] ?? '';

/**
 * Nobody speaks as a source but its roles, whatever else they may do; those of another account need to be let in besides. A
 * sender may put ten events in one call: a source among them is enough to be refused.
 */
const admitSources = (bus: EventBus, config: Config): void => {
  const { eventSources } = config;
  refuseTooManyRoles(config);
  const onBus = (sid: string, statement: PolicyStatementProps) =>
    bus.addToResourcePolicy(
      new PolicyStatement({ sid, actions: ['events:PutEvents'], resources: [bus.eventBusArn], ...statement }),
    );
  for (const [index, { source, roles }] of eventSources.entries()) {
    onBus(`Others${index}`, {
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      conditions: {
        'ForAnyValue:StringEquals': { 'events:source': source },
        ArnNotEquals: { 'aws:PrincipalArn': roles },
      },
    });
    onBus(`Source${index}`, {
      principals: [...new Set(roles.map(accountOf))].map((account) => new AccountPrincipal(account)),
      conditions: {
        'ForAllValues:StringEquals': { 'events:source': source },
        ArnEquals: { 'aws:PrincipalArn': roles },
      },
    });
  }
};
