import type { Bug } from './bug.ts';

const BRAKE = 'shared/domain/campaign/brake.ts';
const kind = 'campaigns-500';

/** Bugs of what a campaign pauses itself by, for what its readers complain of. */
export const BRAKE_BUGS: readonly Bug[] = [
  {
    name: 'complaints that no brake looks at',
    kind,
    edits: [
      { file: BRAKE, find: 'const areMany = complaints >= LEAST_COMPLAINTS', put: 'const areMany = complaints > sent' },
    ],
  },
  {
    name: 'complaints of one run at a time',
    kind,
    edits: [
      {
        file: BRAKE,
        find: 'for (const { reported } of counted) {',
        put: 'for (const { reported } of counted.slice(0, 1)) {',
      },
    ],
  },
];
