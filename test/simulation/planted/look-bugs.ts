import type { Bug } from './bug.ts';

const kind = 'campaigns-20';

/** Bugs of lists, of two keys, of dry runs and of reports. */
export const LOOK_BUGS: readonly Bug[] = [
  {
    name: 'a list that ends with its first page',
    kind,
    edits: [
      {
        file: 'shared/adapters/dynamodb/audience/audience-pages.ts',
        find: '  return { contacts, ...(position && { next: ContactId.parse(position) }) };',
        put: '  return { contacts, ...(position && Items.length === 0 && { next: ContactId.parse(position) }) };',
      },
    ],
  },
  {
    name: 'approved by the key that created it',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/approve-campaign.ts',
        find: '    if (await isSameHand(ports.apiKeys, createdBy, apiKeyId)) throw secondKeyExpected();\n',
        put: '',
      },
    ],
  },
  {
    name: 'a campaign that awaits its approval and starts',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/create-campaign.ts',
        find: "const firstRun = campaign.control === 'running' ? planned.firstRun : undefined;",
        put: 'const { firstRun } = planned;',
      },
      {
        file: 'shared/app/campaigns/dispatching/start-runs.ts',
        find: "['cancelled', 'awaiting-approval'].includes(campaign.control)",
        put: "campaign.control === 'cancelled'",
      },
      {
        file: 'shared/app/campaigns/dispatching/look-at-run.ts',
        find: "!isClosing && campaign.control === 'running' && now",
        put: "!isClosing && campaign.control !== 'paused' && now",
      },
    ],
  },
  {
    name: 'a dry run that leaves out the last shard',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/dry-run/dry-run-step.ts',
        find: 'known.shard < AUDIENCE_SHARDS)',
        put: 'known.shard < AUDIENCE_SHARDS - 1)',
      },
    ],
  },
  {
    name: 'a job that stops where another worker went on with it',
    kind,
    edits: [
      {
        file: 'shared/app/jobs/run-job.ts',
        find: '    job = (await ports.jobs.advance(access, next)) ? next : await ports.jobs.get(access, jobId);\n',
        put: '    if (!(await ports.jobs.advance(access, next))) return undefined;\n    job = next;\n',
      },
    ],
  },
  {
    name: 'a report that does not follow whoever came up again',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/report/recipients-of-chunk.ts',
        find: '      todo.push(...settled);\n',
        put: '',
      },
      // Its own sums would show it.
      {
        file: 'shared/app/campaigns/report/report-step.ts',
        find: '  if (difference !== undefined)\n',
        put: '  if (difference !== undefined && access === undefined)\n',
      },
    ],
  },
  {
    name: 'a report that takes whoever is in a page for written to',
    kind,
    edits: [
      {
        file: 'shared/app/campaigns/report/recipients-of-chunk.ts',
        find: 'found.push(...result.outcomes.filter(({ state }) => !isOpen(state)));',
        put: "found.push(...result.outcomes.map((each) => (isOpen(each.state) ? { ...each, state: 'sent' as const } : each)));\n    if (found.length > 0) continue;",
      },
      {
        file: 'shared/app/campaigns/report/report-step.ts',
        find: '  if (difference !== undefined)\n',
        put: '  if (difference !== undefined && access === undefined)\n',
      },
    ],
  },
  {
    name: 'a report that takes a chunk over its outcome for one in hand',
    kind,
    edits: [
      {
        file: 'shared/adapters/dynamodb/campaigns/runs/run-records.ts',
        find: '    if (settled !== undefined) return { settled };\n    return open && { open: chunkOf(open) };\n',
        put: '    if (open !== undefined) return { open: chunkOf(open) };\n    return settled && { settled };\n',
      },
    ],
  },
];
