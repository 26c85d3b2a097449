import { createHash } from 'node:crypto';
import type { Clock } from '#shared/app/clock.port.ts';
import type { HandOff } from '#shared/app/send/providers.port.ts';
import type { MmsMedia } from '#shared/channels/mms/channel.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { fieldsOfJson } from '../fields-of-json.ts';
import { WITHOUT_KEY } from '../https/hand-over.ts';
import { getOnce, postOnce } from '../https/post-once.ts';
import { answerOf } from '../providers/answer.ts';
import { refusalIn } from './refusals.ts';

/** Reads the picture of an MMS where its author put it; rejects where it cannot be read. */
export type ReadPicture = (media: MmsMedia) => Promise<Uint8Array>;

/** What became of a picture: what Spot-Hit calls it, or why no MMS with it can be taken. */
export type Given = { readonly file: string } | { readonly refused: HandOff };

/** An account of Spot-Hit, and where pictures come from. */
export interface PictureRoute {
  readonly url: string;
  readonly apiKey: () => Promise<string>;
  readonly clock: Clock;
  readonly readPicture: ReadPicture;
}

/** Milliseconds for each of the two exchanges: to read the picture, and to give it. */
const PATIENCE_MS = 8_000;
/** How long what Spot-Hit calls a picture is used: for how long it keeps one is not documented. */
const USED_MS = 60 * 60 * 1000;
/** How long a picture that is not what its author said is not looked at again: each recipient of a campaign names it. */
const REFUSED_MS = 60 * 1000;
/** How long one that could not be read or given is not tried again: a host that hangs would make each read of a message old. */
const WAITING_MS = 30 * 1000;
/** Pictures that a process remembers. */
const MOST_PICTURES = 200;

/** From its own host by its certificate, without a redirect: what answers is what anybody may read. */
export const readPictureOnce: ReadPicture = async ({ url, bytes: mostBytes }) => {
  const { status, bytes } = await getOnce(new URL(url), { timeoutMs: PATIENCE_MS, mostBytes });
  if (status !== 200) throw Object.assign(new Error('no picture'), { code: `STATUS-${status}` });
  return bytes;
};

const refusedFor = (cause: string, retryable = false): Given => ({
  refused: { answer: 'not-taken', retryable, cause },
});

/** Nothing was handed over yet: whatever went wrong, the MMS may be tried again. */
const notGiven = (error: unknown): Given => {
  const answer = answerOf(error);
  return answer.answer === 'not-taken' ? { refused: answer } : refusedFor('unreachable:media', true);
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A form in parts (RFC 7578): the key, and the picture under a name of ours. */
const formOf = (key: string, { sha256, type }: MmsMedia, picture: Uint8Array) => {
  const boundary = `aval-${sha256}`;
  const part = (disposition: string) => `--${boundary}\r\ncontent-disposition: form-data; ${disposition}\r\n`;
  const file = `${sha256.slice(0, 32)}.${type.slice('image/'.length)}`;
  const body = Buffer.concat([
    Buffer.from(`${part('name="key"')}\r\n${key}\r\n`),
    Buffer.from(`${part(`name="fichier"; filename="${file}"`)}content-type: ${type}\r\n\r\n`),
    picture,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, accept: 'application/json' } };
};

const give = async ({ url, apiKey, readPicture }: PictureRoute, media: MmsMedia): Promise<Given> => {
  const key = await apiKey().catch(() => undefined);
  if (key === undefined) return { refused: WITHOUT_KEY };
  try {
    const picture = await readPicture(media);
    if (picture.byteLength !== media.bytes || hashOf(picture) !== media.sha256)
      return refusedFor('rejected:media-refused');
    const { body, headers } = formOf(key, media, picture);
    const { status, text } = await postOnce(new URL('/api/mms/upload', url), body, { headers, timeoutMs: PATIENCE_MS });
    const fields = fieldsOfJson(text);
    if (status === 200 && fields.success === true && typeof fields.file === 'string' && fields.file !== '')
      return { file: fields.file };
    if (status === 429) return refusedFor('throttled', true);
    const { code, retryable = status !== 200 } = refusalIn(fields) ?? { code: String(status) };
    return retryable ? refusedFor(`refused:${code}`, true) : refusedFor('rejected:media-refused');
  } catch (error) {
    return notGiven(error);
  }
};

/** For how long it is used. */
const usedFor = (given: Given): number => {
  if ('file' in given) return USED_MS;
  return given.refused.answer === 'not-taken' && given.refused.retryable ? WAITING_MS : REFUSED_MS;
};

/** A picture that a process knows. */
interface Known {
  /** What came of it last. Absent: it is being given for the first time. */
  settled?: { readonly given: Given; readonly until: number };
  /** It is being given. */
  giving?: Promise<void>;
}

/** The pictures that a process gave to Spot-Hit. Each is given once, however many MMS name it. */
export const picturesOf = (route: PictureRoute) => {
  const pictures = new Map<string, Known>();
  const now = () => millisecondsOf(route.clock.now());

  const knownOf = ({ sha256 }: MmsMedia): Known => {
    const known = pictures.get(sha256) ?? {};
    if (!pictures.has(sha256) && pictures.size >= MOST_PICTURES)
      pictures.delete(pictures.keys().next().value as string);
    pictures.set(sha256, known);
    return known;
  };

  const begin = async (known: Known, media: MmsMedia): Promise<void> => {
    const given = await give(route, media);
    known.settled = { given, until: now() + usedFor(given) };
    delete known.giving;
  };

  return {
    /** Gives it, unless it was given or refused a short time ago. Never throws. */
    prepare: async (media: MmsMedia): Promise<void> => {
      const known = knownOf(media);
      if (known.settled !== undefined && known.settled.until > now()) return;
      known.giving ??= begin(known, media);
      await known.giving;
    },
    /** What came of it last: whoever is claimed waits for nothing (P2). `undefined`: nothing did yet. */
    givenOf: ({ sha256 }: MmsMedia): Given | undefined => pictures.get(sha256)?.settled?.given,
  };
};
