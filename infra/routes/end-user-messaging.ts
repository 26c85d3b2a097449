import { z } from 'zod';
import { isSold, isTwoWay } from './countries-of-end-user-messaging.ts';

/** A name that a text shows, as carriers of France take it since March 2026: letters and digits (AWS End User Messaging SMS, "Sender IDs"). */
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/;
/** A number or a pool, by the id that AWS gave it. */
const NUMBER = /^(?:phone|pool)-[0-9a-z]{8,64}$/;

const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'a country by its two letters of ISO 3166, such as `FR`')
  .refine(isSold, {
    error: ({ input }) =>
      `AWS sends no SMS to \`${String(input)}\` that has a sender (AWS End User Messaging SMS, "Supported countries and regions", 2026-11-24)`,
    abort: true,
  })
  .refine(isTwoWay, {
    error: ({ input }) =>
      `an SMS promises that STOP is received, and AWS sells no two-way SMS to \`${String(input)}\` (AWS End User Messaging SMS, "Supported countries and regions", 2026-11-24)`,
  });

/** What leaves by AWS End User Messaging, and where to. */
export const EndUserMessaging = z
  .strictObject({
    origination: z
      .array(
        z
          .string()
          .regex(
            new RegExp(`${SENDER_ID.source}|${NUMBER.source}`),
            'a sender id of 3 to 11 letters and digits, or the id of a number or a pool: `phone-…`, `pool-…`',
          ),
      )
      .min(1, 'SMS leave by nothing: name a sender id, a number or a pool of yours')
      .max(50, 'more than 50: what a function is given, and what its role grants, has room for no more')
      .refine(
        (all) => all.filter((each) => NUMBER.test(each)).length <= 1,
        'more than one number or pool: name a pool of them',
      )
      .describe(
        'What SMS leave by, of the account: sender ids, each for the advertisers that have it, and at most one number or pool, by its id, for all others. They are yours: Aval creates none and deletes none.',
      ),
    countries: z
      .array(country)
      .min(1, 'SMS go nowhere: name a country')
      .optional()
      .describe(
        'Where to, by the two letters of ISO 3166: the protect configuration of the stage keeps every other closed. Absent: France, or what `protectConfigurationId` opens.',
      ),
    protectConfigurationId: z
      .string()
      .regex(/^protect-[0-9a-z]{8,64}$/, 'the id of a protect configuration: `protect-…`')
      .optional()
      .describe(
        'A protect configuration of yours, which says where to instead of `countries`. Absent: the stage makes one.',
      ),
    maxPriceUsd: z
      .number('not a number')
      .min(0.00001, 'not above zero')
      .max(99.99999, 'more than AWS takes: 99.99999')
      .optional()
      .describe(
        'The most that one SMS may cost, all its parts together, in US dollars: AWS refuses a dearer one. Absent: any price.',
      ),
    longestSeconds: z
      .int('not a whole number')
      .min(5, 'less than AWS takes: 5 seconds')
      .max(259_200, 'more than AWS takes: 259,200 seconds')
      .optional()
      .describe(
        'The longest that AWS may try, in seconds. It never tries past the lawful hours. Absent: until these end.',
      ),
    isEnding: z
      .literal(true)
      .optional()
      .describe(
        'No SMS leaves by it any more, and what AWS still reports of those that left is received. Leave it so for 72 hours after the route changed.',
      ),
  })
  .refine(({ countries, protectConfigurationId: own }) => countries === undefined || own === undefined, {
    path: ['countries'],
    error: '`protectConfigurationId` says where to: leave one of the two out',
  })
  .describe('What SMS leave by and where to, where they leave by `end-user-messaging`: see providers.md.');
export type EndUserMessaging = z.infer<typeof EndUserMessaging>;

/** The same with where to, whether the file says it or not: to France; none where a protect configuration of the deployer says it. */
export type TextSettings = EndUserMessaging & { readonly countries: readonly string[] };
export const withCountries = (stated: EndUserMessaging): TextSettings => ({
  ...stated,
  countries: stated.countries ?? (stated.protectConfigurationId === undefined ? ['FR'] : []),
});

/** Names, and the number or pool. */
export const originationOf = ({ origination }: EndUserMessaging) => ({
  senderIds: origination.filter((each) => !NUMBER.test(each)),
  number: origination.find((each) => NUMBER.test(each)),
});
