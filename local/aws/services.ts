import type { Messaging } from '../emulators/messaging.ts';
import { ACCOUNT } from '../template/attributes.ts';
import { errorAnswer } from './answers.ts';
import type { LocalModels } from './bedrock/models.ts';
import { createModelService } from './bedrock/service.ts';
import type { LocalCalls } from './connect/calls.ts';
import { createConnectService } from './connect/service.ts';
import type { AwsService } from './endpoint.ts';
import { createEventsService } from './events.ts';
import { forwardTo } from './forward.ts';
import { createFunctionsService, type FunctionsOptions } from './functions.ts';
import { createKmsService } from './kms.ts';
import type { Logs } from './logs.ts';
import { createEmailService } from './mail/email.ts';
import type { Identities } from './mail/email-identities.ts';
import type { EmailReports } from './mail/email-reports.ts';
import type { Tenants } from './mail/email-tenants.ts';
import { createParametersService } from './parameters.ts';
import type { Records } from './records.ts';
import type { Rules } from './rules.ts';
import { withLocks } from './s3/locks.ts';
import { withVersions } from './s3/versions.ts';
import { createSecretsService } from './secrets.ts';
import { createSmsService, type ReceivedSms } from './sms/sms.ts';
import type { NumberIn } from './sms/sms-replies.ts';
import type { TextReports } from './sms/text-reports.ts';
import { createTextsService } from './sms/texts.ts';
import { withTtl } from './tables.ts';

export interface ServicesOptions extends FunctionsOptions {
  readonly messaging: Messaging;
  readonly store: AwsService;
  readonly secrets: ReadonlyMap<string, string>;
  readonly keyMaterial: ReadonlyMap<string, string>;
  readonly records: Records;
  readonly now: () => string;
  readonly maxMailRate?: number | undefined;
  readonly isInSandbox?: boolean | undefined;
  readonly tenants: Tenants;
  readonly identities: Identities;
  readonly reports: EmailReports;
  readonly textReports: TextReports;
  readonly numberIn: NumberIn;
  readonly heldCalls: LocalCalls;
  readonly models: LocalModels;
  readonly logs: Logs;
  readonly rules: Pick<Rules, 'deliver'>;
  /** Called with each SMS that was taken: what becomes of it. */
  readonly smsStatus: (sms: ReceivedSms) => void;
}

/** STS, as far as to say who calls: what the AWS CLI is asked first. */
export const callerService: AwsService = async (call) => {
  if (call.operation !== 'GetCallerIdentity')
    return errorAnswer(call, 501, 'NotImplemented', `The local stack has no sts:${call.operation}.`);
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${call.caller}/local`;
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>${arn}</Arn><UserId>${call.caller}</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
  };
};

/** Every service that the endpoint speaks, by the SDK's name for it. */
export const createServices = (options: ServicesOptions): Readonly<Record<string, AwsService>> => {
  const { model, messaging, records, now } = options;
  const topicsAndQueues = forwardTo(messaging.messagingUrl);
  return {
    dynamodb: withTtl(model, options.store),
    sqs: topicsAndQueues,
    s3: withLocks(model, withVersions(model, topicsAndQueues)),
    sns: createSmsService({
      forward: topicsAndQueues,
      now,
      onSms: (sms) => {
        if (!options.holds.hasOptedOut(sms.to)) records.sms.push(sms);
        options.smsStatus(sms);
      },
    }),
    'sms-voice': createTextsService({
      model,
      now,
      holds: options.holds,
      numberIn: options.numberIn,
      onSms: (sms) => void records.sms.push(sms),
      onTaken: options.textReports.onTaken,
    }),
    connect: createConnectService(model, options.heldCalls),
    bedrock: createModelService(options.models),
    sesv2: createEmailService({
      forward: forwardTo(messaging.mailUrl),
      now,
      onMail: (mail) => void records.mails.push(mail),
      tenants: options.tenants,
      identities: options.identities,
      onTaken: options.reports.onTaken,
      configurationSets: model.ofType('AWS::SES::ConfigurationSet').map(({ name }) => name),
      maxRate: options.maxMailRate,
      isInSandbox: options.isInSandbox,
    }),
    secretsmanager: createSecretsService(options.secrets, model),
    kms: createKmsService(model, options.keyMaterial),
    ssm: createParametersService(model),
    sts: callerService,
    logs: options.logs.service,
    lambda: createFunctionsService(options),
    events: createEventsService({
      model,
      now,
      onEvent: (event) => {
        records.events.push(event);
        void options.rules.deliver(event);
      },
    }),
  };
};
