import { entry } from './entry.ts';
import { FINDING_RECIPIENTS } from './table-grants.ts';

/** What looks whether the rest kept its promise. */
export const auditEntries = {
  'audit-hand-offs': entry(
    'schedules/audit-hand-offs',
    'Each hour, compares what was handed off with the oppositions of those who got it',
    { kind: 'schedule', everyMinutes: 60 },
    {
      grants: ['list:MessagesOfDay', 'query:contact', ...FINDING_RECIPIENTS, 'get:template'],
      timeoutSeconds: 900,
      memoryMb: 1024,
    },
  ),
} as const;
