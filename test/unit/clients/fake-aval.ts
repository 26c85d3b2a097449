import { Aval, type ClientOptions } from '#clients/typescript/src/index.ts';

/** A request as the client sent it. */
interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What one try meets: an answer, or an error of the network. */
export type Answer =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> }
  | Error;

const NOW = Date.parse('2026-11-24T10:00:00Z');

export const problem = (status: number, code: string, more: object = {}) => ({
  type: `https://aval.dev/problems/${code}`,
  title: 'It was not done',
  status,
  code,
  remedy: { sentence: 'Do something else.' },
  correlationId: 'id-of-the-call',
  ...more,
});

/** An answer with a problem, and the seconds to wait where it says so. */
export const refusal = (status: number, code: string, retryAfter?: string, more: object = {}): Answer => ({
  status,
  body: problem(status, code, more),
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
});

const responseOf = ({ status, body, headers = {} }: Exclude<Answer, Error>): Response =>
  new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

/** A client whose tries meet these answers in turn, the last one again and again; its clock moves only while it waits. */
export const against = (answers: readonly Answer[], options: Partial<ClientOptions> = {}) => {
  const sent: Sent[] = [];
  const waits: number[] = [];
  let now = NOW;
  let keys = 0;
  const answer = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', headers, body } = init;
    sent.push({
      url: String(input),
      method,
      headers: new Headers(headers),
      body: typeof body === 'string' ? JSON.parse(body) : undefined,
    });
    const next = answers[Math.min(sent.length, answers.length) - 1];
    if (next === undefined || next instanceof Error) throw next ?? new Error('no answer is planned');
    return responseOf(next);
  };
  const ports = {
    fetch: answer,
    now: () => now,
    random: () => 0,
    newKey: () => `key-${++keys}`,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    ...options.ports,
  };
  const aval = new Aval({ baseUrl: 'https://aval.example/live/', key: 'aval_id_secret', ...options, ports });
  return { aval, sent, waits };
};
