import { BRAKE_BUGS } from './brake-bugs.ts';
import type { Bug } from './bug.ts';
import { CHUNK_BUGS } from './chunk-bugs.ts';
import { CUTTING_BUGS } from './cutting-bugs.ts';
import { DOUBT_BUGS } from './doubt-bugs.ts';
import { LOOK_BUGS } from './look-bugs.ts';
import { RECURRING_BUGS } from './recurring-bugs.ts';
import { ROUTED_BUGS } from './routed-bugs.ts';
import { TENANT_BUGS } from './tenant-bugs.ts';

const SEND = 'shared/app/send/send-message.ts';
const ONCE = 'shared/app/send/send-once.ts';
const CLAIMS = 'shared/adapters/dynamodb/messages/claims.ts';
const VET_READS = 'shared/adapters/dynamodb/ledger/vet-reads.ts';
const DUE = 'shared/adapters/dynamodb/messages/due-list.ts';
const ANSWERS = 'shared/adapters/providers/answer.ts';

const MESSAGE_BUGS: readonly Bug[] = [
  {
    name: 'claim after hand-off',
    edits: [
      {
        file: ONCE,
        find: '  const claim = await steps.claim(decrypted, input, entry);\n',
        put: `  const early = await handOver(steps, { decrypted, vetted, rendered, entry }, attempting.timeLeftMs());
  const claim = await steps.claim(decrypted, input, entry);
  if (claim.outcome === 'claimed') return early;
`,
      },
    ],
  },
  {
    name: 'claim not conditional on the bucket it read',
    edits: [{ file: CLAIMS, find: "[bucketUnchanged, notYetClaimed].join(' AND ')", put: 'notYetClaimed' }],
  },
  {
    name: 'claim not conditional on the bucket of the next month',
    edits: [
      {
        file: 'shared/app/send/steps-of.ts',
        find: '.filter((each) => each !== month)',
        put: '.filter((each) => each < month)',
      },
    ],
  },
  {
    name: 'own claim token ignored on a retry',
    edits: [
      {
        file: CLAIMS,
        find: "held.claimToken === entry.claimToken ? { outcome: 'claimed' } : { outcome: 'claimed-before', entry: held }",
        put: "{ outcome: 'claimed-before', entry: held }",
      },
    ],
  },
  {
    name: 'own claim not removed after "not taken"',
    edits: [
      {
        file: ONCE,
        find: "  await steps.release(decrypted, entry);\n  return { end: 'not-taken'",
        put: "  return { end: 'not-taken'",
      },
    ],
  },
  {
    name: 'claim removed after "unknown"',
    edits: [
      {
        file: ONCE,
        find: "if (handOff.answer !== 'not-taken') return",
        put: "if (handOff.answer === 'taken') return",
      },
      {
        file: ONCE,
        find: "return { end: 'not-taken', handOff, vetted };",
        put: "return { end: 'not-taken', handOff: { ...handOff, answer: 'not-taken', retryable: true }, vetted };",
      },
    ],
  },
  {
    name: 'claim month recomputed at midnight',
    edits: [
      {
        file: 'shared/app/send/steps-of.ts',
        find: 'return found && { access, reference, ...found };',
        put: `const claimMonth = ports.clock.now().slice(0, 7);
      return found && { access, reference, ...found, message: { ...found.message, claimMonth } };`,
      },
    ],
  },
  {
    name: "opposition read from a minute's cache",
    edits: [
      {
        file: VET_READS,
        find: '    const live = found.filter((item) => !isExpired(item, deps.clock));',
        put: `    const live = found.filter((item) => !isExpired(item, deps.clock)).map((item) => {
      if (item.sk !== 'STANDING') return item;
      const now = Date.parse(deps.clock.now());
      const kept = KEPT.get(deps) ?? new Map();
      KEPT.set(deps, kept);
      const last = kept.get(contactId);
      if (last !== undefined && now - last.now < 60_000) return last.item;
      kept.set(contactId, { now, item });
      return item;
    });`,
      },
      {
        file: VET_READS,
        find: 'const LONGEST_WINDOW_DAYS = 30;',
        put: 'const LONGEST_WINDOW_DAYS = 30;\nconst KEPT = new WeakMap<object, Map<string, { now: number; item: Item }>>();',
      },
    ],
  },
  {
    name: 'eventually consistent vet read',
    edits: [
      {
        file: VET_READS,
        find: 'const range = between(vetRange(access, contactId, firstMonth(at)));',
        put: 'const range = { ...between(vetRange(access, contactId, firstMonth(at))), ConsistentRead: false };',
      },
    ],
  },
  {
    name: 'released before it is removed from the due list, without dedupe',
    edits: [
      {
        file: SEND,
        find: 'if (ENDS.includes(status)) return',
        put: 'if (ENDS.includes(status) && job.putBack !== undefined) return',
      },
      {
        file: SEND,
        find: 'taken(steps, decrypted), timeLeftMs: job.timeLeftMs }',
        put: 'taken(steps, decrypted), timeLeftMs: job.timeLeftMs, job }',
      },
      { file: ONCE, find: '  if (before) return', put: '  if (before && attempting.job.putBack !== undefined) return' },
      { file: CLAIMS, find: "[bucketUnchanged, notYetClaimed].join(' AND ')", put: 'bucketUnchanged' },
    ],
  },
  {
    name: 'removed from the due list before it is released',
    edits: [
      {
        file: DUE,
        find: '    await run.release(due.map(({ advertiserId, messageId }) => ({ advertiserId, messageId })));\n    await removeItems(run.table, due, unreachable);\n',
        put: '    await removeItems(run.table, due, unreachable);\n    await run.release(due.map(({ advertiserId, messageId }) => ({ advertiserId, messageId })));\n',
      },
    ],
  },
  {
    name: 'removed from the due list with what was put back meanwhile',
    edits: [
      {
        file: DUE,
        find: 'minuteFor(dueAt, now), shard, reference, now)',
        put: 'minuteFor(dueAt, now), shard, reference, dueAt)',
      },
    ],
  },
  {
    name: 'put-back while the old delivery can return',
    edits: [
      {
        file: 'shared/app/send/put-back.ts',
        find: '    return await steps.notePutBack(job, putBack);',
        put: '    await steps.notePutBack(job, putBack);\n    return true;',
      },
    ],
  },
  {
    name: 'own note of a put-back ignored on a retry',
    edits: [
      {
        file: 'shared/adapters/dynamodb/messages/messages.ts',
        find: "import { holdsOnce, storeIfAbsent } from '../conditional.ts';",
        put: "import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';\nimport { holds, storeIfAbsent } from '../conditional.ts';",
      },
      {
        file: 'shared/adapters/dynamodb/messages/messages.ts',
        find: 'holdsOnce(deps, noteOf(deps.tableName, access, messageId, putBack), messagesAway),',
        put: 'holds(deps.client.send(new UpdateItemCommand(noteOf(deps.tableName, access, messageId, putBack).Update)), messagesAway),',
      },
    ],
  },
  {
    name: 'retry on time-out',
    edits: [
      {
        file: ANSWERS,
        find: "    : { answer: 'unknown', cause: code || name };",
        put: "    : { answer: 'not-taken', retryable: true, cause: code || name };",
      },
    ],
  },
  {
    name: '5xx taken for "not taken"',
    edits: [
      {
        file: ANSWERS,
        find: "status !== undefined) return { answer: 'unknown',",
        put: "status !== undefined) return { answer: 'not-taken', retryable: true,",
      },
    ],
  },
  {
    name: 'validity checked at acceptance only',
    edits: [
      {
        file: 'shared/app/send/apply-verdict.ts',
        find: 'verdict.at > message.validUntil;',
        put: 'verdict.at < message.acceptedAt;',
      },
    ],
  },
  {
    name: '`unknown-final` by a skewed clock',
    edits: [
      {
        file: 'shared/app/send/settle-message.ts',
        find: '  if (now < finalAt) {',
        put: '  if (now < finalAt && now < message.acceptedAt) {',
      },
    ],
  },
  {
    name: 'cap that forgets unknowns',
    edits: [
      {
        file: 'shared/law/facts/sends.ts',
        find: 'entries.map((e) => e.claimedAt)',
        put: "entries.filter((e) => e.result !== 'unknown').map((e) => e.claimedAt)",
      },
    ],
  },
  {
    name: 'claim that rests on a read of long ago',
    edits: [
      { file: ONCE, find: '  if (isStale(ports, input)) {', put: '  if (ROUNDS === 0) {' },
      {
        file: VET_READS,
        find: '      readAt,',
        put: '      readAt: deps.clock.now(),',
      },
    ],
  },
  {
    name: "halts read from a minute's cache",
    edits: [
      {
        file: 'shared/adapters/dynamodb/halts.ts',
        find: '  reasonFor: async ({ advertiserId }) => haltOf(await readHalts(table), advertiserId, adopted),',
        put: `  reasonFor: async ({ advertiserId }) => {
    const last = KEPT.get(table);
    const read = last !== undefined && last.times < 5 ? last.read : await readHalts(table);
    KEPT.set(table, { read, times: last !== undefined && last.times < 5 ? last.times + 1 : 0 });
    return haltOf(read, advertiserId, adopted);
  },`,
      },
      {
        file: 'shared/adapters/dynamodb/halts.ts',
        find: 'const readHalts = ',
        put: 'const KEPT = new WeakMap<object, { read: typeof NO_HALTS; times: number }>();\nconst readHalts = ',
      },
    ],
  },
];

/** All bugs that are planted. */
export const BUGS: readonly Bug[] = [
  ...MESSAGE_BUGS,
  ...ROUTED_BUGS,
  ...CUTTING_BUGS,
  ...RECURRING_BUGS,
  ...TENANT_BUGS,
  ...BRAKE_BUGS,
  ...CHUNK_BUGS,
  ...LOOK_BUGS,
  ...DOUBT_BUGS,
];
