import { operationNamed } from '#test/fuzz/document.ts';
import { handlerOf } from '#test/fuzz/gateway.ts';
import { ADVERTISER, NEIGHBOUR, type World } from '#test/fuzz/world.ts';
import { reportOf } from '#test/support/mail-reports.ts';
import { inboundFiles } from '#tools/events/page.ts';
import { theirsIn } from './asked.ts';
import type { Finding } from './judge.ts';
import { LOOK_ALIKES } from './tries.ts';

const records = (...bodies: readonly string[]) => ({
  Records: bodies.map((body, index) => ({
    messageId: `foreign-${index}`,
    body,
    attributes: { ApproximateReceiveCount: '1' },
  })),
});
const notification = (event: object) => JSON.stringify({ Type: 'Notification', Message: JSON.stringify(event) });
const WITH_TIME = { getRemainingTimeInMillis: () => 55_000 };

/** Advertisers in whose partitions something was written. */
const writtenAt = (world: World, since: number): ReadonlySet<string> =>
  new Set(
    world.aws.table.writes
      .slice(since)
      .flatMap(({ pk }) => [ADVERTISER, NEIGHBOUR].filter((each) => pk.split('#').includes(each))),
  );

/** What each queue does with the id of one advertiser under the name of another: nothing, at either. */
export const tryQueues = async (world: World): Promise<readonly Finding[]> => {
  const { messageId = '' } = theirsIn(world);
  const report = (event: object) => notification(event);
  const of = { advertiserId: NEIGHBOUR, messageId, address: 'camille.martin@example.com' };
  const bodies: Readonly<Record<string, readonly string[]>> = {
    'workers/send-message': [JSON.stringify({ advertiserId: NEIGHBOUR, messageId, attempt: 0 })],
    'workers/apply-email-feedback': (
      [
        { event: 'Complaint', feedbackType: 'abuse' },
        { event: 'Bounce', type: 'Permanent', subType: 'General', status: '5.1.1' },
      ] as const
    ).map((fate) =>
      report(
        reportOf(
          of as Parameters<typeof reportOf>[0],
          fate,
          '2026-11-24T10:00:00.000Z' as Parameters<typeof reportOf>[2],
        ),
      ),
    ),
  };
  const found: Finding[] = [];
  for (const [file, each] of Object.entries(bodies)) {
    const { aws } = world;
    const [writes, handed] = [aws.table.writes.length, aws.handedOver.length];
    await (await handlerOf(file))(records(...each), WITH_TIME);
    const at = writtenAt(world, writes);
    if (at.has(ADVERTISER)) found.push({ tried: `${file} as ${NEIGHBOUR}`, says: `writes at ${ADVERTISER}` });
    if (aws.handedOver.length > handed) found.push({ tried: `${file} as ${NEIGHBOUR}`, says: 'sends' });
    aws.table.undoTo(writes);
  }
  return [...found, ...(await tryReply(world)), ...(await tryBus(world)), ...(await tryInbound(world))];
};

/** A reply to the code of one advertiser is registered there alone. */
const tryReply = async (world: World): Promise<readonly Finding[]> => {
  const { aws } = world;
  const writes = aws.table.writes.length;
  const reply = {
    originationNumber: '+33612345678',
    destinationNumber: '36105',
    messageKeyword: 'STOP',
    messageBody: 'STOP',
    inboundMessageId: '8c1a2b3d-0000-4000-8000-000000000001',
    previousPublishedMessageId: null,
  };
  await (await handlerOf('workers/apply-sms-reply'))(records(notification(reply)), WITH_TIME);
  const at = writtenAt(world, writes);
  aws.table.undoTo(writes);
  if (at.has(NEIGHBOUR)) return [{ tried: 'apply-sms-reply', says: `a reply to ${ADVERTISER} writes at ${NEIGHBOUR}` }];
  return at.has(ADVERTISER) ? [] : [{ tried: 'apply-sms-reply', says: 'the reply is lost' }];
};

/** What is published of an item names its own advertiser and no other. */
const tryBus = async (world: World): Promise<readonly Finding[]> => {
  const { aws } = world;
  const outbox = await handlerOf('events/outbox');
  const found: Finding[] = [];
  for (const [index, item] of [...aws.table.items()].entries()) {
    const owner = [ADVERTISER, NEIGHBOUR].find((each) => item.pk?.S?.split('#').includes(each));
    const handed = aws.handedOver.length;
    const change = { Keys: { pk: item.pk, sk: item.sk }, NewImage: item, SequenceNumber: String(index) };
    await outbox({ Records: [{ eventID: `bus-${index}`, eventName: 'INSERT', dynamodb: change }] }, WITH_TIME);
    const others = [ADVERTISER, NEIGHBOUR].filter((each) => each !== owner);
    for (const event of aws.handedOver.slice(handed))
      for (const other of others)
        if (JSON.stringify(event).includes(`"${other}"`) || JSON.stringify(event).includes(`\\"${other}\\"`))
          found.push({ tried: `the bus, of ${item.pk?.S}`, says: `names ${other}` });
  }
  return found;
};

const camelCase = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What an event asks, from the request of its route in the document, under the names that it says. */
const detailOf = (operation: string, advertiserId: string, key: string): object => {
  const [example] = operationNamed(camelCase(operation)).examples as readonly { messages?: readonly object[] }[];
  const [item] = example?.messages ?? [example];
  return { ...item, advertiserId, idempotencyKey: key };
};

/**
 * Every type of event that applications put on the bus: from its own source it is done; from the source of another, from one
 * that nobody admits, and in the name of a look-alike, nothing is written anywhere, and what is said of another's advertiser is what is said of
 * nobody's.
 */
const tryInbound = async (world: World): Promise<readonly Finding[]> => {
  const { aws } = world;
  const found: Finding[] = [];
  const worker = await handlerOf('workers/apply-event');
  const put = async (type: string, source: string, detail: object) => {
    const [writes, handed] = [aws.table.writes.length, aws.handedOver.length];
    const id = '00000000-0000-4000-8000-000000000001';
    await worker(records(JSON.stringify({ version: '0', id, source, 'detail-type': type, detail })), WITH_TIME);
    const wrote = aws.table.writes.slice(writes).map(({ pk }) => pk);
    aws.table.undoTo(writes);
    const said = aws.handedOver.slice(handed).map((event) => {
      const { DetailType, Detail } = event as { DetailType: string; Detail: string };
      return `${DetailType} ${JSON.parse(Detail).code ?? ''}`;
    });
    return { wrote, said: said.join() };
  };
  for (const { inbound } of await inboundFiles()) {
    const ask = (source: string, advertiserId: string) =>
      put(inbound.type, source, detailOf(inbound.operation, advertiserId, 'walls'));
    const own = await ask(ADVERTISER, ADVERTISER);
    if (!own.said.startsWith('event.taken.v1') || own.wrote.length === 0)
      found.push({ tried: inbound.type, says: `is not done from its own source: ${own.said}` });
    const [another, nobodys] = [await ask(NEIGHBOUR, ADVERTISER), await ask(NEIGHBOUR, 'maison-nulle')];
    const tries: [tried: string, outcome: Awaited<ReturnType<typeof put>>][] = [
      [`${inbound.type} of ${ADVERTISER} from ${NEIGHBOUR}`, another],
    ];
    for (const name of LOOK_ALIKES) {
      tries.push([`${inbound.type} from ${JSON.stringify(name)}`, await ask(name, ADVERTISER)]);
      tries.push([`${inbound.type} of ${JSON.stringify(name)}`, await ask(ADVERTISER, name)]);
    }
    for (const [tried, { wrote, said }] of tries) {
      if (wrote.length > 0) found.push({ tried, says: `writes ${wrote.slice(0, 3).join()}` });
      if (!said.startsWith('event.refused.v1')) found.push({ tried, says: `is told ${said}` });
    }
    if (another.said !== nobodys.said)
      found.push({ tried: inbound.type, says: `tells another's (${another.said}) from nobody's (${nobodys.said})` });
  }
  return found;
};
