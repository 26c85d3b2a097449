import { Duration, type Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Config } from '../config.ts';
import { callArns, callRouteOf } from '../routes/call-route.ts';
import { providerRouteOf } from '../routes/provider-route.ts';
import { smsRouteOf, textArns } from '../routes/sms-route.ts';
import { acknowledge, wildcardIn } from './acknowledged.ts';
import { policyOf } from './function.ts';
import { readLink } from './links.ts';
import { adoptedTable, ledgerArns, ledgerEnvironment, storedArns } from './stored.ts';

/** What the sender needs to know of SES. */
export interface EmailSending {
  readonly configurationSetNames: readonly string[];
  /** The configuration sets and the identities that one may send from. */
  readonly arns: readonly string[];
  /** Every tenant of this stage. */
  readonly tenantsArn: string;
}

/** How long SES goes on trying, for messages that are valid for minutes, hours or days; the least and the most that it takes. */
const HORIZONS = [Duration.minutes(5), Duration.hours(1), Duration.hours(4), Duration.hours(14)] as const;

/** What SES reports of a mail. No open and no click: tracking asks for a consent of its own (D11). */
const REPORTED = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.REJECT,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.DELIVERY_DELAY,
];

/** `aval-dev-300s`: the sender reads the seconds in it. */
const nameOfSet = ({ stage }: Config, horizon: Duration): string => `aval-${stage}-${horizon.toSeconds()}s`;

/** The configuration sets of a stage, by name. */
export const configurationSetNames = (config: Config): readonly string[] =>
  HORIZONS.map((horizon) => nameOfSet(config, horizon));

/**
 * The configuration sets of all mail, shared by the advertisers (an account has 10,000 at most): TLS required, no tracking,
 * and what becomes of a mail is published on the topic of feedback. They say nothing of suppression: what a set says wins over
 * the tenant of the advertiser, which keeps a list of its own. Identities are referred to and never created: one that exists
 * would fail the deployment, and one of ours would lose its DKIM keys with the stack.
 */
export const emailSending = (scope: Stack, config: Config, feedback: ITopic): EmailSending => {
  for (const horizon of HORIZONS) {
    const set = new ConfigurationSet(scope, `ConfigurationSet-${horizon.toSeconds()}s`, {
      configurationSetName: nameOfSet(config, horizon),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      maxDeliveryDuration: horizon,
      reputationMetrics: true,
      vdmOptions: { engagementMetrics: false, optimizedSharedDelivery: false },
    });
    new ConfigurationSetEventDestination(scope, `Feedback-${horizon.toSeconds()}s`, {
      configurationSet: set,
      configurationSetEventDestinationName: 'feedback',
      destination: EventDestination.snsTopic(feedback),
      events: REPORTED,
    });
  }
  return emailNamed(scope, config);
};

/** The same for who sends mail from another stack: by their names. */
export const emailNamed = (scope: Stack, config: Config): EmailSending => {
  const names = configurationSetNames(config);
  const identities = config.emailIdentities.length > 0 ? config.emailIdentities : ['*'];
  const arnOf = (resource: string, resourceName: string) => scope.formatArn({ service: 'ses', resource, resourceName });
  const arns = [
    ...names.map((name) => arnOf('configuration-set', name)),
    ...identities.map((name) => arnOf('identity', name)),
  ];
  return { configurationSetNames: names, arns, tenantsArn: arnOf('tenant', `aval-${config.stage}_*`) };
};

/** Says why this function may make any tenant of the stage. */
export const makesTenants = (target: LambdaFunction, { tenantsArn }: EmailSending): void =>
  acknowledge(
    policyOf(target),
    wildcardIn(target, tenantsArn),
    'The tenants of this stage alone: there is one for each advertiser, whose names are not known before, and SES adds an id of its own.',
  );

/** The same of who reads what SES says of them. */
export const readsTenants = (target: LambdaFunction, { tenantsArn }: EmailSending): void =>
  acknowledge(
    policyOf(target),
    wildcardIn(target, tenantsArn),
    'The tenants of this stage alone, whose names are not known before: it reads whether SES lets each send.',
  );

/** What whoever hands messages over reads of its environment and is granted, beside its own queues. */
export const sendingNeeds = (scope: Stack, config: Config, email: EmailSending) => {
  const stored = storedArns(scope, config.stage);
  return {
    environment: {
      ...ledgerEnvironment(scope, config.stage),
      CONTENT_BUCKET: readLink(scope, config.stage, 'content-bucket-name'),
      TOKEN_SECRET_ID: stored.token,
      PUBLIC_BASE_URL: readLink(scope, config.stage, 'public-base-url'),
      INBOX_DOMAIN: config.inbox?.domain ?? 'none',
      TABLE_ADOPTED: adoptedTable(config),
      SES_CONFIGURATION_SETS: email.configurationSetNames.join(','),
      PROVIDER_ROUTE: providerRouteOf(scope, config),
      PROVIDER_SECRET_ID: stored.provider,
      SMS_ROUTE: smsRouteOf(config),
      CALL_ROUTE: callRouteOf(scope, config),
    },
    grantArns: {
      ...ledgerArns(scope, config.stage),
      'contents:read': [stored.contents, `${stored.contents}/contents/*`],
      'sent:write': [`${stored.contents}/sent/*`],
      'values:write': [`${stored.contents}/values/*`],
      'secret:token': [stored.token],
      'secret:provider': [stored.provider],
      'email:send': email.arns,
      'texts:send': textArns(scope, config),
      'calls:start': callArns(config),
      'tenants:make': [email.tenantsArn, ...email.arns],
    },
  };
};
