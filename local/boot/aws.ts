import { createModels, type LocalModels } from '../aws/bedrock/models.ts';
import type { AwsCall } from '../aws/call.ts';
import { createCalls, type LocalCalls } from '../aws/connect/calls.ts';
import { createFaults, type Faults } from '../aws/faults.ts';
import { forwardTo } from '../aws/forward.ts';
import { type CallRecord, createCallRecord } from '../aws/iam/recorded-calls.ts';
import { makeKeyMaterial } from '../aws/kms.ts';
import { createLogs, type Logs } from '../aws/logs.ts';
import { createIdentities } from '../aws/mail/email-identities.ts';
import { createEmailReports, type EmailReports } from '../aws/mail/email-reports.ts';
import { createTenants } from '../aws/mail/email-tenants.ts';
import { createInboundMail, type SentMail } from '../aws/mail/inbound-mail.ts';
import { createMeasure } from '../aws/measure.ts';
import { createRecords, type Records } from '../aws/records.ts';
import { createRules, type Queues, type Rules } from '../aws/rules.ts';
import type { Objects } from '../aws/s3/objects.ts';
import { makeSecrets } from '../aws/secrets.ts';
import { createServices } from '../aws/services.ts';
import { createSmsStatus } from '../aws/sms/sms-status.ts';
import { createTextReports, type TextReports } from '../aws/sms/text-reports.ts';
import type { Topics } from '../aws/topics.ts';
import type { Runner } from '../lambda/runner.ts';
import { providerSecretId } from '../provider/home/providers.ts';
import type { StackOptions } from '../stack/options.ts';
import type { Model } from '../template/model.ts';
import type { BootBase } from './boot-base.ts';
import type { Emulators } from './emulators.ts';
import { functionsToCome } from './functions.ts';

/** AWS as the functions see it, answering, and what it keeps for whoever looks. */
export interface LocalAws {
  readonly records: Records;
  readonly measure: ReturnType<typeof createMeasure>;
  readonly faults: Faults;
  readonly secrets: ReadonlyMap<string, string>;
  /** Machine time of the last write to the store. */
  readonly writes: { lastAt: number };
  /** What the template grants to nobody who asked for it: `caller: action on resource`, each time. */
  readonly denied: readonly string[];
  readonly reports: EmailReports;
  readonly textReports: TextReports;
  /** Calls that leave by Amazon Connect. */
  readonly heldCalls: LocalCalls;
  /** Models of Amazon Bedrock. */
  readonly models: LocalModels;
  /** A mail arrives at a domain whose mail SES receives. */
  readonly receiveMail: (mail: SentMail) => Promise<void>;
  /** What the functions write. */
  readonly logs: Logs;
  readonly rules: Rules;
  /** What the roles asked for, granted or not. */
  readonly calls: CallRecord;
  /** From now on functions can be called through the API of Lambda. */
  readonly run: (runner: Pick<Runner, 'invoke'>) => void;
}

/** What services of AWS do in the emulators by themselves. */
export interface Providers {
  readonly topics: Topics;
  readonly queues: Queues;
  readonly objects: Objects;
}

const isWrite = ({ service, operation }: AwsCall) =>
  service === 'dynamodb' && /^(Put|Update|Delete|Transact|BatchWrite)/.test(operation);

/** The secret of the providers, where who runs the deployment adds to it. */
const completedIn = (deployment: BootBase['deployment'], { provider }: StackOptions) =>
  provider?.completed && { id: providerSecretId(deployment, provider), completed: provider.completed };

/** What AWS holds, and what it keeps for whoever looks. */
const heldIn = ({ deployment, clock, kept }: BootBase, options: StackOptions) => {
  const { model } = deployment;
  const held = {
    records: createRecords(),
    measure: createMeasure(),
    faults: createFaults(),
    secrets: makeSecrets(model, kept?.read('secrets'), completedIn(deployment, options)),
    keyMaterial: makeKeyMaterial(model, kept?.read('keys')),
    writes: { lastAt: 0 },
    denied: [] as string[],
    calls: createCallRecord(),
    logs: createLogs(model, clock.nowMs),
    models: createModels(),
  };
  kept?.keep('secrets', held.secrets);
  kept?.keep('keys', held.keyMaterial);
  return held;
};

/** What the services of a stack are made from. */
interface Connecting {
  readonly base: BootBase;
  readonly options: StackOptions;
  readonly providers: Providers;
  readonly aws: ReturnType<typeof heldIn>;
}

const verifiedIn = (model: Model, { verifiedIdentities = [] }: StackOptions): readonly string[] => [
  ...model.ofType('AWS::SES::EmailIdentity').map(({ name }) => name),
  ...verifiedIdentities,
];

/** What SES, SMS and Amazon Connect do of their own accord: they report, receive, and call functions. */
const ownActsOf = ({ base, providers, aws }: Connecting, invoke: Runner['invoke']) => {
  const { deployment, clock } = base;
  const { model, statements } = deployment;
  const { topics } = providers;
  const { now, nowMs } = clock;
  const deniedTo = (service: string) => (what: string) => aws.denied.push(`${service}: ${what}`);
  const publishDeniedTo = (service: string) => (topicArn: string) =>
    aws.denied.push(`${service}: sns:Publish on ${topicArn}`);
  const tenants = createTenants((name) => model.find(name, 'AWS::SES::EmailIdentity') !== undefined, now);
  const { put } = providers.queues;
  const rules = createRules({ model, statements, put, onDenied: deniedTo('events') });
  const onDenied = (what: string) => aws.denied.push(what);
  return {
    tenants,
    rules,
    reports: createEmailReports({ model, topics, tenants, now, onDenied: publishDeniedTo('ses') }),
    textReports: createTextReports({ model, topics, nowMs, onDenied: publishDeniedTo('sms-voice') }),
    heldCalls: createCalls({ model, now, invoke, deliver: rules.deliver, onDenied }),
    receiveMail: createInboundMail({ model, topics, put: providers.objects.put, now, onDenied: deniedTo('ses') }),
    smsStatus: createSmsStatus({
      model,
      statements,
      put: aws.logs.put,
      hasOptedOut: base.holds.hasOptedOut,
      onDenied: deniedTo('sns'),
    }),
  };
};

/** What is asked of AWS goes to these services, where the policies of the template allow it. */
const connectTo = ({ base, options, aws }: Connecting, services: ReturnType<typeof createServices>): void => {
  const { deployment, awsPorts, clock, drawn } = base;
  const { model, statements } = deployment;
  const nameOf = new Map(deployment.functions.map(({ role, name }) => [role, name]));
  awsPorts.connect({
    model,
    statements,
    services,
    now: clock.nowMs,
    faults: aws.faults,
    drawn,
    onDenied: ({ caller }, { action, resource }) => {
      aws.denied.push(`${caller}: ${action} on ${resource}`);
      options.onLog?.(caller, `denied: ${action} on ${resource}`);
    },
    onAccess: ({ caller }, access) => aws.calls.note(nameOf.get(caller) ?? caller, access),
    onCall: aws.measure.count,
    onEnd: (call) => {
      if (isWrite(call)) aws.writes.lastAt = performance.now();
    },
  });
};

/** Connects the endpoint's ports to the emulators, behind the policies of the template. */
export const connectAws = (
  base: BootBase,
  emulators: Emulators,
  options: StackOptions,
  providers: Providers,
): LocalAws => {
  const { clock, holds, deployment } = base;
  const { model } = deployment;
  const { invoke, run } = functionsToCome();
  const aws = heldIn(base, options);
  const connecting = { base, options, providers, aws };
  const { receiveMail, smsStatus, tenants, ...acts } = ownActsOf(connecting, invoke);
  const plain = forwardTo(emulators.storeUrl, emulators.storeKey);
  const services = createServices({
    ...aws,
    ...acts,
    tenants,
    smsStatus,
    identities: createIdentities(verifiedIn(model, options)),
    numberIn: (text) => options.smsReplies?.numberIn(text),
    invoke,
    holds,
    model,
    messaging: emulators.messaging,
    store: options.isMeasuring === true ? aws.measure.measured(plain) : plain,
    now: clock.now,
    maxMailRate: options.maxMailRate,
    isInSandbox: options.isInSandbox,
  });
  connectTo(connecting, services);
  return { ...aws, ...acts, receiveMail, run };
};
