import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import type { Story } from '../story.ts';
import type { Sink } from '../world/sink.ts';
import type { StreamRecord } from '../world/store.ts';
import type { Record } from './record.ts';

/** Notes when a message was claimed, and when it ended without an answer, as the table has it. */
export const noteChange = (sink: Sink, at: number, { dynamodb: { NewImage, OldImage } }: StreamRecord): void => {
  if (NewImage?.entity?.S === 'sends') {
    const before = OldImage?.entries?.M ?? {};
    for (const messageId of Object.keys(NewImage.entries?.M ?? {})) {
      if (before[messageId] !== undefined) continue;
      sink.claims.set(messageId, [...(sink.claims.get(messageId) ?? []), at]);
    }
  }
  const messageId = NewImage?.messageId?.S ?? '';
  if (NewImage?.entity?.S !== 'message' || NewImage.status?.S !== 'unknown-final') return;
  if (!sink.finalWithoutAnswer.has(messageId)) sink.finalWithoutAnswer.set(messageId, at);
};

/** Keeps the minutes for which something waits in the due list. */
export const noteDue = (due: Set<string>, { eventName, dynamodb: { Keys } }: StreamRecord): void => {
  if (!/^DUE#\d/.test(Keys.pk?.S ?? '')) return;
  if (eventName === 'REMOVE') due.delete(Keys.sk?.S ?? '');
  else due.add(Keys.sk?.S ?? '');
};

/** People at each of their addresses: what is taken is of who agreed at the former one. */
const withTaken = ({ people, moves = [] }: Story): Record['people'] => [
  ...people,
  ...moves.flatMap(({ by, to }) =>
    people[by] === undefined ? [] : [{ ...people[by], address: to, isTaken: true as const }],
  ),
];

/** What the judge reads of a run that has come so far. */
export const recordOf = (
  story: Story,
  of: {
    readonly table: MemoryTable;
    readonly sink: Sink;
    readonly acceptedAt: ReadonlyMap<string, number>;
    readonly opposed: Record['oppositions'];
    readonly halts: Record['halts'];
  },
): Record => {
  const stored = new Map<string, { messageId: string | undefined; status: string | undefined }>();
  for (const { entity, reference, messageId, status } of of.table.items())
    if (entity?.S === 'message') stored.set(reference?.S ?? '', { messageId: messageId?.S, status: status?.S });
  return {
    ceiling: story.ceiling,
    peaceFrom: story.peaceFrom,
    people: withTaken(story),
    messages: story.messages.map((message) => ({
      ...message,
      ...stored.get(message.reference),
      acceptedAt: of.acceptedAt.get(message.reference),
    })),
    oppositions: of.opposed,
    stops: story.stops ?? [],
    halts: of.halts,
    sink: of.sink,
  };
};
