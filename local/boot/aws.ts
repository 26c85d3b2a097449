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
import type { BootBase } from './boot-base.ts';
import type { Emulators } from './emulators.ts';

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

/** Connects the endpoint's ports to the emulators, behind the policies of the template. */
export const connectAws = (
  base: BootBase,
  emulators: Emulators,
  options: StackOptions,
  providers: Providers,
): LocalAws => {
  const { deployment, awsPorts, clock, drawn, holds, kept } = base;
  const { model, statements } = deployment;
  const nameOf = new Map(deployment.functions.map(({ role, name }) => [role, name]));
  const aws = {
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
  kept?.keep('secrets', aws.secrets);
  kept?.keep('keys', aws.keyMaterial);
  const plain = forwardTo(emulators.storeUrl, emulators.storeKey);
  const store = options.isMeasuring === true ? aws.measure.measured(plain) : plain;
  const { messaging } = emulators;
  const tenants = createTenants((name) => model.find(name, 'AWS::SES::EmailIdentity') !== undefined, clock.now);
  const identities = createIdentities([
    ...model.ofType('AWS::SES::EmailIdentity').map(({ name }) => name),
    ...(options.verifiedIdentities ?? []),
  ]);
  const reports = createEmailReports({
    model,
    topics: providers.topics,
    tenants,
    now: clock.now,
    onDenied: (topicArn) => aws.denied.push(`ses: sns:Publish on ${topicArn}`),
  });
  const textReports = createTextReports({
    model,
    topics: providers.topics,
    nowMs: clock.nowMs,
    onDenied: (topicArn) => aws.denied.push(`sms-voice: sns:Publish on ${topicArn}`),
  });
  const rules = createRules({
    model,
    statements,
    put: providers.queues.put,
    onDenied: (what) => aws.denied.push(`events: ${what}`),
  });
  let runner: Pick<Runner, 'invoke'> | undefined;
  const invoke: Runner['invoke'] = (name, event, traces) => {
    if (runner === undefined) throw new Error('the functions are still starting');
    return runner.invoke(name, event, traces);
  };
  const calls = createCalls({
    model,
    now: clock.now,
    invoke,
    deliver: rules.deliver,
    onDenied: (what) => aws.denied.push(what),
  });
  const services = createServices({
    ...aws,
    tenants,
    identities,
    reports,
    textReports,
    numberIn: (text) => options.smsReplies?.numberIn(text),
    rules,
    smsStatus: createSmsStatus({
      model,
      statements,
      put: aws.logs.put,
      hasOptedOut: holds.hasOptedOut,
      onDenied: (what) => aws.denied.push(`sns: ${what}`),
    }),
    invoke,
    heldCalls: calls,
    holds,
    model,
    messaging,
    store,
    now: clock.now,
    maxMailRate: options.maxMailRate,
    isInSandbox: options.isInSandbox,
  });
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
  return {
    ...aws,
    reports,
    textReports,
    heldCalls: calls,
    receiveMail: createInboundMail({
      model,
      topics: providers.topics,
      put: providers.objects.put,
      now: clock.now,
      onDenied: (what) => aws.denied.push(`ses: ${what}`),
    }),
    rules,
    run: (given) => {
      runner = given;
    },
  };
};
