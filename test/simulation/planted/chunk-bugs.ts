import type { Bug } from './bug.ts';

const FINISH = 'shared/app/campaigns/dispatching/finish-run.ts';
const SHARE = 'shared/app/campaigns/dispatching/share-minute.ts';
const LOOK = 'shared/app/campaigns/dispatching/look-at-run.ts';
const RECIPIENT = 'shared/app/campaigns/sending/recipient-outcome.ts';
const UPDATES = 'shared/adapters/dynamodb/campaigns/runs/run-updates.ts';
const CHUNKS = 'shared/adapters/dynamodb/campaigns/runs/chunks.ts';
const kind = 'campaigns-20';

/** Whether a run closes. */
const CLOSING = 'now > addSeconds(nobodyAfter(campaign, occurrence), WORKERS_KNOW_SECONDS)';

/** Bugs of what reads the audience, sends and settles. */
export const CHUNK_BUGS: readonly Bug[] = [
  {
    name: 'an audience cursor that skips at the end of a shard',
    kind,
    edits: [
      {
        file: 'shared/adapters/dynamodb/audience/audience-pages.ts',
        find: '  return { contacts, next: contacts.at(-1)?.contactId };',
        put: '  return { contacts, ...(position && { next: contacts.at(-1)?.contactId }) };',
      },
    ],
  },
  {
    name: 'waves by the clock of one zone',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dispatching/recipient-of.ts',
        find: 'runAt(waves, zone).at',
        put: 'runAt(waves, UNKNOWN_ZONE).at',
      },
    ],
  },
  {
    name: 'the end of a campaign checked when it starts only',
    kind,
    edits: [
      {
        file: 'shared/domain/campaign/recipient-message.ts',
        find: '  validUntil: occurrence.validUntil,',
        put: "  validUntil: '2999-01-01T00:00:00.000Z',",
      },
      {
        file: LOOK,
        find: CLOSING,
        put: `campaign.control === 'cancelled' && ${CLOSING}`,
      },
      {
        file: LOOK,
        find: ' && now <= occurrence.validUntil',
        put: '',
      },
    ],
  },
  {
    name: 'the end of a run by the clock of the dispatcher alone',
    kind: 'campaigns-20',
    edits: [
      {
        file: LOOK,
        find: CLOSING,
        put: `(campaign.control === 'cancelled' ? ${CLOSING} : now > occurrence.validUntil)`,
      },
    ],
  },
  {
    name: 'whoever waits for their wave takes places of the minute',
    kind: 'campaigns-20',
    edits: [{ file: LOOK, find: 'occurrence.waves !== undefined && !isClosing;', put: 'false;' }],
  },
  {
    name: 'a share for whoever waits for their hour',
    kind: 'campaigns-20',
    edits: [
      {
        file: SHARE,
        find: '  const due = runsOfRoute.filter(({ found }) => countDue(found) > 0);',
        put: '  const due = runsOfRoute;',
      },
      { file: SHARE, find: 'Math.min(countDue(each.found), limitOf(each))', put: 'limitOf(each)' },
    ],
  },
  {
    name: 'a second worker whose outcome takes the place of the first',
    kind,
    edits: [
      {
        file: CHUNKS,
        find: '  const there = await storeIfAbsent(deps, item, unreachable);\n  const result = there',
        put: '  await orUnreachable(deps.client.send(new PutItemCommand({ TableName: deps.tableName, Item: toImage(item) })), unreachable);\n  const there = undefined;\n  const result = there',
      },
      {
        file: CHUNKS,
        find: 'import type { Runs, TakenChunk }',
        put: "import { PutItemCommand } from '@aws-sdk/client-dynamodb';\nimport type { Runs, TakenChunk }",
      },
      {
        file: CHUNKS,
        find: 'import { getItem, queryPages }',
        put: 'import { getItem, orUnreachable, queryPages, toImage }',
      },
    ],
  },
  {
    name: 'a second worker that does not say whom it wrote to',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/sending/send-chunk.ts',
        find: 'if (!(await sender.runs.settle(access, job, result))) await noteSent(sender, taken, outcomes);',
        put: 'await sender.runs.settle(access, job, result);',
      },
    ],
  },
  {
    name: 'chunk taken away before those who wait are stored',
    kind,
    edits: [
      {
        file: CHUNKS,
        find: '  for (const page of pagesOf(result)) {',
        put: '  await remove(deps, chunkKey(access, run, given.chunkId));\n  for (const page of pagesOf(result)) {',
      },
      // Whoever is left has no final state, which the sum would show.
      { file: FINISH, find: 'sumOf(totals) !== Math.max(occurrence.cut, taken)', put: 'false' },
    ],
  },
  {
    name: 'chunk stored again that has an outcome',
    kind,
    edits: [
      {
        file: CHUNKS,
        find: '  if (there === undefined) await remove(deps, key);\n',
        put: '',
      },
      { file: SHARE, find: '  const lost = found.open.filter(', put: '  const lost = [].filter(' },
    ],
  },
  {
    name: 'chunk that lies over an outcome taken for what was cut',
    kind: 'campaigns-500',
    edits: [
      {
        file: CHUNKS,
        find: '  const result = await resultOf(deps, access, run, chunk.chunkId);\n',
        put: '  if (there !== undefined) return { chunk: chunkOf(there), isOpen: true };\n  const result = await resultOf(deps, access, run, chunk.chunkId);\n',
      },
      // Whoever was cut and not counted is seen by who came up a first time.
      { file: FINISH, find: 'Math.max(occurrence.cut, taken)', put: 'occurrence.cut' },
    ],
  },
  {
    name: 'whoever waits for us comes up again a day later',
    kind,
    edits: [
      {
        file: RECIPIENT,
        find: 'export const AGAIN_SECONDS = 60;',
        put: 'export const AGAIN_SECONDS = 86_400;',
      },
    ],
  },
  {
    name: 'unknown of a campaign that is sent again',
    kind,
    edits: [
      {
        file: RECIPIENT,
        find: '      if (isOfAddress(cause))',
        put: "      if (isOfAddress(cause) && cause !== '')",
      },
      {
        file: 'shared/app/send/send-once.ts',
        find: '  if (before) return',
        put: "  if (before?.result === 'unknown') await steps.release(decrypted, before);\n  else if (before) return",
      },
      {
        file: 'shared/adapters/dynamodb/messages/claims.ts',
        find: "ConditionExpression: [isOurClaim, hasNoResult].join(' AND '),\n        values: { ':by'",
        put: "ConditionExpression: isOurClaim,\n        values: { ':by'",
      },
    ],
  },
  {
    name: 'run that two dispatchers advance without looking',
    kind,
    edits: [
      {
        file: UPDATES,
        find: "const isUnchanged = '#revision = :seen';",
        put: "const isUnchanged = 'attribute_exists(pk) OR #revision = :seen';",
      },
    ],
  },
];
