import * as z from 'zod/mini';
import type { AudienceCount } from '#shared/app/audience/audience-pages.port.ts';
import { about } from '#shared/domain/about.ts';
import { Segment } from '#shared/domain/audience/segment.ts';
import { Instant } from '#shared/domain/ids.ts';
import { document } from '../document.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Counts the contacts of a segment, before anything is planned. */
export const countAudienceRoute = route({
  name: 'count-audience',
  method: 'POST',
  path: '/v1/audiences/count',
  scope: 'campaigns:read',
  body: z.strictObject({ advertiserId: AdvertiserQuery.shape.advertiserId, ...Segment.shape }),
});

/** What is answered. */
const CountedAudience = z.strictObject({
  count: about(
    'The contacts in the segment. It selects and never decides: each message still needs a verdict, which may refuse it.',
    z.int(),
  ),
  countedAt: about('When the counting began, in UTC.', Instant),
  upTo: about(
    'When the latest change of your contacts was made that the counted index has taken in, in UTC. It follows within seconds; what came later is not counted. Absent: it has taken in none yet.',
    z.optional(Instant),
  ),
});

/** The count without what only the planning of a campaign needs. */
export const countedAudienceView = ({ count, countedAt, upTo }: AudienceCount): z.infer<typeof CountedAudience> => ({
  count,
  countedAt,
  ...(upTo && { upTo }),
});

document(countAudienceRoute, () => ({
  summary: 'Counts the contacts of a segment',
  answers: [{ status: 200, means: 'How many they are, and how old the answer is', body: CountedAudience }],
  problems: ['advertiser-not-found'],
  request: {
    advertiserId: 'maison-valmy',
    channel: 'email',
    purpose: 'own-offers',
    where: { languages: ['fr'], bases: ['consent', 'existing-customer'] },
  },
}));
