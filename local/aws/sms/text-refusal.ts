import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../template/json.ts';
import type { AwsAnswer } from '../call.ts';

/** Why End User Messaging does not take a text: the name of its exception, and the reason in it. */
export interface TextRefusal {
  readonly name: 'ValidationException' | 'ConflictException' | 'ResourceNotFoundException';
  readonly reason?: string;
  /** The field that is wrong. */
  readonly field?: string;
}

const HEADERS = { 'content-type': 'application/x-amz-json-1.0' };

/** An answer of the JSON protocol of this service. */
export const textAnswer = (
  status: number,
  body: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): AwsAnswer => ({
  status,
  headers: { ...HEADERS, ...headers, 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(body),
});

/** A refusal in the words of End User Messaging: all of them are a 400. */
export const textRefused = ({ name, reason, field }: TextRefusal): AwsAnswer =>
  textAnswer(
    400,
    {
      __type: name,
      Message: 'The request was not taken.',
      ...(reason === undefined ? {} : { Reason: reason }),
      ...(field === undefined ? {} : { Fields: [{ Name: field, Message: 'It is not valid.' }] }),
    },
    { 'x-amzn-errortype': name },
  );
