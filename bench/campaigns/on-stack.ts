/**
 * A campaign through the local stack, beside single messages of the same run to as many others, a thousand at most: from the minute that
 * begins it to the last mail that arrived. All share the machine, so that the ratio travels and the rates do not.
 */
import { atMost } from '../../shared/domain/at-most.ts';
import { clientOf } from '../../tools/api-client.ts';
import { type Aval, startAval } from '../../tools/start/aval.ts';
import { FORM, SETTINGS } from '../advertiser.ts';
import { ADVERTISER, AT, BATCH, CONTENT, WIDTH } from '../mail.ts';
import { peakMegabytes } from './peak-memory.ts';

const MOST_MINUTES = 60;
/** So many say what their rate is; as many as the largest campaigns would take most of the run. */
const MOST_SINGLE_MESSAGES = 1_000;
const PATIENCE_MS = 1_800_000;

const TEMPLATE = { templateId: 'novembre', version: '1' };
const SEGMENT = { channel: 'email', purpose: 'own-offers' };

type Client = ReturnType<typeof clientOf>;
type Asked = Parameters<Client['call']>;

const asked = async (client: Client, ...call: Asked) => {
  const { status, body } = await client.call(...call);
  if (status < 200 || status > 299)
    throw new Error(`${call[0]} ${call[1]} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

const batchesOf = (emails: readonly string[]) =>
  Array.from({ length: Math.ceil(emails.length / BATCH) }, (_, index) =>
    emails.slice(index * BATCH, (index + 1) * BATCH),
  );

/** So many who agree. */
const agree = async (client: Client, name: string, count: number): Promise<readonly string[]> => {
  const emails = Array.from({ length: count }, (_, index) => `${name}${index}@banc.example`);
  await atMost(WIDTH, batchesOf(emails), (batch) =>
    asked(
      client,
      'POST',
      '/v1/consents/batch',
      {
        advertiserId: ADVERTISER,
        consents: batch.map((email) => ({
          contact: { email },
          channels: ['email'],
          form: { formId: 'lettre', version: '1' },
          givenAt: '2026-01-05T10:00:00Z',
        })),
      },
      `consents-${batch[0]}`,
    ),
  );
  return emails;
};

const secondsSince = (start: number) => (performance.now() - start) / 1000;

/** Sends a campaign to everybody who agreed so far; seconds from its minute to its last mail. */
const sendCampaign = async (stack: Aval, client: Client): Promise<number> => {
  const campaign = {
    advertiserId: ADVERTISER,
    name: 'Novembre',
    ...SEGMENT,
    template: TEMPLATE,
    audience: { segment: SEGMENT },
    schedule: { at: 'now' },
    endsAt: '2026-11-26T10:00:00Z',
  };
  const { campaignId } = await asked(client, 'POST', '/v1/campaigns', campaign, 'campaign');
  const state = async () =>
    (await asked(client, 'GET', `/v1/campaigns/${String(campaignId)}?advertiserId=${ADVERTISER}`)).state;
  stack.resetCounts();
  const start = performance.now();
  let arrivedAfter = 0;
  for (let minute = 0; minute < MOST_MINUTES; minute += 1) {
    const before = stack.inbox().length;
    await stack.clock.advance(60);
    await stack.idle({ timeoutMs: PATIENCE_MS });
    if (stack.inbox().length > before) arrivedAfter = secondsSince(start);
    if (arrivedAfter > 0 && (await state()) === 'finished') return arrivedAfter;
  }
  throw new Error(`The campaign is ${String(await state())} after ${MOST_MINUTES} minutes.`);
};

/** Accepts and sends a single message to each; seconds from the first request to the last mail. The first, apart, stores the content. */
const sendMessages = async (
  stack: Aval,
  client: Client,
  [first = '', ...emails]: readonly string[],
): Promise<number> => {
  const post = (batch: readonly string[]) =>
    asked(
      client,
      'POST',
      '/v1/messages',
      {
        advertiserId: ADVERTISER,
        messages: batch.map((email) => ({
          contact: { email },
          channel: 'email',
          offerCategory: 'wine',
          template: TEMPLATE,
        })),
      },
      `messages-${batch[0]}`,
    );
  await post([first]);
  await stack.idle({ timeoutMs: PATIENCE_MS });
  stack.resetCounts();
  const start = performance.now();
  await atMost(WIDTH, batchesOf(emails), post);
  await stack.idle({ timeoutMs: PATIENCE_MS });
  return secondsSince(start);
};

const total = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((sum, each) => sum + each, 0);
const sumsOf = (stack: Aval, seconds: number, mails: number) => {
  const { units, indexUnits, calls, logBytes, gigabyteSeconds } = stack.counts();
  const [all, indexes] = [total(units), total(indexUnits)];
  const ofSqs = Object.entries(calls).filter(([name]) => name.startsWith('sqs:'));
  return {
    'mails a second': mails / seconds,
    'units of the table for each': (all - indexes) / mails,
    'units of its indexes': indexes / mails,
    'calls of AWS': total(calls) / mails,
    'of these put on queues': total(Object.fromEntries(ofSqs)) / mails,
    'bytes of log': total(logBytes) / mails,
    'GB-seconds on this machine': total(gigabyteSeconds) / mails,
  };
};

const measure = async (recipients: number) => {
  // What is measured is a system without trouble, as the other figures of the bench are.
  const stack = await startAval({ at: AT, isMeasuring: true, faults: 'none' });
  try {
    const client = clientOf(stack.applicationUrl, stack.rootKey);
    await asked(client, 'PUT', `/v1/advertisers/${ADVERTISER}`, SETTINGS);
    await asked(client, 'PUT', `/v1/advertisers/${ADVERTISER}/forms/lettre/versions/1`, FORM);
    const { templateId, version } = TEMPLATE;
    const path = `/v1/advertisers/${ADVERTISER}/templates/${templateId}/versions/${version}`;
    await asked(client, 'PUT', path, { category: 'wine', content: CONTENT });
    await agree(client, 'campagne', recipients);
    await stack.idle({ timeoutMs: PATIENCE_MS });
    const campaign = sumsOf(stack, await sendCampaign(stack, client), recipients);
    const peaks = peakMegabytes(['send-chunk', 'dispatch-campaigns', 'apply-email-feedback']);
    const afterCampaign = stack.inbox().length;
    const single = Math.min(recipients, MOST_SINGLE_MESSAGES);
    const others = await agree(client, 'seul', single + 1);
    await stack.idle({ timeoutMs: PATIENCE_MS });
    const messages = sumsOf(stack, await sendMessages(stack, client, others), single);
    const arrived = [afterCampaign, stack.inbox().length - afterCampaign];
    if (arrived[0] !== recipients || arrived[1] !== single + 1)
      throw new Error(`${arrived.join(' and ')} arrived, where ${recipients} and ${single + 1} were sent.`);
    return { recipients, campaign, messages, peaks };
  } finally {
    await stack.stop();
  }
};

/** A table: campaigns of these sizes, each on a stack of its own, beside as many single messages there, a thousand at most. */
export const benchCampaignOnStack = async (
  sizes: readonly number[],
): Promise<readonly [readonly string[], readonly (readonly string[])[]]> => {
  const rows: (readonly string[])[] = [];
  for (const size of sizes) {
    const { recipients, campaign, messages, peaks } = await measure(size);
    for (const [what, value] of Object.entries(campaign) as [keyof typeof campaign, number][]) {
      const beside = messages[what];
      rows.push([String(recipients), what, value.toFixed(3), beside.toFixed(3), `${(value / beside).toFixed(2)} ×`]);
    }
    for (const [name, megabytes] of peaks)
      rows.push([String(recipients), `peak of ${name}, MB`, megabytes.toFixed(0), '', '']);
  }
  return [['recipients', 'what', 'campaign', 'single messages', 'campaign over single'], rows];
};
