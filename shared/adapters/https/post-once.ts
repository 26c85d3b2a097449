import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { NEVER_CONNECTED } from '../providers/answer.ts';

/** What the other side answered. */
export interface Answer {
  readonly status: number;
  /** As much of it as is read. */
  readonly text: string;
}

const MOST_BYTES = 64 * 1024;

/**
 * The exchange failed. Before anything was connected nothing left, whatever went wrong; after it nobody knows, and no code of Node.js that is also
 * one of a connection never made may say otherwise.
 */
const failed = (cause: unknown, wasConnected: boolean): Error => {
  const { code, name } = (cause ?? {}) as { readonly code?: string; readonly name?: string };
  const isTimeOut = name === 'TimeoutError' || code === 'ABORT_ERR';
  const never = NEVER_CONNECTED.has(code) ? code : 'EHOSTUNREACH';
  if (!wasConnected) return Object.assign(new Error('never connected', { cause }), { code: never });
  const after = NEVER_CONNECTED.has(code) ? `AFTER-${code}` : code;
  return Object.assign(new Error('the exchange failed', { cause }), { code: isTimeOut ? 'TIMEOUT' : after });
};

interface Asked {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly mostBytes: number;
  readonly body?: string | Uint8Array;
}

/**
 * One exchange, on a connection of its own: one that was kept might be closed by the other side just as it is used, and nobody
 * would know whether the message was taken. No redirect is followed, and nothing is read after `mostBytes`. All of it ends within `timeoutMs`.
 * Rejects with an error whose `code` `answerOf` sorts.
 */
const exchange = (
  url: URL,
  { method, headers, timeoutMs, mostBytes, body }: Asked,
): Promise<{ readonly status: number; readonly bytes: Buffer }> =>
  new Promise((resolve, reject) => {
    let wasConnected = false;
    const isPlain = url.protocol === 'http:';
    const ended = (error: unknown) => reject(failed(error, wasConnected));
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = (isPlain ? requestHttp : requestHttps)(url, {
      method,
      agent: false,
      headers: { ...headers, ...length },
      signal: AbortSignal.timeout(timeoutMs),
    });
    asked.once('socket', (socket) =>
      socket.once(isPlain ? 'connect' : 'secureConnect', () => {
        wasConnected = true;
      }),
    );
    asked.once('error', ended);
    asked.once('response', (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      const answered = () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(parts) });
      response.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= mostBytes) return void parts.push(part);
        answered();
        response.destroy();
      });
      response.once('error', ended);
      response.once('end', answered);
    });
    asked.end(body);
  });

/** Posts a body once. `mostBytes`: how much of the answer is read; 64 KiB unless said. */
export const postOnce = async (
  url: URL,
  body: string | Uint8Array,
  { mostBytes = MOST_BYTES, ...terms }: Pick<Asked, 'headers' | 'timeoutMs'> & Partial<Pick<Asked, 'mostBytes'>>,
): Promise<Answer> => {
  const { status, bytes } = await exchange(url, { ...terms, mostBytes, method: 'POST', body });
  return { status, text: bytes.toString('utf8') };
};

/** What is at a URL, of which at most `mostBytes` are read: what is larger is not whole. */
export const getOnce = (
  url: URL,
  terms: Pick<Asked, 'timeoutMs' | 'mostBytes'>,
): Promise<{ readonly status: number; readonly bytes: Uint8Array }> =>
  exchange(url, { ...terms, method: 'GET', headers: {} });
