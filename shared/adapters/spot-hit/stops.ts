import type { ListedStop, WholeList } from '#shared/app/feedback/listed-stops.port.ts';
import { parsePhone } from '#shared/domain/contact/phone/phone.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { postOnce } from '../https/post-once.ts';
import { orUnavailable } from '../or-unavailable.ts';
import { firstOf } from './first-of.ts';
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
/** `date_envoi` is what it calls the day of a STOP that it brings. */
const DAYS = ['date_stop', 'date_envoi', 'date_reception', 'date', 'created_at', 'timestamp'] as const;

/** There is no list at that path: somebody must look, and asking each hour would help nobody. */
const NOT_FOUND = 404;
const NO_LIST = { stops: [], unreadable: 1 } as const;

const unavailable = (cause?: unknown) => dependencyUnavailable('The list of STOP of a provider', cause);

const DAY_SECONDS = 86_400;
/** A clock of France is at most this late to UTC. */
const AHEAD_SECONDS = 7_200;

/** How long the time that is written may last, in seconds. */
const lengthOf = (minute: string | undefined, second: string | undefined): number => {
  if (minute === undefined) return DAY_SECONDS - 1;
  return second === undefined ? 59 : 0;
};

/**
 * When a row was asked: seconds since 1970, or a text (`2026-11-24 09:00:00+01:00`, `24/11/2026`). Without a zone it is by the clock of France, which is one or two hours ahead of UTC, or by
 * UTC: it counts to its end as UTC, so one or two hours late. `undefined`: no day is named.
 */
const askedIn = (value: unknown): ListedStop['asked'] => {
  const text = String(value ?? '').trim();
  const spanOf = (at: number, before: number, after: number) => ({
    from: toInstant(at - before * 1_000),
    until: toInstant(at + after * 1_000),
  });
  if (/^\d{9,10}$/.test(text)) return spanOf(Number(text) * 1_000, 0, 0);
  const [, day, minute, second, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d)(?:\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?/.exec(
      text.replace(/^(\d\d)[/.-](\d\d)[/.-](\d{4})/, '$3-$2-$1'),
    ) ?? [];
  const offset = zone?.replace(/:?(\d\d)$/, ':$1') ?? 'Z';
  const at = Date.parse(`${day}T${minute ?? '00:00'}:${second ?? '00'}${offset}`);
  if (Number.isNaN(at)) return undefined;
  return spanOf(at, zone === undefined ? AHEAD_SECONDS : 0, lengthOf(minute, second));
};

/** In E.164, as it is written or as Spot-Hit writes those of France. `undefined`: no number. */
const phoneIn = (text: string): string | undefined => {
  const found = [text, internationalOf(text)].map(parsePhone).find((each) => 'e164' in each);
  return found?.e164;
};

/** `undefined`: it names no number. */
const stopIn = (row: unknown): ListedStop | undefined => {
  const fields = typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>) : { numero: row };
  const phone = phoneIn(String(firstOf(fields, NUMBERS) ?? ''));
  if (phone === undefined) return undefined;
  const asked = askedIn(firstOf(fields, DAYS));
  return { phone, ...(asked && { asked }) };
};

/** How many rows there are, where an answer says so. */
const COUNTS = ['total', 'count', 'nombre'] as const;

/**
 * The rows of an answer: a list, or an object that holds one beside its errors. `undefined`: it refuses, holds none or several that are not empty, or says that there are
 * other rows than those.
 */
const rowsIn = (text: string): readonly unknown[] | undefined => {
  const said = fieldsOfJson(text);
  if (Array.isArray(said)) return said;
  const { erreurs: _errors, ...others } = said;
  const lists = Object.values(others).filter((value) => Array.isArray(value));
  const [rows = lists[0], ...more] = lists.filter(({ length }) => length > 0);
  if (refusalIn(said) !== undefined || rows === undefined || more.length > 0) return undefined;
  const count = firstOf(others, COUNTS);
  return count === undefined || Number(count) === rows.length ? rows : undefined;
};

/** Reads the list whole, by the key of the account. */
export const spotHitStopsOf = (route: {
  readonly url: string;
  readonly apiKey: () => Promise<string>;
  /** What is sent by the account. */
  readonly channel: Channel;
}): WholeList => ({
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
