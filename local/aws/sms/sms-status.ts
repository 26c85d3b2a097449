import { randomUUID } from 'node:crypto';
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
  /** Writes a line into the log group of this name; false where there is none. */
  readonly put: (logGroupName: string, line: string) => boolean;
  /** Called with what SNS may not do. */
  readonly onDenied: (what: string) => void;
}

/** The role that `aval account` gives to SNS for the account: the one which a stage publishes; most stages have none. */
const roleOf = (model: Model): Resource | undefined => {
  const link = model.ofType('AWS::SSM::Parameter').find(({ name }) => name.endsWith('/sms-status-role-arn'));
  return link === undefined ? undefined : model.find(textOf(link.properties.Value), 'AWS::IAM::Role');
};

const trustsSns = ({ arn, properties }: Resource): boolean => {
  const ofSns = listOf(at(properties.AssumeRolePolicyDocument, 'Statement')).filter((statement) =>
    listOf(at(statement, 'Principal', 'Service'))
      .map(textOf)
      .includes('sns.amazonaws.com'),
  );
  const context = { 'aws:SourceAccount': [ACCOUNT] };
  return isAllowed(statementsIn({ Statement: ofSns }), { action: 'sts:AssumeRole', resource: arn, context });
};

/** As SNS writes it ("Amazon SNS SMS delivery monitoring with Amazon CloudWatch metrics and logs", both examples). */
const lineOf = ({ id, to, text, type, at: sentAt }: ReceivedSms, hasArrived: boolean): JsonObject => {
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
      providerResponse: hasArrived
        ? 'Message has been accepted by phone carrier'
        : 'Unknown error attempting to reach phone',
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
export const createSmsStatus = ({ model, statements, put, onDenied }: SmsStatusOptions) => {
  const role = roleOf(model);
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
    const hasArrived = sms.to !== UNREACHABLE;
    const group = `sns/${REGION}/${ACCOUNT}/DirectPublishToPhoneNumber${hasArrived ? '' : '/Failure'}`;
    const arn = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${group}`;
    const denied = forbidden(role, arn);
    if (denied !== undefined) onDenied(denied);
    else if (!put(group, JSON.stringify(lineOf(sms, hasArrived)))) onDenied(`logs:CreateLogGroup on ${arn}`);
  };
};
