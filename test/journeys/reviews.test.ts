import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shareOfCount } from '#test/support/shares/share.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { stepsUntil } from './minutes.ts';
import { type ApiCaller, callerOf, setUp } from './send-path-api.ts';

const NOON = '2026-11-24T10:00:00Z';
const ADVERTISER = 'maison-valmy';
/** More than one request, one answer and one batch of a worker hold. */
const WAITING = shareOfCount(200, 110);
const readers = Array.from({ length: WAITING }, (_, index) => `compte-${index}@example.fr`);

let stack: Aval;
let api: ApiCaller;

beforeAll(async () => {
  stack = await startAval({ at: NOON });
  api = callerOf(stack);
  await setUp(api);
  await api.put(`/v1/advertisers/${ADVERTISER}/forms/compte/versions/1`, {
    mode: 'web',
    wording: 'Je crée mon compte gratuit. Je peux refuser les offres par e-mail.',
    channels: [{ channel: 'email', words: 'les offres par e-mail' }],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2024-01', url: 'https://maison-valmy.example/confidentialite' },
    refusal: { words: 'Je refuse les offres par e-mail.' },
    shown: { sha256: '6'.repeat(64), mediaType: 'image/png' },
    approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00Z' },
  });
});
afterAll(() => stack?.stop());

const openAccounts = (emails: readonly string[], from: number) => {
  const sales = emails.map((email, index) => ({
    contact: { email },
    reference: `COMPTE-${from + index}`,
    type: 'free-account',
    soldAt: '2026-05-20T09:00:00Z',
    lines: [{ category: 'wine' }],
    form: { formId: 'compte', version: '1' },
  }));
  return api.post('/v1/sales/batch', { advertiserId: ADVERTISER, sales });
};

const send = (emails: readonly string[]) => {
  const content = { email: { subject: 'Nos vins d’hiver', text: 'Bonjour' } };
  const messages = emails.map((email) => ({ contact: { email }, channel: 'email', offerCategory: 'wine', content }));
  return api.post('/v1/messages', { advertiserId: ADVERTISER, messages });
};

/** How many messages of the advertiser are in which state, page by page. */
const states = async (): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  let cursor: unknown;
  do {
    const after = cursor === undefined ? '' : `&cursor=${cursor}`;
    const page = await api.get(`/v1/messages?advertiserId=${ADVERTISER}&limit=100${after}`);
    for (const { status } of page.messages as readonly { status: string }[]) counts[status] = (counts[status] ?? 0) + 1;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return counts;
};

const reviews = async () =>
  (await api.get(`/v1/reviews?advertiserId=${ADVERTISER}`)).reviews as readonly {
    id: string;
    cause: string;
    status: string;
  }[];

const told = () => stack.events().filter(({ type }) => type.startsWith('review.'));

describe(`${WAITING} messages wait on one cause`, () => {
  test('all are in review, and there is one review', async () => {
    for (const start of [0, 100]) {
      const batch = readers.slice(start, start + 100);
      await openAccounts(batch, start);
      await send(batch);
    }
    await stack.idle();
    expect(await states()).toEqual({ 'in-review': WAITING });
    expect(await reviews()).toMatchObject([{ cause: 'sale-type:free-account', status: 'open' }]);
    expect(stack.inbox()).toHaveLength(0);
    expect(told()).toMatchObject([{ type: 'review.opened.v1', detail: { cause: 'sale-type:free-account' } }]);
  });

  test('one decision releases them all, and each is sent once', async () => {
    const [review] = await reviews();
    await api.post(`/v1/reviews/${review?.id}/decision?advertiserId=${ADVERTISER}`, {
      decision: 'allowed',
      reason: 'Compte gratuit dans une offre payante : CJUE, C-654/23.',
      decider: 'Jeanne Roy, DPO',
    });
    await stepsUntil(stack, () => stack.inbox().length >= WAITING);
    expect(await states()).toEqual({ sent: WAITING });
    expect(stack.inbox()).toHaveLength(WAITING);
    expect(await reviews()).toMatchObject([{ status: 'decided' }]);
    expect(told().slice(1)).toMatchObject([{ type: 'review.decided.v1', detail: { decision: 'allowed', number: 1 } }]);
  });

  test('a message of the same cause no longer waits', async () => {
    await openAccounts(['compte-tard@example.fr'], WAITING);
    await send(['compte-tard@example.fr']);
    await stack.idle();
    expect(await states()).toEqual({ sent: WAITING + 1 });
  });
});
