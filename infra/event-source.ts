import { z } from 'zod';

/** Events of Aval have the source `aval`, and those of AWS `aws.…`: no application speaks as either. */
const sourceName = z.string().regex(/^(?!(?:aws|aval)(?:\.|$))[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/, {
  error: 'lower-case letters, digits, dots and hyphens, at most 64, and neither `aws.…` nor `aval`',
});

const EventSource = z.strictObject({
  source: sourceName.describe('The `source` of its events, such as `shop.orders`.'),
  roles: z
    .array(z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/, 'not the ARN of a role of IAM'))
    .min(1)
    .max(10)
    .describe(
      'The roles that may put events with this source on the bus, of this account or of another; nobody else may.',
    ),
  advertisers: z
    .array(z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'not the id of an advertiser'))
    .min(1)
    .max(50)
    .describe('The advertisers for which its events may speak.'),
  scopes: z
    .array(
      z.enum(['messages:send', 'messages:transactional', 'campaigns:write', 'consents:write', 'oppositions:write']),
    )
    .min(1)
    .describe('What its events may ask, as the scopes of an API key.'),
});

/** Who may speak by events on the bus, for whom, and what they may ask. */
export const EventSources = z
  .array(EventSource)
  .max(10)
  .refine((sources) => new Set(sources.map(({ source }) => source)).size === sources.length, 'a source is named twice')
  .optional()
  .describe(
    'Who may ask for messages and campaigns, and report consents and oppositions by events on the bus (docs/inbound-events.md). Absent: nobody, and nothing listens.',
  );
