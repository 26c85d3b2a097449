import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { manifest } from '#functions/manifest.ts';
import { VERIFIERS } from '#shared/adapters/https/signature.ts';
import { applyProviderReport } from '#shared/app/feedback/apply-provider-report.ts';
import { reportEndpoint } from '#shared/edge/public/report.ts';
import type { Ports } from '../world/ports.ts';
import { KEYS, type Posted } from './posted.ts';

const ENTRY = { ...manifest['receive-provider-report'], grants: [], env: [] } as const;
const SENDER_SECONDS = manifest['send-message'].timeoutSeconds;
const NO_DOUBT = { open: () => Promise.reject(new Error('nobody here says it in doubtful words')) };
/** Nothing here is stopped by the clock of the machine. */
const WITHOUT_TIMER = {} as Context;

const endpointOf = (ports: Ports, count: (name: string) => void) =>
  reportEndpoint(ENTRY, () => ({
    tokens: ports.tokens,
    now: ports.clock.now,
    external: () => undefined,
    vouch: async (signed) => {
      const received = { ...signed, now: Math.floor(Date.parse(ports.clock.now()) / 1_000) };
      return VERIFIERS.hmac(received, KEYS) ? 'signed' : 'refused';
    },
    run: async (report) => {
      const all = { ...ports, messages: ports.sentMessages, senderSeconds: SENDER_SECONDS, doubtfulReplies: NO_DOUBT };
      count(`report ${await applyProviderReport(all, report)}`);
    },
  }));

/** The function of reports, made once by each process; resolves to the status of its answer. */
export const reportFunction = (count: (name: string) => void) => {
  const made = new WeakMap<Ports, ReturnType<typeof endpointOf>>();
  return async (ports: Ports, { token, body, headers }: Posted): Promise<number> => {
    const endpoint = made.get(ports) ?? endpointOf(ports, count);
    made.set(ports, endpoint);
    const event = { body, headers, isBase64Encoded: false, pathParameters: { token }, requestContext: {} };
    const { statusCode } = await endpoint(event as unknown as APIGatewayProxyEvent, WITHOUT_TIMER);
    return statusCode;
  };
};
