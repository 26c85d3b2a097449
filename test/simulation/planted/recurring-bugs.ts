import type { Bug } from './bug.ts';

const RECURRING = 'shared/domain/campaign/recurring.ts';
const kind = 'campaigns-20';

/** Bugs of campaigns that run again and again, and of who takes another address meanwhile. */
export const RECURRING_BUGS: readonly Bug[] = [
  {
    name: 'run that goes on beside the next one',
    kind,
    edits: [
      {
        file: RECURRING,
        find: '  return earlier(longest, runAfter(campaign, later(scheduledAt, startedAt)) ?? longest);',
        put: '  return longest;',
      },
    ],
  },
  {
    name: 'whom the run before has just reached written to again',
    kind,
    edits: [
      {
        file: RECURRING,
        find: '  return lately.filter(({ messageId }) => marks.has(runMarkIn(messageId)));',
        put: '  return [];',
      },
    ],
  },
  {
    name: 'whom the run before reached left out of the next one',
    kind,
    edits: [
      {
        file: RECURRING,
        find: '-Math.floor(secondsToNext(schedule, scheduledAt) / 2)',
        put: '-Math.floor(secondsToNext(schedule, scheduledAt) + 3_600)',
      },
    ],
  },
  {
    name: 'a run that is skipped for a pause of minutes',
    kind,
    edits: [
      {
        file: RECURRING,
        find: "return control === 'paused' ? 'waits' : 'starts';",
        put: "return control === 'paused' && 'every' in schedule ? { skipped: [scheduledAt] } : 'starts';",
      },
    ],
  },
  {
    name: 'a person who moved written to at both addresses',
    kind,
    edits: [
      {
        file: RECURRING,
        find: '.flatMap(({ entries }) => entries.filter(({ messageId }) => runMarkIn(messageId) === mark));',
        put: '.flatMap(({ entries }) => entries.filter(({ messageId }) => messageId === mark));',
      },
    ],
  },
  {
    name: 'the former address of who moved forgotten by a run that had begun',
    kind,
    edits: [
      {
        file: 'shared/adapters/dynamodb/audience/segment-filter.ts',
        find: '  since === undefined\n    ? {',
        put: "  since === undefined || since > ''\n    ? {",
      },
    ],
  },
];
