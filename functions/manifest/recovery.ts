import { entry } from './entry.ts';
import { retentionEntries } from './retention.ts';
import { APPENDING, LINKING } from './table-grants.ts';

/** What carries out what has ended; and what an operator has when nothing may leave: after a mistake, or on a table that was restored. */
export const recoveryEntries = {
  ...retentionEntries,
  halt: entry(
    'operator/halt',
    'Says which hand-offs are stopped and, when asked, stops them or lets them go on',
    { kind: 'operator' },
    { grants: ['get:halts', 'put:halts'], env: ['TABLE_ADOPTED'] },
  ),
  restore: entry(
    'operator/restore',
    'Compares the table with the journal and, when asked, replays what it lacks',
    { kind: 'operator' },
    {
      grants: [...APPENDING, ...LINKING, 'put:due', 'journal:read'],
      env: ['JOURNAL_REPLICA'],
      timeoutSeconds: 120,
      memoryMb: 1024,
    },
  ),
} as const;
