import { countAudienceRoute } from '#shared/contracts/http/routes/count-audience.ts';
import { entry, routeEntries } from './entry.ts';
import { PROJECTING } from './table-grants.ts';

/** What keeps the audience index, and who asks it. */
export const audienceEntries = {
  ...routeEntries([
    // It counts 32 partitions at once, those of a million contacts in some seconds.
    {
      route: countAudienceRoute,
      grants: ['get:advertiser', 'query:audience', 'get:audience'],
      timeoutSeconds: 25,
      memoryMb: 1024,
    },
  ]),
  project: entry(
    'events/project',
    'Keeps the audience index, the list of what ends and proof, and notes what went, from the table stream',
    { kind: 'stream', batchSize: 100, batchesAtOnce: 4 },
    {
      grants: [...PROJECTING, 'put:expiry', 'put:deletion', 'put:proof', 'proof-key:make', 'project:park'],
      timeoutSeconds: 30,
    },
  ),
} as const;
