import { randomUUID } from 'node:crypto';
import type { Json } from '../template/json.ts';
import type { AwsAnswer, AwsCall } from './call.ts';

/** A JSON answer of the AWS JSON protocols. */
export const jsonAnswer = (value: Json, status = 200): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(value),
});

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A success of SNS's query protocol. */
export const snsAnswer = (operation: string, resultXml: string): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${operation}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><${operation}Result>${resultXml}</${operation}Result><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`,
});

/** An error as the called service writes it, so that the unmodified SDK throws the exception that AWS would cause. */
export const errorAnswer = (
  call: Pick<AwsCall, 'service'>,
  status: number,
  code: string,
  message: string,
): AwsAnswer => {
  const requestId = randomUUID();
  if (call.service === 's3') {
    const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${xmlText(message)}</Message><RequestId>${requestId}</RequestId></Error>`;
    return { status, headers: { 'content-type': 'application/xml', 'x-amz-request-id': requestId }, body };
  }
  if (call.service === 'sns') {
    const type = status < 500 ? 'Sender' : 'Receiver';
    const body = `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>${type}</Type><Code>${code}</Code><Message>${xmlText(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
    return { status, headers: { 'content-type': 'text/xml' }, body };
  }
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-errortype': code,
    'x-amzn-requestid': requestId,
  };
  return { status, headers, body: JSON.stringify({ __type: code, message, Message: message }) };
};

const DENIALS: Readonly<Record<string, readonly [status: number, code: string]>> = {
  dynamodb: [400, 'AccessDeniedException'],
  secretsmanager: [400, 'AccessDeniedException'],
  kms: [400, 'AccessDeniedException'],
  ssm: [400, 'AccessDeniedException'],
  events: [400, 'AccessDeniedException'],
  sns: [403, 'AuthorizationError'],
  sqs: [403, 'AccessDenied'],
  s3: [403, 'AccessDenied'],
};

/** "Not authorized", in the words of each service. */
export const deniedAnswer = (call: AwsCall, action: string, resource: string): AwsAnswer => {
  const [status, code] = DENIALS[call.service] ?? [403, 'AccessDeniedException'];
  const message = `User: ${call.caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`;
  return errorAnswer(call, status, code, message);
};
