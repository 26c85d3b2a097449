import * as z from 'zod/mini';
import type { ShownPause } from '#shared/app/campaigns/who-paused.ts';
import { about, named } from '#shared/domain/about.ts';
import { Instant } from '#shared/domain/ids.ts';
import { stated } from '#shared/domain/stated.ts';

const LastPause = named(
  'CampaignPause',
  z.strictObject({
    at: about('When it was paused, in UTC.', Instant),
    by: about(
      'itself: for the reason in because. key: by POST …/pause with the key in apiKeyId. Absent: a version before did not note it.',
      z.optional(z.enum(['itself', 'key'])),
    ),
    because: about('Why it paused itself: a code. Absent: it did not.', z.optional(z.string())),
    apiKeyId: about(
      'The id of the key with which it was paused; root for the key of the deployer. Absent: by none.',
      z.optional(z.string()),
    ),
    keyName: about(
      'The name by which people recognise that key. Absent: it has none, it is bound to other advertisers as well, or it could not be read.',
      z.optional(z.string()),
    ),
  }),
);

/** What is answered of who holds a campaign, or held it last. */
export const WHO_PAUSED = {
  lastPause: about(
    'Who paused it last, and when, also once somebody resumed it. Absent: nobody did.',
    z.optional(LastPause),
  ),
  haltedSince: about(
    'Since when an operator lets nothing leave, of this advertiser or of all, in UTC: nothing of the campaign leaves, whether or not it is paused. Absent: nobody does.',
    z.optional(Instant),
  ),
};

/** Who holds a campaign, as it is answered. */
export interface ShownHolds {
  readonly lastPause: ShownPause | undefined;
  readonly haltedSince: Instant | undefined;
}

/** The same, without what is not so. */
export const whoPausedView = ({ lastPause, haltedSince }: ShownHolds) => {
  const { at, by, because, apiKeyId, keyName } = lastPause ?? {};
  return {
    ...(at === undefined
      ? {}
      : {
          lastPause: {
            at,
            ...stated({ by, because, apiKeyId, keyName }),
          },
        }),
    ...(haltedSince === undefined ? {} : { haltedSince }),
  };
};
