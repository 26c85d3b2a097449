import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod/mini';
import type { OppositionToken, Tokens } from '#shared/app/oppositions/tokens.port.ts';
import { type AdvertiserAccess, admit } from '../../domain/advertiser/advertiser-access.ts';
import { Failure, tokenNotFound } from '../../domain/failure.ts';
import type { Instant } from '../../domain/ids.ts';
import {
  type ExternalReport,
  isWordOfPerson,
  ProviderEvent,
  type Reported,
  stopIn,
} from '../../domain/sending/provider-event.ts';
import { bytesOf, headerOf, jsonOf, lossyJsonOf, receivedSha256 } from '../body.ts';
import { type EnvironmentOf, environmentOf } from '../env.ts';
import { askerOf, problemJson, responseOf } from '../problem-json.ts';
import { noContent } from '../respond.ts';
import { IN_TIME } from '../time-left.ts';
import { parseOrRefuse } from '../validate.ts';
import type { PublicEntry } from './answer.ts';

/** Headers by which a report may be signed. */
const SIGNING = ['aval-timestamp', 'aval-signature', 'authorization'] as const;

/** What came to the URL of a message. */
interface Report {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly event: Reported;
  /** Of the bytes that came. They hold a name that nobody guesses: the provider's of the message, or ours. */
  readonly bodySha256: string;
  readonly isSigned: boolean;
  /** Nobody vouches for it: it should be signed and is not, or its provider is none of the deployment. Absent: its signature does, or its URL. */
  readonly isUnvouched?: true;
}

/** Who vouches for a report: its signature; its URL alone, where its provider signs nothing; nobody, since it is no provider of the deployment; or it is refused. */
export type Vouched = 'signed' | 'unsigned' | 'nobody' | 'refused';

/** What a report was signed with, and its bytes. */
interface Signed {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

interface ReportRoute {
  readonly tokens: () => Promise<Pick<Tokens, 'readForReports'>>;
  readonly now: () => Instant;
  /** A report in other words than those of our contract; `undefined`: it is in ours, or in none. */
  readonly external: (said: unknown, bodySha256: string, now: Instant) => ExternalReport | undefined;
  /** By whose words it is: absent, ours. `refused`: it should be signed, and is not. */
  readonly vouch: (signed: Signed, by?: string) => Promise<Vouched>;
  readonly run: (report: Report) => Promise<void>;
}

/** No form of a report has more. */
const LONGEST_FORM = 64 * 1024;

/** The fields of a form; one that comes several times has all its values. */
const fieldsOf = (form: URLSearchParams): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]));

/** What a body says, JSON or the fields of a form, whatever its content type says; else its lines, one of which may be what a person said. */
const anySaidIn = (event: APIGatewayProxyEvent): unknown => {
  try {
    return lossyJsonOf(event);
  } catch {
    const text = bytesOf(event).subarray(0, LONGEST_FORM).toString('utf8');
    return /^[\w.[\]%-]{1,60}=/.test(text) ? fieldsOf(new URLSearchParams(text)) : text.split(/\r?\n/);
  }
};

/** What a report says, in either words. */
interface Understood {
  /** What a person said, which is stored whoever signed it; `undefined`: nothing. */
  readonly stop: Reported | undefined;
  /** All that it says. Throws where it is no report. */
  readonly whole: () => Reported | undefined;
  /** In our words, and exactly in their form. */
  readonly isWellFormed: boolean;
}

/** What came, not understood yet. */
interface Said {
  readonly event: APIGatewayProxyEvent;
  readonly said: unknown;
  readonly now: Instant;
}

const inOurs = ({ event, said, now }: Said): Understood => {
  const { success, data } = z.safeParse(ProviderEvent, said);
  return {
    stop: stopIn(said, now),
    whole: () => (success ? data : parseOrRefuse(ProviderEvent, jsonOf(event))),
    isWellFormed: success,
  };
};

const inTheirs = ({ event }: ExternalReport): Understood => ({
  stop: event !== undefined && isWordOfPerson(event) ? event : undefined,
  whole: () => event,
  isWellFormed: true,
});

/** What came, in the words of its provider where it is in those. */
const understoodOf = (external: ExternalReport | undefined, said: Said): Understood =>
  external === undefined ? inOurs(said) : inTheirs(external);

/** Who vouches for a report, and what it is refused with where it is. */
const vouchFor = ({ vouch }: Pick<ReportRoute, 'vouch'>, event: APIGatewayProxyEvent, by: string | undefined) => {
  const headers = Object.fromEntries(SIGNING.map((name) => [name, headerOf(event.headers, name)]));
  const unauthenticated: unknown = new Failure('unauthenticated', '');
  // What it is signed by cannot be read: that too must not keep a person's word from being stored.
  return vouch({ headers, body: bytesOf(event) }, by).then(
    (vouched) => ({ vouched, refused: unauthenticated }),
    (refused: unknown) => ({ vouched: 'refused' as const, refused }),
  );
};

/**
 * The Lambda of the reports of a provider: each comes to the URL of its message, in the words of our contract or in its own. 204 says that what it
 * changes is stored. What is not signed as it should be is refused, and so is what is no event; but the URL alone suffices to stop, so that of
 * those the words of a person are stored all the same. Problems are those of the API (RFC 9457).
 */
export const reportEndpoint = <const E extends PublicEntry>(entry: E, wire: (env: EnvironmentOf<E>) => ReportRoute) => {
  const route = wire(environmentOf(entry));
  const serve = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const [said, bodySha256, now] = [anySaidIn(event), receivedSha256(event), route.now()];
    const external = route.external(said, bodySha256, now);
    const { vouched, refused } = await vouchFor(route, event, external?.by);
    const link = (await route.tokens()).readForReports(event.pathParameters?.token ?? '');
    if (link === undefined) throw vouched === 'refused' ? refused : tokenNotFound();
    const unvouched = vouched === 'refused' || vouched === 'nobody' ? { isUnvouched: true as const } : {};
    const of = { access: admit(link.advertiserId), link, bodySha256, ...unvouched };
    const { stop, whole, isWellFormed } = understoodOf(external, { event, said, now });
    const isSigned = vouched === 'signed' && isWellFormed;
    if (stop !== undefined && !isSigned) await route.run({ ...of, event: stop, isSigned: false });
    if (vouched === 'refused') throw refused;
    const reported = stop === undefined || isSigned ? whole() : undefined;
    if (reported !== undefined) await route.run({ ...of, event: reported, isSigned });
    return responseOf(noContent(), askerOf(event));
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>(IN_TIME).use(problemJson(entry)).handler(serve);
};
