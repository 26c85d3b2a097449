import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { Failure, tokenNotFound } from '../../domain/failure.ts';
import type { SmsReply } from '../../domain/opposition/received-reply.ts';
import { bytesOf, headerOf } from '../body.ts';
import { type EnvironmentOf, environmentOf } from '../env.ts';
import { askerOf, problemJson, responseOf } from '../problem-json.ts';
import { noContent } from '../respond.ts';
import { IN_TIME } from '../time-left.ts';
import type { PublicEntry } from './answer.ts';

/** What came to the URL of an account. */
interface AccountCall {
  /** Of its URL. */
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
  /** By which it may be signed. */
  readonly headers: { readonly authorization: string | undefined };
}

/** What was called, in the words of one provider. */
interface ReadCall {
  /** Absent: nothing that a person said. */
  readonly reply?: SmsReply | undefined;
  /** Its provider signs what it calls with, and this is not signed so. */
  readonly isRefused?: boolean;
  /** It may be what a person said, in a form that nobody foresaw: it is refused, so that its provider repeats it and somebody looks. */
  readonly isUnreadable?: boolean;
}

interface AccountRoute {
  /** Puts a reply where those of AWS wait. Throws where it could not be put. */
  readonly publish: (reply: SmsReply) => Promise<void>;
  /** By the code in its URL. `undefined`: no account has it. */
  readonly read: (code: string, call: AccountCall) => Promise<ReadCall | undefined>;
}

/**
 * The Lambda of what people answer, where a provider brings the answers of all messages to one URL of its account. 204 says that what a person said
 * waits to be read; whom it answers is found by whoever reads it. What is not signed as it should be is refused, and read all the same: it can
 * only stop messages. What nobody can read is answered 400. HEAD stops nobody. Problems are those of the API (RFC 9457).
 */
export const accountReplyEndpoint = <const E extends PublicEntry>(
  entry: E,
  wire: (env: EnvironmentOf<E>) => AccountRoute,
) => {
  const route = wire(environmentOf(entry));
  const serve = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const read = await route.read(event.pathParameters?.code ?? '', {
      query: event.queryStringParameters ?? {},
      body: bytesOf(event),
      headers: { authorization: headerOf(event.headers, 'authorization') },
    });
    if (read === undefined) throw tokenNotFound();
    const isAsked = event.httpMethod !== 'HEAD';
    if (isAsked && read.reply !== undefined) await route.publish(read.reply);
    if (read.isRefused === true) throw new Failure('unauthenticated', '');
    if (read.isUnreadable === true)
      throw new Failure('malformed-request', 'The body is neither the state of a message nor a reply.');
    return responseOf(noContent(), askerOf(event));
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>(IN_TIME).use(problemJson(entry)).handler(serve);
};
