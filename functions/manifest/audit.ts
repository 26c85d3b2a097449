import { entry } from './entry.ts';
import { FINDING_RECIPIENTS } from './table-grants.ts';

/** What looks whether the rest kept its promise. */
export const auditEntries = {
  'audit-hand-offs': entry(
    'schedules/audit-hand-offs',
    'Each hour, compares what was handed off with the oppositions of those who got it',
    { kind: 'schedule', everyMinutes: 60 },
    {
      // It sends nothing: of who came back it reads in the archive what they had opposed.
      grants: [
        ...(['list:MessagesOfDay', 'query:contact', 'get:template', 'query:proof', 'proof-key:open'] as const),
        ...FINDING_RECIPIENTS,
      ],
      timeoutSeconds: 900,
      memoryMb: 1024,
    },
  ),
} as const;
