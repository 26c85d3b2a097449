import type { Bug } from './bug.ts';

const CUT = 'shared/app/campaigns/dispatching/cut-chunks.ts';
const ONE = 'shared/app/campaigns/dispatching/cut-chunk.ts';
const MINUTE = 'shared/app/campaigns/dispatching/dispatch-minute.ts';
const SHARE = 'shared/app/campaigns/dispatching/share-out.ts';
const SHARES = 'shared/app/campaigns/dispatching/share-minute.ts';
const FINISH = 'shared/app/campaigns/dispatching/finish-run.ts';
const CHUNK = 'shared/app/campaigns/sending/send-chunk.ts';
const STARTS = 'shared/app/campaigns/dispatching/start-runs.ts';
const kind = 'campaigns-20';

/** Bugs of what cuts and controls campaigns. */
export const CUTTING_BUGS: readonly Bug[] = [
  {
    name: 'cursor advanced before the chunk is stored and sent',
    kind,
    edits: [
      {
        file: ONE,
        find: '  const found = await runs.cut(access, run, chunk);\n  if (found.isOpen) await send(found.chunk);\n  return found.chunk;',
        put: `  if (chunk.turn === 0) {
    running.later = [...(running.later ?? []), { chunk, send }];
    return chunk;
  }
  const found = await runs.cut(access, run, chunk);
  if (found.isOpen) await send(found.chunk);
  return found.chunk;`,
      },
      {
        file: ONE,
        find: 'const cut = async ({ runs }: CutPorts, { access, running, send }: Cutting, chunk: Chunk)',
        put: 'const cut = async ({ runs }, { access, running, send }, chunk)',
      },
      {
        file: CUT,
        find: '  return countIn(pagesCut) + fromAudience + countIn(fromReview ?? []);\n',
        put: `  for (const { chunk, send } of running.later ?? []) {
    const found = await ports.runs.cut(access, nameOf(occurrence), chunk);
    if (found.isOpen) await send(found.chunk);
  }
  return countIn(pagesCut) + fromAudience + countIn(fromReview ?? []);
`,
      },
    ],
  },
  {
    name: 'chunk id new on repetition',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dispatching/cut-audience.ts',
        find: "cursor.after ?? '');\n",
        put: "(cursor.after ?? '') + ports.clock.now());\n",
      },
    ],
  },
  {
    name: 'page taken away before its chunk is stored',
    kind,
    edits: [
      {
        file: CUT,
        find: '  const chunk = await cut(ports, cutting, {\n    chunkId: chunkIdOf(scheduledAt, page.pageId',
        put: '  await ports.runs.movePage(cutting.access, nameOf(occurrence), page, page.cut + contactIds.length);\n  const chunk = await cut(ports, cutting, {\n    chunkId: chunkIdOf(scheduledAt, page.pageId',
      },
    ],
  },
  {
    name: 'a dispatcher that does not claim its minute',
    kind,
    edits: [
      {
        file: MINUTE,
        find: '  if (!(await ports.runs.takeMinute(minuteOf(scheduledAt)))) return undefined;',
        put: '  await ports.runs.takeMinute(minuteOf(scheduledAt));',
      },
    ],
  },
  {
    name: 'pause read once per campaign',
    kind,
    edits: [
      {
        file: CHUNK,
        find: '  const { chunk, campaign, occurrence } = taken;',
        put: `  const { chunk, occurrence } = taken;
  const known = KEPT.get(sender) ?? new Map();
  KEPT.set(sender, known);
  const campaign = known.get(job.campaignId) ?? taken.campaign;
  known.set(job.campaignId, campaign);`,
      },
      { file: CHUNK, find: 'const NOTED_AT_ONCE = 8;', put: 'const NOTED_AT_ONCE = 8;\nconst KEPT = new WeakMap();' },
    ],
  },
  {
    name: 'cancel that leaves chunks without a state',
    kind,
    edits: [
      {
        file: CHUNK,
        find: '  const { chunk, campaign, occurrence } = taken;',
        put: "  const { chunk, campaign, occurrence } = taken;\n  if (campaign.control === 'cancelled') return { state: 'outdated', totals: {} };",
      },
    ],
  },
  {
    name: 'cancel that forgets the audience that is not cut yet',
    kind,
    edits: [
      {
        file: FINISH,
        find: '!isAllSelected(running.occurrence)',
        put: "(running.campaign.control !== 'cancelled' && !isAllSelected(running.occurrence))",
      },
      {
        file: SHARE,
        find: 'shares.filter(({ found: { isClosing } }) => isClosing)',
        put: "shares.filter(({ found: { isClosing, campaign } }) => isClosing && campaign.control !== 'cancelled')",
      },
    ],
  },
  {
    name: 'stale fair share that starves one advertiser',
    kind,
    edits: [
      {
        file: SHARES,
        find: 'sharesOf(room, wishes, minute)',
        put: 'sharesOf(room, wishes, 0)',
      },
    ],
  },
  {
    name: 'a share for each campaign, whoever runs it',
    kind,
    edits: [
      {
        file: 'shared/domain/campaign/pace.ts',
        find: '([, { advertiserId }]) => advertiserId);',
        put: '([, { advertiserId, campaign }]) => advertiserId + campaign);',
      },
    ],
  },
  {
    name: '"finished" when the queue is empty',
    kind,
    edits: [
      {
        file: 'shared/adapters/dynamodb/campaigns/runs/runs.ts',
        find: 'beginningWith(campaignPk(access, run.campaignId), workPrefix(run))',
        put: 'beginningWith(campaignPk(access, run.campaignId), chunksPrefix(run))',
      },
      // Whoever is left has no final state, which the sum would show.
      { file: FINISH, find: 'sumOf(totals) !== Math.max(occurrence.cut, taken)', put: 'false' },
    ],
  },
  {
    name: 'a run that workers still take up while it ends',
    kind,
    edits: [
      {
        file: CHUNK,
        find: "=> state === 'finished' || isClosed === true;",
        put: "=> state === 'finished';",
      },
    ],
  },
  {
    name: 'who waits for a human comes up hourly until the end',
    kind,
    edits: [
      {
        file: 'shared/domain/campaign/waiting.ts',
        find: 'Math.max(AT_LEAST_SECONDS, Math.min(usual, half))',
        put: 'usual',
      },
    ],
  },
  {
    name: 'who waits for a human takes places until it is decided',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dispatching/look-at-run.ts',
        find: '    if (!open.every((each) => each)) return true;',
        put: '    return true;',
      },
    ],
  },
  {
    name: 'who waits for a human is cut before the audience each hour',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dispatching/look-at-run.ts',
        find: ' awaitReview.push(page);',
        put: ' return true;',
      },
    ],
  },
  {
    name: 'a schedule that fires twice and runs twice',
    kind,
    edits: [
      {
        file: STARTS,
        find: '  return ports.starts.start(access, occurrenceOf(campaign, scheduledAt, now), runAfter(campaign, now));',
        put: '  await ports.starts.start(access, occurrenceOf(campaign, now, now), runAfter(campaign, now));\n  return ports.starts.drop(access, run);',
      },
    ],
  },
  {
    name: 'a share that nobody cut counted without those in the hands of workers',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dispatching/ramp-of-day.ts',
        find: 'cutOf(before, turnsByNow)',
        put: 'cutOf(before, turns)',
      },
    ],
  },
  {
    name: 'whoever waits for the provider takes another place of the ramp',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dispatching/ramp-of-day.ts',
        find: 'isUnknown || (ofRamp !== undefined && rampDay === ofRamp.ramped.day)',
        put: 'isUnknown || (ofRamp !== undefined && rampDay === -1)',
      },
    ],
  },
  {
    name: 'a pace of a campaign that does not see what is queued',
    kind,
    edits: [{ file: SHARES, find: 'roomOf(maxPerMinute, recipientsIn(channel, queued))', put: 'maxPerMinute' }],
  },
];
