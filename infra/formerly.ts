import { z } from 'zod';
import { FORMER_ROUTES } from '#functions/manifest/routes/formerly.ts';
import { EU } from './journal-replica.ts';

/** Who had data under former settings. */
export const Formerly = z.strictObject({
  providers: z
    .array(
      z.union([
        z.literal([...FORMER_ROUTES]),
        z.url({ protocol: /^https$/, error: 'not a route, and not the URL that a provider had' }),
      ]),
    )
    .optional()
    .describe(
      `Providers by which messages left, for as long as they keep data of them: ${FORMER_ROUTES.map((name) => `\`${name}\``).join(', ')}, or the URL that \`provider\` had.`,
    ),
  journalRegions: z
    .array(z.literal([...EU]))
    .optional()
    .describe('Regions that the journal was copied to, until the locks of the copies have ended.'),
});
