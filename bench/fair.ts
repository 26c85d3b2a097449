/**
 * What one message of a quiet advertiser waits for beside the load of others: in virtual time with AWS's figures, and through the
 * local stack, where all processes share the cores of one machine.
 */

import { atMost } from '../shared/domain/at-most.ts';
import { loadsOf, ratiosOf, type Waits, waitsBeside } from '../test/support/load/fairness.ts';
import { clientOf } from '../tools/api-client.ts';
import { type Aval, startAval } from '../tools/start/aval.ts';

const BACKLOG = 100_000;
const SEEDS = [46, 47, 48];

/** One row of a table: what was measured, and its figures. */
type Row = readonly (string | number)[];

/** For each load the worst of three seeds; sixty messages each, while the backlog arrives and is worked off. */
export const benchFairness = async (): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const [name, loads] of Object.entries(loadsOf(BACKLOG))) {
    const runs: ({ readonly waits: Waits } & ReturnType<typeof ratiosOf>)[] = [];
    for (const seed of SEEDS) {
      const waits = await waitsBeside(loads, { seed, count: 60, from: 2000, until: 90_000 });
      runs.push({ waits, ...ratiosOf(waits) });
    }
    const most = (of: (run: (typeof runs)[number]) => number) => Math.max(...runs.map(of));
    const whole = (value: number) => Math.round(value);
    rows.push([
      name,
      whole(most(({ waits }) => waits.cold)),
      whole(most(({ waits }) => Math.max(...waits.beside))),
      most(({ worst }) => worst).toFixed(2),
      most(({ mean }) => mean).toFixed(2),
    ]);
  }
  return rows;
};

const AT = '2026-11-24T10:00:00.000Z';
const NOISY = 'noisy';
const QUIET = 'quiet';
const LARGE = 40;
/** As large as a content may be, and of the elements that take longest to read. */
const largest = (index: number) =>
  `<!doctype html><html lang="fr"><head><title>${index}</title></head><body>${'<b>a</b>'.repeat(32_000)}</body></html>`;
const SMALL = '<!doctype html><html lang="fr"><head><title>N</title></head><body><p>Bonjour</p></body></html>';

const settingsOf = (name: string, siren: string) => ({
  siren,
  legalName: `${name} SAS`,
  tradeNames: [name],
  contact: { email: `contact@${name}.example` },
  privacyNoticeUrl: `https://${name}.example/donnees`,
  senders: { email: [{ address: `lettre@${name}.example`, name }] },
});
const formOf = (name: string) => ({
  mode: 'web',
  wording: `J’accepte de recevoir par e-mail les offres de ${name}. Je peux m’y opposer à tout moment.`,
  channels: [{ channel: 'email', words: 'par e-mail' }],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '1', url: `https://${name}.example/donnees` },
  refusal: { words: 'Je ne veux rien recevoir.' },
  shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
  approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00Z' },
});

type Client = ReturnType<typeof clientOf>;

const settle = async (client: Client, name: string, siren: string, contacts: readonly string[]) => {
  await client.call('PUT', `/v1/advertisers/${name}`, settingsOf(name, siren));
  await client.call('PUT', `/v1/advertisers/${name}/forms/lettre/versions/1`, formOf(name));
  await atMost(8, contacts, (email) =>
    client.call(
      'POST',
      '/v1/consents',
      {
        advertiserId: name,
        contact: { email },
        channels: ['email'],
        form: { formId: 'lettre', version: '1' },
        givenAt: '2026-01-05T10:00:00Z',
      },
      `consent-${email}`,
    ),
  );
};

const putTemplate = (client: Client, advertiser: string, templateId: string, html: string) =>
  client.call('PUT', `/v1/advertisers/${advertiser}/templates/${templateId}/versions/1`, {
    class: 'prospecting',
    category: 'wine',
    content: { email: { subject: 'Nos vins', html } },
  });

const post = (client: Client, advertiserId: string, emails: readonly string[], templateOf: (index: number) => string) =>
  client.call(
    'POST',
    '/v1/messages',
    {
      advertiserId,
      messages: emails.map((email, index) => ({
        contact: { email },
        channel: 'email',
        offerCategory: 'wine',
        template: { templateId: templateOf(index), version: '1' },
      })),
    },
    `${advertiserId}-${emails[0]}-${performance.now()}`,
  );

const arrived = (stack: Aval, to: string) => stack.inbox().filter((mail) => JSON.stringify(mail).includes(to)).length;

/** Milliseconds from the call that accepts a small message to its mail in the inbox. */
const waitOf = async (stack: Aval, client: Client, to: string): Promise<number> => {
  const began = performance.now();
  await post(client, QUIET, [to], () => 'small');
  while (arrived(stack, to) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - began;
};

/** Forty of the largest messages at once, each of a content of its own, and a small one of another right after them. */
export const benchFortyLargest = async (): Promise<readonly Row[]> => {
  const stack = await startAval({ at: AT });
  try {
    const client = clientOf(stack.applicationUrl, stack.rootKey);
    const many = Array.from({ length: LARGE }, (_, index) => `gros${index}@noisy.example`);
    const few = Array.from({ length: 12 }, (_, index) => `petit${index}x@quiet.example`);
    await settle(client, NOISY, '552100554', many);
    await settle(client, QUIET, '732829320', few);
    for (let index = 0; index < LARGE; index += 1) await putTemplate(client, NOISY, `large${index}`, largest(index));
    await putTemplate(client, QUIET, 'small', SMALL);
    const alone: number[] = [];
    for (const to of few.slice(0, 6)) {
      alone.push(await waitOf(stack, client, to));
      await stack.idle({ timeoutMs: 60_000 });
    }
    await post(client, NOISY, many, (index) => `large${index}`);
    const beside: number[] = [];
    const before: number[] = [];
    for (const to of few.slice(6)) {
      beside.push(await waitOf(stack, client, to));
      before.push(arrived(stack, '@noisy.example'));
    }
    await stack.idle({ timeoutMs: 300_000 });
    const [cold = 0, ...warm] = alone;
    const median = (waits: readonly number[]) => waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] ?? 0;
    return [
      ['alone, the first', Math.round(cold), ''],
      ['alone, median of the next five', Math.round(median(warm)), ''],
      ...beside.map((wait, index) => [`beside the forty, number ${index + 1}`, Math.round(wait), before[index] ?? 0]),
    ];
  } finally {
    await stack.stop();
  }
};
