import { randomUUID } from 'node:crypto';
import { smsStatusRoleOf } from '../../boot/wiring/sms-logs.ts';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, type JsonObject, listOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { isAllowed, type Statement, statementsIn } from '../iam/policy.ts';
import type { ReceivedSms } from './sms.ts';
import { partsOf, priceOf } from './sms-prices.ts';

/** The French number to which no SMS arrives ("Simulator phone numbers in AWS End User Messaging SMS"): to every other they do. */
const UNREACHABLE = '+33755512502';

export interface SmsStatusOptions {
  readonly model: Model;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  /** Whether a number is on the account's list of those who opted out, to which SNS sends nothing. */
  readonly hasOptedOut: (phone: string) => boolean;
  /** Writes a line into the log group of this name; false where there is none. */
  readonly put: (logGroupName: string, line: string) => boolean;
  /** Called with what SNS may not do. */
  readonly onDenied: (what: string) => void;
}

const trustsSns = ({ arn, properties }: Resource): boolean => {
  const ofSns = listOf(at(properties.AssumeRolePolicyDocument, 'Statement')).filter((statement) =>
    listOf(at(statement, 'Principal', 'Service'))
      .map(textOf)
      .includes('sns.amazonaws.com'),
  );
  const context = { 'aws:SourceAccount': [ACCOUNT] };
  return isAllowed(statementsIn({ Statement: ofSns }), { action: 'sts:AssumeRole', resource: arn, context });
};

const ARRIVED = 'Message has been accepted by phone carrier';

/** As SNS writes it ("Amazon SNS SMS delivery monitoring with Amazon CloudWatch metrics and logs", both examples). */
const lineOf = ({ id, to, text, type, at: sentAt }: ReceivedSms, providerResponse: string): JsonObject => {
  const hasArrived = providerResponse === ARRIVED;
  const numberOfMessageParts = partsOf(text);
  const [mcc, mnc] = hasArrived ? [208, 1] : [0, 0];
  return {
    notification: { messageId: id, timestamp: sentAt.replace('T', ' ').replace('Z', '') },
    delivery: {
      ...(hasArrived ? { phoneCarrier: 'Local Carrier' } : {}),
      mnc,
      numberOfMessageParts,
      destination: to,
      priceInUSD: priceOf(text),
      smsType: type,
      mcc,
      providerResponse,
      dwellTimeMs: 400,
      dwellTimeMsUntilDeviceAck: 900,
    },
    status: hasArrived ? 'SUCCESS' : 'FAILURE',
  };
};

/**
 * What becomes of each SMS, in the log that SNS names, by the role of the account: nothing where the template gives none. The log group
 * must be there, since the role makes none.
 */
export const createSmsStatus = ({ model, statements, hasOptedOut, put, onDenied }: SmsStatusOptions) => {
  const role = smsStatusRoleOf(model);
  /** "SMS delivery failure reasons", Amazon SNS. */
  const responseTo = (phone: string): string => {
    if (hasOptedOut(phone)) return 'Phone number is opted out';
    return phone === UNREACHABLE ? 'Unknown error attempting to reach phone' : ARRIVED;
  };
  /** What the role may not do with a stream of this log group. */
  const forbidden = (of: Resource, logGroupArn: string): string | undefined => {
    if (!trustsSns(of)) return `sts:AssumeRole on ${of.arn}`;
    const resource = `${logGroupArn}:log-stream:${randomUUID()}`;
    const action = ['logs:CreateLogStream', 'logs:PutLogEvents'].find(
      (each) => !isAllowed(statements.get(of.name) ?? [], { action: each, resource }),
    );
    return action && `${action} on ${resource}`;
  };
  return (sms: ReceivedSms): void => {
    if (role === undefined) return;
    const response = responseTo(sms.to);
    const group = `sns/${REGION}/${ACCOUNT}/DirectPublishToPhoneNumber${response === ARRIVED ? '' : '/Failure'}`;
    const arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${group}`;
    const denied = forbidden(role, arn);
    if (denied !== undefined) onDenied(denied);
    else if (!put(group, JSON.stringify(lineOf(sms, response)))) onDenied(`logs:CreateLogGroup on ${arn}`);
  };
};
