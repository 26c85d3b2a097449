import { vi } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { claimsOf } from '#shared/adapters/dynamodb/messages/claims.ts';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { applyProviderReport, type ProviderReportPorts } from '#shared/app/feedback/apply-provider-report.ts';
import { reportEndpoint } from '#shared/edge/public/report.ts';
import { serving } from '../http/serving.ts';
import { type SendWorld, sendVault } from '../send-world.ts';

type Wiring = ReturnType<Parameters<typeof reportEndpoint>[1]>;

const ENTRY = { ...manifest['receive-provider-report'], grants: [], env: [] } as const;

/** What applies a report, on a send world. */
export const reportPorts = (world: SendWorld): ProviderReportPorts => ({
  clock: world.clock,
  pause: async () => undefined,
  ledger: world.ledger,
  advertisers: world.ports.advertisers,
  doubtfulReplies: doubtfulRepliesOf({ ...world.table, vault: sendVault(), clock: world.clock }),
  messages: world.ports.messages,
  sameAddress: { othersOf: async () => [] },
  claims: claimsOf(world.table),
  senderSeconds: 60,
});

/** The function of reports over a world of the send path, behind a server. The stage must be stubbed: `STAGE`, `local`. */
export const reportServer = (world: SendWorld, { external, vouch }: Pick<Wiring, 'external' | 'vouch'>) => {
  vi.stubEnv('STAGE', 'local');
  const serve = reportEndpoint(ENTRY, () => ({
    tokens: () => world.ports.tokens(),
    now: world.clock.now,
    external,
    vouch,
    run: async (report) => {
      await applyProviderReport(reportPorts(world), report);
    },
  }));
  return serving(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const token = request.url?.split('/').at(-1);
    const body = Buffer.concat(chunks).toString('utf8');
    const event = { body, headers: request.headers, pathParameters: { token }, requestContext: {} };
    const { statusCode } = await serve(event as never, { getRemainingTimeInMillis: () => 20_000 } as never);
    response.writeHead(statusCode).end();
  });
};
