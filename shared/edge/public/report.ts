import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { type AdvertiserAccess, admit } from '../../domain/advertiser/advertiser-access.ts';
import { Failure, outOfTime, tokenNotFound } from '../../domain/failure.ts';
import { ProviderEvent } from '../../domain/sending/provider-event.ts';
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

/**
 * The Lambda of the reports of a provider: each comes to the URL of its message. What is not signed as it should be is refused before
 * anything of it is read; 204 says that what it changes is stored. Problems are those of the API (RFC 9457).
 */
export const reportEndpoint = <const E extends PublicEntry>(entry: E, wire: (env: EnvironmentOf<E>) => ReportRoute) => {
  const route = wire(environmentOf(entry));
  const serve = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const headers = Object.fromEntries(SIGNING.map((name) => [name, headerOf(event.headers, name)]));
    const vouched = await route.vouch({ headers, body: bytesOf(event) });
    if (vouched === 'refused') throw new Failure('unauthenticated', '');
    const link = (await route.tokens()).read(event.pathParameters?.token ?? '');
    if (link === undefined) throw tokenNotFound();
    const reported = parseOrRefuse(ProviderEvent, jsonOf(event));
    const access = admit(link.advertiserId);
    await route.run({ access, link, event: reported, isSigned: vouched === 'signed' });
    return responseOf(noContent(), askerOf(event));
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>(IN_TIME).use(problemJson(entry)).handler(serve);
};
