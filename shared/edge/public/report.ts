import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod/mini';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { type AdvertiserAccess, admit } from '../../domain/advertiser/advertiser-access.ts';
import { Failure, outOfTime, tokenNotFound } from '../../domain/failure.ts';
import type { Instant } from '../../domain/ids.ts';
import { ProviderEvent, stopIn } from '../../domain/sending/provider-event.ts';
import { bytesOf, headerOf, jsonOf } from '../body.ts';
import { type EnvironmentOf, environmentOf } from '../env.ts';
import { askerOf, problemJson, responseOf } from '../problem-json.ts';
import { noContent } from '../respond.ts';
import { ANSWERS_WITHIN_MS } from '../time-left.ts';
import { parseOrRefuse } from '../validate.ts';
import type { PublicEntry } from './answer.ts';

/** Headers by which a report may be signed. */
const SIGNING = ['aval-timestamp', 'aval-signature', 'authorization'] as const;

/** What came to the URL of a message. */
interface Report {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly event: ProviderEvent;
  readonly isSigned: boolean;
}

/** What a report was signed with, and its bytes. */
interface Signed {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

interface ReportRoute {
  readonly tokens: () => Promise<Tokens>;
  readonly now: () => Instant;
  /** `refused`: it should be signed, and is not. */
  readonly vouch: (signed: Signed) => Promise<'signed' | 'unsigned' | 'refused'>;
  readonly run: (report: Report) => Promise<void>;
}

const IN_TIME = {
  timeoutEarlyInMillis: ANSWERS_WITHIN_MS,
  timeoutEarlyResponse: () => {
    throw outOfTime();
  },
};

/** The JSON of a body, whatever its content type says; `undefined`: there is none. */
const anyJsonOf = (event: APIGatewayProxyEvent): unknown => {
  try {
    return jsonOf({ ...event, headers: { 'content-type': 'application/json' } });
  } catch {
    return undefined;
  }
};

/**
 * The Lambda of the reports of a provider: each comes to the URL of its message. 204 says that what it changes is stored. What is not
 * signed as it should be is refused, and so is what is no event; but the URL alone suffices to stop, so that of those the words of a person are
 * stored all the same. Problems are those of the API (RFC 9457).
 */
export const reportEndpoint = <const E extends PublicEntry>(entry: E, wire: (env: EnvironmentOf<E>) => ReportRoute) => {
  const route = wire(environmentOf(entry));
  const serve = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const headers = Object.fromEntries(SIGNING.map((name) => [name, headerOf(event.headers, name)]));
    const unauthenticated = new Failure('unauthenticated', '');
    // What it is signed by cannot be read: that too must not keep a person's word from being stored.
    const { vouched, refused } = await route.vouch({ headers, body: bytesOf(event) }).then(
      (found) => ({ vouched: found, refused: unauthenticated as unknown }),
      (refused: unknown) => ({ vouched: 'refused' as const, refused }),
    );
    const link = (await route.tokens()).read(event.pathParameters?.token ?? '');
    if (link === undefined) throw vouched === 'refused' ? refused : tokenNotFound();
    const of = { access: admit(link.advertiserId), link };
    const said = anyJsonOf(event);
    const reported = z.safeParse(ProviderEvent, said);
    const isSigned = vouched === 'signed' && reported.success;
    const stop = isSigned ? undefined : stopIn(said, route.now());
    if (stop !== undefined) await route.run({ ...of, event: stop, isSigned: false });
    if (vouched === 'refused') throw refused;
    if (stop === undefined) {
      const { data } = reported.success ? reported : { data: parseOrRefuse(ProviderEvent, jsonOf(event)) };
      await route.run({ ...of, event: data, isSigned });
    }
    return responseOf(noContent(), askerOf(event));
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>(IN_TIME).use(problemJson(entry)).handler(serve);
};
