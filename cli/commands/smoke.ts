import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { clientOf } from '#tools/api-client.ts';
import { askAccount } from '../after/account/asked.ts';
import { askedInAws } from '../after/account/in-aws.ts';
import { rowsOf } from '../after/account/page.ts';
import { smoke as smokeOf } from '../after/smoke.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';

/**
 * Amazon's mailboxes that take every mail and read none, that are none, and that call what they get spam (Amazon SES, "Using the mailbox
 * simulator"): none counts for the reputation of the account. Each label is a new one.
 */
const simulated = (kind: string): string => `${kind}+smoke-${randomUUID().slice(0, 8)}@simulator.amazonses.com`;

const PAGE = new URL('../../docs/cloud-only.md', import.meta.url);
const MARKS = { ok: 'ok   ', mend: 'MEND ', 'cannot say': 'cannot say ' } as const;

/** What AWS says of the stage, a line each, then the steps that are left for a person. Resolves to 1 when something is to be mended. */
const asked = async (
  stage: string,
  region: string,
  more: { advertiserId?: string; source?: string },
): Promise<number> => {
  const account = askedInAws({ stage, region });
  const { advertiserId, source } = more;
  const answers = await askAccount(account, { stage, advertiserId, source, now: Date.now() });
  for (const { row, level, says } of answers) process.stdout.write(`${MARKS[level]} ${row}: ${says}\n`);
  process.stdout.write('\nWhat only a person can see:\n');
  const steps = rowsOf(readFileSync(PAGE, 'utf8')).filter(({ by }) => by.includes('you'));
  for (const [index, { what, how }] of steps.entries()) process.stdout.write(`${index + 1}. ${what}\n   ${how}\n`);
  return answers.some(({ level }) => level === 'mend') ? 1 : 0;
};

/**
 * `aval smoke`: tries a deployment from outside; with `--account`, asks AWS about it in its place. Resolves to 1 when something went
 * otherwise.
 */
export const smoke = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string', default: process.env.AVAL_API ?? '' },
      public: { type: 'string', default: process.env.AVAL_PUBLIC ?? '' },
      advertiser: { type: 'string' },
      account: { type: 'boolean', default: false },
      source: { type: 'string' },
      ...OPERATOR_OPTIONS,
    },
  });
  if (values.account)
    return asked(values.stage, values.region, {
      ...(values.advertiser !== undefined && { advertiserId: values.advertiser }),
      ...(values.source !== undefined && { source: values.source }),
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
