import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { clientOf } from '#tools/api-client.ts';
import { smoke as smokeOf } from '../after/smoke.ts';

/**
 * Amazon's mailboxes that take every mail and read none, that are none, and that call what they get spam (Amazon SES, "Using the mailbox
 * simulator"): none counts for the reputation of the account. Each label is a new one.
 */
const simulated = (kind: string): string => `${kind}+smoke-${randomUUID().slice(0, 8)}@simulator.amazonses.com`;

/** `aval smoke`: tries a deployment from outside. Resolves to 1 when something went otherwise. */
export const smoke = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string', default: process.env.AVAL_API ?? '' },
      public: { type: 'string', default: process.env.AVAL_PUBLIC ?? '' },
      advertiser: { type: 'string' },
    },
  });
  if (values.url === '') throw new Error('Say which deployment: --url https://… (the output ApplicationUrl).');
  const key = process.env.AVAL_KEY;
  if (values.advertiser !== undefined && key === undefined)
    throw new Error(
      'To send, give the key of the advertiser in the variable AVAL_KEY: a word of a command is seen by others.',
    );
  const bare = (url: string) => url.replace(/\/$/, '');
  const tried = await smokeOf({
    url: bare(values.url),
    publicUrl: bare(values.public) || undefined,
    sending:
      values.advertiser === undefined || key === undefined
        ? undefined
        : {
            api: clientOf(bare(values.url), key),
            advertiserId: values.advertiser,
            mailbox: simulated,
            now: () => new Date(),
            wait: (milliseconds) => setTimeout(milliseconds),
            newKey: randomUUID,
          },
  });
  for (const { what, but } of tried)
    process.stdout.write(but === undefined ? `ok    ${what}\n` : `MEND  ${what}: ${but}\n`);
  process.stdout.write('What only AWS shows, and how to look at it: docs/cloud-only.md.\n');
  return tried.some(({ but }) => but !== undefined) ? 1 : 0;
};
