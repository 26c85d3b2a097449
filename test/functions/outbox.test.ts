import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { type Message, MessageStatus } from '#shared/domain/message/message.ts';
import { reviewIdOf } from '#shared/domain/review/review.ts';
import { freshTable } from '#test/support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, factId, instant, messageId, NOW, sha256 } from '#test/support/builders.ts';
import { type QueueAndBus, startQueueAndBus } from '#test/support/queue-and-bus.ts';
import { eventFiles } from '#tools/events/page.ts';
import { started } from './support/cold-start.ts';

let world: QueueAndBus;
let handler: typeof import('#functions/events/outbox.ts').handler;

beforeAll(async () => {
  world = await startQueueAndBus();
  const { tableName } = await freshTable();
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL: world.url,
    AWS_ENDPOINT_URL_DYNAMODB: inject('dynamoDbUrl'),
    TABLE_NAME: tableName,
    STAGE: 'test',
    SEND_QUEUE_URL: `${world.url}/000000000000/send`,
    EVENT_BUS_NAME: 'aval',
    OUTBOX_PARKED_QUEUE_URL: `${world.url}/000000000000/outbox-parked`,
    JOURNAL_BUCKET: 'journal-of-a-test',
  });
  ({ handler } = await started<typeof import('#functions/events/outbox.ts')>('events/outbox'));
});
beforeEach(() => {
  world.queued.length = 0;
  world.published.length = 0;
  world.objects.clear();
});
afterAll(() => world.close());

const aStoredMessage = (changes: Partial<Message> = {}) => ({
  pk: 'MESSAGE#…',
  sk: 'MESSAGE',
  entity: 'message',
  v: 1,
  advertiserId: ADVERTISER_ID,
  messageId: messageId('one'),
  contactId: CONTACT_ID,
  channel: 'email',
  purpose: 'own-offers',
  offerCategory: 'wine',
  contentSha256: sha256('1'),
  acceptedAt: NOW,
  validUntil: instant('2026-11-27T10:00:00Z'),
  status: 'accepted',
  claimMonth: '2026-11',
  bodySha256: sha256('2'),
  secrets: { ciphertext: 'c', wrappedKey: 'w' },
  expiresAt: 1_900_000_000,
  ...changes,
});

const aStoredEvent = (event: object) => ({
  pk: 'CONTACT#…',
  sk: 'EVENT#000000000007',
  entity: 'event',
  v: 1,
  advertiserId: ADVERTISER_ID,
  contactId: CONTACT_ID,
  event: { v: 1, seq: 7, recordedAt: NOW, actor: { by: 'person' }, ...event },
});

const CAUSE = 'sale-type:free-account';
const REVIEW = { advertiserId: ADVERTISER_ID, reviewId: reviewIdOf(ADVERTISER_ID, CAUSE), cause: CAUSE };
const DECISION = {
  decision: 'allowed',
  appliesTo: { channels: ['email'] },
  until: instant('2027-11-24T00:00:00Z'),
  reason: 'Avis de Jeanne Roy.',
  decider: 'Jeanne Roy, DPO',
  number: 2,
  decidedAt: NOW,
  apiKeyId: 'root',
  requestId: 'request',
  bodySha256: sha256('4'),
};
const aStoredReview = (changes: object = {}) => ({
  pk: 'REVIEWS#…',
  sk: REVIEW.reviewId,
  entity: 'review',
  v: 1,
  ...REVIEW,
  openedAt: NOW,
  ...changes,
});
const aStoredDecision = () => ({
  pk: 'REVIEW#…',
  sk: 'DECISION#000002',
  entity: 'review-decision',
  v: 1,
  ...REVIEW,
  decision: DECISION,
});

const aHaltChange = (kind: 'halt' | 'resume' | 'replayed') => ({
  pk: 'HALTS',
  sk: 'CHANGE#000003',
  entity: 'halt-change',
  v: 1,
  number: 3,
  at: NOW,
  change: { kind, advertiserId: ADVERTISER_ID, by: 'Claire Petit', why: 'Mauvais prix.' },
});

const RUN = {
  advertiserId: ADVERTISER_ID,
  campaignId: 'cmp_a1B2c3D4e5F6g7H8i9J0kL',
  scheduledAt: instant('2026-12-01T08:00:00Z'),
};
const aChunkResult = () => ({
  pk: `CAMPAIGN#${ADVERTISER_ID}#${RUN.campaignId}`,
  sk: `RESULT#${RUN.scheduledAt}#chunk`,
  entity: 'chunk-result',
  v: 1,
  chunkId: 'chunk',
  scheduledAt: RUN.scheduledAt,
  settledAt: NOW,
  turn: 0,
  upTo: 'end',
  packed: new Uint8Array([1, 2, 3]),
  totals: { sent: 48, refused: 2 },
});
const anOccurrence = (changes: object = {}) => ({
  pk: `CAMPAIGN#${ADVERTISER_ID}#${RUN.campaignId}`,
  sk: `OCCURRENCE#${RUN.scheduledAt}`,
  entity: 'occurrence',
  v: 1,
  ...RUN,
  startedAt: NOW,
  state: 'running',
  cut: 50,
  ...changes,
});
const ENDED = { state: 'finished', finishedAt: NOW, totals: { sent: 48, refused: 2 } };

const CONSENT = { channels: ['email'], purpose: 'own-offers', givenAt: NOW, transferredBy: [] };
/** One ledger event of each kind that others hear of. */
const HEARD = [
  { type: 'consent-given', id: factId('c'), consent: CONSENT, observed: false },
  { type: 'consent-withdrawn', consentId: factId('c'), id: factId('w'), occurredAt: NOW },
  { type: 'consent-invalidated', consentId: factId('c'), reason: 'Double saisie.' },
  {
    type: 'record-annulled',
    id: factId('a'),
    recordId: factId('o'),
    cause: 'wrong-import',
    explanation: 'Colonnes décalées.',
    evidence: { sha256: sha256('8') },
    approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Martin' }],
  },
  { type: 'opposition-registered', id: factId('o'), of: { scope: 'global' }, via: 'link', occurredAt: NOW },
  { type: 'contact-erased', id: factId('e'), occurredAt: NOW, kept: [] },
];

let sequence = 0;
const record = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', after?: object, before?: object): DynamoDBRecord => {
  sequence += 1;
  const image = (item: object) => marshall(item, { removeUndefinedValues: true }) as never;
  return {
    eventName,
    dynamodb: {
      SequenceNumber: String(sequence),
      Keys: image({ pk: 'pk', sk: `item-${sequence}` }),
      ...(after && { NewImage: image(after) }),
      ...(before && { OldImage: image(before) }),
    },
  };
};
const run = (...Records: DynamoDBRecord[]) =>
  handler({ Records } satisfies DynamoDBStreamEvent, { getRemainingTimeInMillis: () => 30_000 });

const VERDICT = {
  outcome: 'refuse',
  reasons: [{ code: 'OPPOSED_CHANNEL', factId: factId('opposition') }],
  notes: [],
  at: NOW,
  seq: 4,
  settingsVersion: 1,
  rulebookVersion: '1',
  factsSha256: sha256('3'),
  sendsCounted: 0,
} as const;

describe('an accepted message', () => {
  test('P8: goes to the send queue by its ids alone', async () => {
    expect(await run(record('INSERT', aStoredMessage()))).toEqual({ batchItemFailures: [] });
    expect(world.queued).toEqual([
      {
        body: { advertiserId: ADVERTISER_ID, messageId: messageId('one'), attempt: 0, putBack: 0 },
        delaySeconds: 0,
        group: ADVERTISER_ID,
      },
    ]);
    expect(world.published).toEqual([]);
  });

  test('is enqueued by its insert alone, not by what changes in it later', async () => {
    await run(record('MODIFY', aStoredMessage(), aStoredMessage()));
    expect(world.queued).toEqual([]);
  });
});

describe('what others hear', () => {
  test('a refused message is reported with its codes and the ledger position of its verdict, never an address', async () => {
    const after = aStoredMessage({
      status: 'refused',
      verdict: { ...VERDICT, reasons: [...VERDICT.reasons], notes: [] },
    });
    await run(record('MODIFY', after, aStoredMessage()));
    expect(world.published).toMatchObject([
      {
        type: 'message.refused.v1',
        source: 'aval',
        detail: { messageId: messageId('one'), contactId: CONTACT_ID, seq: 4, codes: ['OPPOSED_CHANNEL'] },
      },
    ]);
    expect(JSON.stringify(world.published)).not.toMatch(/ciphertext|wrappedKey|@/);
    expect(world.queued).toEqual([]);
  });

  test.each(['sent', 'deferred', 'in-review', 'unknown', 'unknown-final', 'parked'] as const)(
    'a message that becomes %s is reported once',
    async (status) => {
      await run(record('MODIFY', aStoredMessage({ status }), aStoredMessage()));
      await run(record('MODIFY', aStoredMessage({ status, settledAt: NOW }), aStoredMessage({ status })));
      expect(world.published.map(({ type }) => type)).toEqual([`message.${status}.v1`]);
    },
  );

  test('a message deferred again to another moment is reported again', async () => {
    const first = aStoredMessage({ status: 'deferred', dueAt: instant('2026-11-25T07:00:00Z') });
    const second = aStoredMessage({ status: 'deferred', dueAt: instant('2026-11-26T07:00:00Z') });
    await run(record('MODIFY', second, first));
    expect(world.published).toMatchObject([{ type: 'message.deferred.v1' }]);
  });

  test('a consent, a withdrawal and an opposition are reported with their place in the ledger', async () => {
    await run(...HEARD.map((event) => record('INSERT', aStoredEvent(event))));
    expect(world.published.map(({ type, detail }) => [type, detail.seq]).sort()).toEqual([
      ['consent.given.v1', 7],
      ['consent.invalidated.v1', 7],
      ['consent.withdrawn.v1', 7],
      ['contact.erased.v1', 7],
      ['opposition.registered.v1', 7],
      ['record.annulled.v1', 7],
    ]);
    expect(JSON.stringify(world.published)).not.toMatch(/Roy|Martin|saisie|Colonnes/);
  });

  test('a refusal that is recorded with a sale is published as the opposition that it is, and other sales are not', async () => {
    const sale = {
      reference: 'CMD-1',
      type: 'order',
      soldAt: NOW,
      lines: [],
      coordinatesFrom: 'data-subject',
    } as const;
    const recorded = (name: string, more: object) =>
      record('INSERT', aStoredEvent({ type: 'sale-recorded', id: factId(name), sale: { ...sale, ...more } }));
    await run(recorded('sale', {}), recorded('refused', { refusal: { words: 'Je refuse.' } }));
    expect(world.published).toMatchObject([
      {
        type: 'opposition.registered.v1',
        detail: { oppositionId: factId('refused'), of: { scope: 'global' }, via: 'refusal-at-collection' },
      },
    ]);
    expect(JSON.stringify(world.published)).not.toMatch(/refuse\./);
  });

  test('a cause that a human must decide is reported once, when it is first met', async () => {
    const openedAt = NOW;
    await run(
      record('INSERT', aStoredReview()),
      record('MODIFY', aStoredReview({ decision: DECISION }), aStoredReview()),
    );
    expect(world.published).toEqual([{ type: 'review.opened.v1', source: 'aval', detail: { ...REVIEW, openedAt } }]);
  });

  test('P8: a decision is published with what it applies to and its period, never with who took it or why', async () => {
    await run(record('INSERT', aStoredDecision()));
    const { decision, appliesTo, until, number, decidedAt } = DECISION;
    const detail = { ...REVIEW, decision, appliesTo, until, number, decidedAt };
    expect(world.published).toEqual([{ type: 'review.decided.v1', source: 'aval', detail }]);
  });

  test('P8: a halt and its end are published with the advertiser, never with who asked or why', async () => {
    const kinds = ['halt', 'resume', 'replayed'] as const;
    await run(...kinds.map((kind) => record('INSERT', aHaltChange(kind))));
    const detail = { advertiserId: ADVERTISER_ID, number: 3, at: NOW };
    expect(world.published).toEqual(
      ['sending.halted.v1', 'sending.resumed.v1', 'sending.resumed.v1'].map((type) => ({
        type,
        source: 'aval',
        detail,
      })),
    );
  });

  test('a chunk is heard of once, by its counts; a run once it is finished, and not before or after', async () => {
    const cut = anOccurrence({ cut: 40 });
    await run(
      record('INSERT', aChunkResult()),
      record('MODIFY', aChunkResult(), aChunkResult()),
      record('INSERT', anOccurrence()),
      record('MODIFY', anOccurrence(), cut),
      record('MODIFY', anOccurrence(ENDED), anOccurrence()),
      record('MODIFY', anOccurrence({ ...ENDED, revision: 9 }), anOccurrence(ENDED)),
    );
    const recipients = { sent: 48, refused: 2 };
    expect(world.published).toEqual([
      {
        type: 'campaign.chunk.settled.v1',
        source: 'aval',
        detail: { ...RUN, chunkId: 'chunk', settledAt: NOW, recipients },
      },
      {
        type: 'campaign.finished.v1',
        source: 'aval',
        detail: { ...RUN, startedAt: NOW, finishedAt: NOW, selected: 50, recipients },
      },
    ]);
  });

  test('every type of event can happen, and each detail has the shape of its type', async () => {
    const states = MessageStatus.options.filter((status) => status !== 'accepted');
    await run(
      ...HEARD.map((event) => record('INSERT', aStoredEvent(event))),
      ...states.map((status) => record('MODIFY', aStoredMessage({ status }), aStoredMessage())),
      record('INSERT', aStoredReview()),
      record('INSERT', aStoredDecision()),
      record('INSERT', aHaltChange('halt')),
      record('INSERT', aHaltChange('resume')),
      record('INSERT', aChunkResult()),
      record('MODIFY', anOccurrence(ENDED), anOccurrence()),
    );
    const published = new Map(world.published.map(({ type, detail }) => [type, detail]));
    const files = (await eventFiles()).filter(({ event }) => event.from !== undefined);
    const advice =
      'Each type of event must happen here: add what causes yours to HEARD in this file, or to the records above.';
    expect([...published.keys()].sort(), advice).toEqual(files.map(({ event }) => event.type).sort());
    for (const { event, Detail } of files)
      expect([event.type, z.safeParse(Detail, published.get(event.type)).error]).toEqual([event.type, undefined]);
  });

  test('other items, other events and deletions are nobody’s business', async () => {
    await run(
      record('INSERT', { pk: 'SIREN#1', sk: 'SIREN', entity: 'siren', v: 1 }),
      record('INSERT', aStoredEvent({ type: 'contact-declared', declared: {} })),
      record('REMOVE', undefined, aStoredMessage({ status: 'sent' })),
    );
    expect(world.published).toEqual([]);
    expect(world.queued).toEqual([]);
  });
});

/** The metrics that CloudWatch makes of what was written, as its format says: name, dimensions, value, and the advertiser. */
const countedBy = async (work: () => Promise<unknown>) => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  await work().finally(() => spy.mockRestore());
  return written.flatMap((line) => {
    const { _aws, ...said } = JSON.parse(line);
    return _aws.CloudWatchMetrics.flatMap(
      ({ Namespace, Dimensions, Metrics }: (typeof _aws.CloudWatchMetrics)[number]) =>
        Dimensions.flatMap((names: string[]) =>
          Metrics.map(({ Name, Unit }: { Name: string; Unit: string }) => {
            const by = names.filter((name) => name !== 'service').map((name) => `${name}=${said[name]}`);
            return [Namespace, Name, ...by, said[Name], Unit, said.advertiserId].join(' ');
          }),
        ),
    );
  });
};

describe('what is counted', () => {
  const became = (changes: Partial<Message>, before: Partial<Message> = {}) =>
    record('MODIFY', aStoredMessage(changes), aStoredMessage(before));
  const refused = (code: string, more: Partial<Message> = {}) =>
    became({ status: 'refused', verdict: { ...VERDICT, reasons: [{ code }], notes: [] }, ...more });
  const OTHER = 'autre-maison' as Message['advertiserId'];

  test('each state that a message reaches, once, by channel where it is sent and by reason where it is refused', async () => {
    const counted = await countedBy(() =>
      run(
        record('INSERT', aStoredMessage()),
        became({ status: 'sent' }),
        became({ status: 'sent' }, { status: 'unknown' }),
        became({ status: 'sent', channel: 'sms', segments: 2 }),
        became({ status: 'sent', advertiserId: OTHER }),
        became({ status: 'sent', settledAt: NOW }, { status: 'sent' }),
        refused('OPPOSED_CHANNEL'),
        refused('OPPOSED_CHANNEL'),
        refused('NO_BASIS'),
        became({ status: 'unknown' }),
        became({ status: 'deferred', dueAt: NOW }),
        became({ status: 'deferred', dueAt: instant('2026-11-25T07:00:00Z') }, { status: 'deferred', dueAt: NOW }),
      ),
    );
    expect(counted.sort()).toEqual(
      [
        `Aval/test accepted 1 Count ${ADVERTISER_ID}`,
        `Aval/test deferred 1 Count ${ADVERTISER_ID}`,
        `Aval/test refused reason=NO_BASIS 1 Count ${ADVERTISER_ID}`,
        `Aval/test refused reason=OPPOSED_CHANNEL 2 Count ${ADVERTISER_ID}`,
        `Aval/test segments channel=sms 2 Count ${ADVERTISER_ID}`,
        `Aval/test sent channel=email 1 Count ${OTHER}`,
        `Aval/test sent channel=email 2 Count ${ADVERTISER_ID}`,
        `Aval/test sent channel=sms 1 Count ${ADVERTISER_ID}`,
        `Aval/test unknown 1 Count ${ADVERTISER_ID}`,
      ].sort(),
    );
  });

  test('an act of opposition once: not its copies to other contacts, nor what is written beside a withdrawal', async () => {
    const opposing = (more: object) =>
      record('INSERT', aStoredEvent({ type: 'opposition-registered', id: factId('o'), occurredAt: NOW, ...more }));
    const of = { scope: 'global' } as const;
    const counted = await countedBy(() =>
      run(
        opposing({ of, via: 'link' }),
        opposing({ of, via: 'link', copiedFrom: CONTACT_ID }),
        opposing({ of, via: 'withdrawal' }),
        record(
          'INSERT',
          aStoredEvent({ type: 'consent-withdrawn', consentId: factId('c'), id: factId('w'), occurredAt: NOW }),
        ),
        record('INSERT', aStoredEvent({ type: 'consent-given', id: factId('c'), consent: CONSENT, observed: false })),
      ),
    );
    expect(counted).toEqual([`Aval/test oppositions 2 Count ${ADVERTISER_ID}`]);
  });

  test('how long the latest has been able to leave, at each time that it is put back', async () => {
    const putBack = (times: number, at: string) => ({
      times,
      reason: 'throttled',
      at: instant(at),
      nextAt: instant(at),
    });
    const first = putBack(1, '2026-11-24T10:05:00Z');
    const dueAt = instant('2026-11-24T10:10:00Z');
    const counted = await countedBy(() =>
      run(
        became({ putBack: first }),
        became({ putBack: putBack(2, '2026-11-24T10:25:00Z') }, { putBack: first }),
        became({ putBack: first, providerMessageId: 'p' }, { putBack: first }),
        became(
          { status: 'deferred', dueAt, putBack: putBack(1, '2026-11-24T10:11:00Z') },
          { status: 'deferred', dueAt },
        ),
        became({ status: 'in-review', dueAt, putBack: first }, { status: 'in-review', dueAt }),
      ),
    );
    expect(counted).toEqual([`Aval/test seconds-late 1500 Seconds ${ADVERTISER_ID}`]);
  });

  test('no test of a template, nothing of a change that failed, and nothing personal', async () => {
    world.fail('queue');
    const counted = await countedBy(() =>
      run(
        became({ status: 'sent', test: true }),
        refused('NO_BASIS', { test: true }),
        became({ status: 'unknown' }),
        record('INSERT', { ...aStoredMessage(), messageId: messageId('away') }),
        became({ status: 'parked' }),
      ),
    );
    expect(counted).toEqual([`Aval/test unknown 1 Count ${ADVERTISER_ID}`]);
    expect(counted.join()).not.toMatch(/@|v1n1/);
  });
});

const REFUSED_SALE = {
  type: 'sale-recorded',
  id: factId('s'),
  sale: {
    reference: 'CMD-1',
    type: 'order',
    soldAt: NOW,
    lines: [],
    coordinatesFrom: 'data-subject',
    refusal: { words: 'Je refuse.' },
  },
};
/** What an entry holds beside its name. */
const entries = () => [...world.objects.values()].map((text) => JSON.parse(text));

describe('the journal', () => {
  test('keeps both events of a position that a restored table gave again within the hour', async () => {
    const [, given] = HEARD;
    const later = instant('2026-11-24T10:00:30Z');
    await run(
      record('INSERT', aStoredEvent({ ...given, seq: 7 })),
      record('INSERT', aStoredEvent({ ...given, seq: 7, recordedAt: later })),
    );
    const kept = entries().map(({ seq, recordedAt }) => [seq, recordedAt]);
    expect(kept.toSorted()).toEqual([NOW, later].map((at) => [7, at]).toSorted());
  });

  test('holds whatever lets fewer messages leave, by its hour, contact and position, and nothing else', async () => {
    const [given, ...others] = HEARD;
    await run(
      ...[given, ...others, REFUSED_SALE].map((event, index) =>
        record('INSERT', aStoredEvent({ ...event, seq: 7 + index })),
      ),
      record('INSERT', aStoredEvent({ type: 'contact-declared', declared: {} })),
      record('INSERT', aStoredMessage()),
    );
    expect([...world.objects.keys()].sort()).toEqual(
      [8, 9, 10, 11, 12, 13].map(
        (seq) =>
          `/journal-of-a-test/journal/${NOW.slice(0, 13)}/${ADVERTISER_ID}/${CONTACT_ID}/${String(seq).padStart(12, '0')}-${NOW.slice(14, -1).replace(/[:.]/g, '')}.json`,
      ),
    );
    const said = entries().map(({ type, id, consentId, of }) => [type, id ?? consentId, of?.scope]);
    expect(said.sort()).toEqual([
      ['annulment', factId('a'), undefined],
      ['erasure', factId('e'), undefined],
      ['invalidation', factId('c'), undefined],
      ['opposition', factId('o'), 'global'],
      ['opposition', factId('s'), 'global'],
      ['withdrawal', factId('w'), undefined],
    ]);
  });

  test('P8: no address, no words of anybody and no name of a file or a human is in it', async () => {
    const evidence = { sha256: sha256('8'), mediaType: 'image/png', reference: 'lettre-de-Camille.png' };
    const [, withdrawn, invalidated, annulled, opposition] = HEARD;
    await run(
      ...[withdrawn, invalidated, annulled, { ...opposition, evidence }, REFUSED_SALE].map((event, index) =>
        record('INSERT', aStoredEvent({ ...event, seq: 7 + index })),
      ),
    );
    expect(world.objects.size).toBe(5);
    expect([...world.objects].join()).not.toMatch(/@|saisie|Roy|Martin|Colonnes|Camille|Je refuse|CMD-1/);
  });

  test('holds an event once, whatever the stream brings twice', async () => {
    const opposed = record('INSERT', aStoredEvent(HEARD[4] ?? {}));
    expect(await run(opposed, opposed)).toEqual({ batchItemFailures: [] });
    expect(await run(opposed)).toEqual({ batchItemFailures: [] });
    expect(world.objects.size).toBe(1);
  });

  test('cannot be written: the event comes again, and nobody learns of what the journal has not', async () => {
    const [before, opposed] = [record('INSERT', aStoredMessage()), record('INSERT', aStoredEvent(HEARD[4] ?? {}))];
    world.fail('object');
    expect(await run(before, opposed)).toEqual({
      batchItemFailures: [{ itemIdentifier: opposed.dynamodb?.SequenceNumber }],
    });
    expect(world.published).toEqual([]);
    expect(await run(opposed)).toEqual({ batchItemFailures: [] });
    expect([world.objects.size, world.published.length]).toEqual([1, 1]);
  });
});

describe('failures', () => {
  test('a queue that cannot be reached: the record is reported and comes again', async () => {
    const accepted = record('INSERT', aStoredMessage());
    world.fail('queue');
    expect(await run(accepted)).toEqual({
      batchItemFailures: [{ itemIdentifier: accepted.dynamodb?.SequenceNumber }],
    });
    expect(await run(accepted)).toEqual({ batchItemFailures: [] });
    expect(world.queued).toHaveLength(1);
  });

  test.each(['bus', 'bus-entry'] as const)(
    'a bus that refuses (%s): the record is reported and comes again',
    async (what) => {
      const sent = record('MODIFY', aStoredMessage({ status: 'sent' }), aStoredMessage());
      world.fail(what);
      expect((await run(sent)).batchItemFailures).toHaveLength(1);
      expect((await run(sent)).batchItemFailures).toHaveLength(0);
      expect(world.published).toHaveLength(1);
    },
  );

  test('the earliest failed record is reported, and the others are done', async () => {
    const [first, second] = [record('INSERT', aStoredMessage()), record('INSERT', aStoredMessage())];
    world.fail('queue', 'queue');
    const answer = await run(first, second, record('INSERT', aStoredMessage()));
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: first.dynamodb?.SequenceNumber }] });
    expect(world.queued).toHaveLength(1);
  });

  test.each([
    ['a state that is none', { ...aStoredMessage(), status: 'lost' }],
    ['a date outside the calendar', aStoredMessage({ acceptedAt: '+010000-01-01T03:59:59.000Z' as never })],
    ['an event of no type', aStoredEvent({ type: 'nothing' })],
    ['no advertiser', { ...aStoredMessage(), advertiserId: undefined }],
  ])('a record that cannot be read (%s) is parked by its key alone, and the others go on', async (_what, item) => {
    const bad = record('INSERT', item);
    const good = [record('INSERT', aStoredMessage()), record('INSERT', aStoredMessage())];
    expect(await run(good[0] as DynamoDBRecord, bad, good[1] as DynamoDBRecord)).toEqual({ batchItemFailures: [] });
    const parked = world.queued.filter(({ reason }) => reason !== undefined);
    const sk = `item-${bad.dynamodb?.SequenceNumber}`;
    expect(parked).toEqual([{ body: { pk: 'pk', sk }, reason: 'not-its-schema', delaySeconds: 0 }]);
    expect(world.queued).toHaveLength(3);
  });

  test('one that cannot be parked either comes again: it is never dropped', async () => {
    const bad = record('INSERT', { ...aStoredMessage(), status: 'lost' });
    world.fail('queue');
    expect((await run(bad)).batchItemFailures).toEqual([{ itemIdentifier: bad.dynamodb?.SequenceNumber }]);
    expect((await run(bad)).batchItemFailures).toEqual([]);
  });
});
