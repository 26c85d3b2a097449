import type { Bug } from './bug.ts';

const RECURRING = 'shared/domain/campaign/recurring.ts';
const kind = 'campaigns-20';

/** Bugs of campaigns that run again and again. */
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
];
