import type { ListedStop, ListedStops } from '#shared/app/feedback/listed-stops.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { postOnce } from '../https/post-once.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { refusalIn } from './refusals.ts';
import { internationalOf, REPLY_CODE } from './replies.ts';

/**
 * The list of STOP of an account of Spot-Hit. Source, read on 2026-11-29: "Documentation API" (www.spot-hit.es/documentacion-api, a stored copy of its beginning):
 * each call takes `key` by POST and answers JSON. That the list is at `/api/stops`, and what its answer holds, is in nothing that could be read: every form is read
 * in which Spot-Hit names numbers and days elsewhere.
 */

/** Milliseconds for the whole list, and the most that is read of it: what is larger is no JSON any more. */
const PATIENCE_MS = 60_000;
const MOST_BYTES = 32 * 1024 * 1024;

const NUMBERS = ['numero', 'number', 'telephone', 'mobile', 'destinataire', 'phone'] as const;
const DAYS = ['date_stop', 'date_reception', 'date', 'created_at', 'timestamp'] as const;

/** There is no list at that path: somebody must look, and asking each hour would help nobody. */
const NOT_FOUND = 404;
const NO_LIST = { stops: [], unreadable: 1 } as const;

const unavailable = (cause?: unknown) => dependencyUnavailable('The list of STOP of a provider', cause);

const DAY_SECONDS = 86_400;

/** As it writes days: seconds since 1970, or a text. Whose clock a text is by, it does not say: by ours, which is later than that of France. A day alone counts to its end. */
const instantIn = (value: unknown): Instant | undefined => {
  const text = String(value ?? '').trim();
  if (/^\d{9,10}$/.test(text)) return toInstant(Number(text) * 1_000);
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?/.exec(text) ?? [];
  if (day === undefined) return undefined;
  const at = Date.parse(time === undefined ? `${day}T00:00:00Z` : `${day}T${time}Z`);
  if (Number.isNaN(at)) return undefined;
  return toInstant(time === undefined ? at + (DAY_SECONDS - 1) * 1_000 : at);
};

const firstOf = (row: Readonly<Record<string, unknown>>, names: readonly string[]): unknown =>
  names.map((name) => row[name]).find((value) => value !== undefined && value !== null && value !== '');

/** `undefined`: it names no number. */
const stopIn = (row: unknown): ListedStop | undefined => {
  const fields = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>) : { numero: row };
  const phone = internationalOf(String(firstOf(fields, NUMBERS) ?? ''));
  if (!/^\+[1-9]\d{6,14}$/.test(phone)) return undefined;
  const at = instantIn(firstOf(fields, DAYS));
  return { phone, ...(at === undefined ? {} : { at }) };
};

/** The rows of an answer: a list, or an object that holds one beside its errors. `undefined`: it refuses, or is none. */
const rowsIn = (text: string): readonly unknown[] | undefined => {
  const said = fieldsOfJson(text);
  if (Array.isArray(said)) return said;
  const { erreurs: _errors, ...others } = said;
  return refusalIn(said) === undefined ? Object.values(others).find((value) => Array.isArray(value)) : undefined;
};

/** Reads the list whole, by the key of the account. */
export const spotHitStopsOf = (route: {
  readonly url: string;
  readonly apiKey: () => Promise<string>;
  /** What is sent by the account. */
  readonly channel: Channel;
}): ListedStops => ({
  channel: route.channel,
  replyCode: REPLY_CODE,
  all: async () => {
    const key = await orUnavailable(route.apiKey(), unavailable);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const body = new URLSearchParams({ key }).toString();
    const asked = postOnce(new URL('/api/stops', route.url), body, {
      headers,
      timeoutMs: PATIENCE_MS,
      mostBytes: MOST_BYTES,
    });
    const { status, text } = await orUnavailable(asked, unavailable);
    if (status === NOT_FOUND) return NO_LIST;
    const rows = status === 200 ? rowsIn(text) : undefined;
    if (rows === undefined) throw unavailable();
    const read = rows.map(stopIn);
    const stops = read.filter((each) => each !== undefined);
    return { stops, unreadable: read.length - stops.length };
  },
});
