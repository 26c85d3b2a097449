import { entry } from './entry.ts';

/** What carries out what has ended. */
export const retentionEntries = {
  expire: entry(
    'schedules/expire',
    'Each hour, carries out what ended on days that are over: contacts, their proof, people',
    { kind: 'schedule', everyMinutes: 60 },
    {
      grants: [
        ...(['query:expiry', 'put:expiry', 'delete:expiry', 'delete-many:expiry'] as const),
        ...([
          'get:contact',
          'query:contact',
          'update:contact',
          'delete:contact',
          'check:contact',
          'get:advertiser',
        ] as const),
        ...(['get:person', 'put:person', 'delete:person'] as const),
        // What it moves to the archive it cannot read there.
        ...(['put:proof', 'proof-key:make'] as const),
      ],
      timeoutSeconds: 900,
      memoryMb: 1024,
    },
  ),
} as const;
