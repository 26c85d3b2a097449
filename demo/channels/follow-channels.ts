import { type Client, listOf } from '#tools/api-client.ts';
import type { Aval } from '#tools/start/aval.ts';
import { ADVERTISER_ID } from '../campaign/advertiser.ts';
import { asked, type Counts, countsOf, jobOf, PATIENCE, passMinute } from '../campaign/campaign-calls.ts';
import { CHANNELS, contentOf, type DemoChannel, FORM, picture } from './messages.ts';
import { contactOf, TICKED_AT, VISITORS, type Visitor } from './people.ts';
import { arrivedAt, WAYS } from './stop.ts';

/** A Thursday morning, within the hours of calls. */
const AT = '2026-11-26T09:05:00Z';
const DAY = '2026-11-26';
const ENDS_AT = '2026-11-26T12:00:00Z';
/** Minutes of the clock in which all of it has ended. */
const MOST_MINUTES = 10;

/** What became of the offer on one channel, and of the reader who stopped it there. */
interface OfChannel {
  readonly channel: DemoChannel;
  readonly agreed: number;
  readonly selected: number;
  /** The report of its campaign. */
  readonly totals: Counts;
  readonly arrived: number;
  /** How one reader said stop. */
  readonly stop: string;
  /** What became of the next message to that reader: its state, and the code and sentence of its first reason. */
  readonly next: { readonly status: string; readonly code: string; readonly sentence: string };
}

/** The campaign over all four channels. */
export interface OverChannels {
  readonly people: number;
  readonly channels: readonly OfChannel[];
  readonly faults: readonly string[];
  readonly seconds: number;
}

const ticked = (channel: DemoChannel): readonly Visitor[] => VISITORS.filter((each) => each.ticked.includes(channel));

const consentsOf = ({ ticked: channels, ...visitor }: Visitor) => {
  const common = { purpose: 'own-offers', form: { formId: FORM.formId, version: FORM.version }, givenAt: TICKED_AT };
  const byPhone = channels.filter((channel) => channel !== 'email');
  return [
    { ...common, contact: { email: visitor.email }, channels: ['email'] },
    { ...common, contact: { phone: visitor.phone }, channels: byPhone },
  ];
};

const templateOf = (channel: DemoChannel): string => (channel === 'email' ? 'new-harvest' : `harvest-by-${channel}`);

/** Form, consents and templates: all that comes before a campaign. */
const prepare = async (stack: Aval, client: Client): Promise<void> => {
  const of = `/v1/advertisers/${ADVERTISER_ID}`;
  const held = stack.provider.hold(picture());
  await asked(client, 'PUT', `${of}/forms/${FORM.formId}/versions/${FORM.version}`, FORM.body);
  await asked(client, 'POST', '/v1/consents/batch', {
    advertiserId: ADVERTISER_ID,
    consents: VISITORS.flatMap(consentsOf),
  });
  for (const channel of CHANNELS) {
    const body = { category: 'coffee', content: contentOf(channel, held) };
    // That of the e-mail is there: it is newsletter 1, which the campaign of the day before sent.
    if (channel !== 'email') await asked(client, 'PUT', `${of}/templates/${templateOf(channel)}/versions/1`, body);
  }
  await stack.idle(PATIENCE);
};

/** How its marketer names the campaign of each channel. */
const NAMED: Readonly<Record<DemoChannel, string>> = {
  email: 'par e-mail',
  sms: 'par SMS',
  mms: 'par MMS',
  'automated-call': 'par appel automatique',
};

/** One campaign on each channel, to everybody who was recorded this morning; resolves to their ids once all have ended. */
const send = async (stack: Aval, client: Client): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const channel of CHANNELS) {
    const { campaignId } = await asked(
      client,
      'POST',
      '/v1/campaigns',
      {
        advertiserId: ADVERTISER_ID,
        name: `Récolte d’hiver, ${NAMED[channel]}`,
        channel,
        purpose: 'own-offers',
        template: { templateId: templateOf(channel), version: '1' },
        audience: { segment: { channel, purpose: 'own-offers', where: { recordedFrom: DAY } } },
        schedule: { at: 'now' },
        endsAt: ENDS_AT,
      },
      channel,
    );
    ids.push(String(campaignId));
  }
  const stateOf = async (id: string) =>
    (await asked(client, 'GET', `/v1/campaigns/${id}?advertiserId=${ADVERTISER_ID}`)).state;
  const goesOn = async () => (await Promise.all(ids.map(stateOf))).some((state) => state !== 'finished');
  for (let minute = 0; minute < MOST_MINUTES && (await goesOn()); minute += 1) await passMinute(stack);
  return ids;
};

/** The reports of the campaigns, which are jobs of their own. */
const reportsOf = async (stack: Aval, client: Client, ids: readonly string[]) => {
  const body = { advertiserId: ADVERTISER_ID };
  const jobs = ids.map((id) => jobOf(stack, client, `/v1/campaigns/${id}/report`, { body }));
  return (await Promise.all(jobs)).map(({ report }) => Object(report) as Readonly<Record<string, unknown>>);
};

/** The offer once more to the reader of each channel who said stop, and what became of it. */
const sendNext = async (
  stack: Aval,
  client: Client,
  readers: readonly Visitor[],
): Promise<readonly OfChannel['next'][]> => {
  const messages = CHANNELS.map((channel, index) => {
    const contact = contactOf(readers[index] ?? expectReader(channel), channel);
    const template = { templateId: templateOf(channel), version: '1' };
    return { contact, channel, purpose: 'own-offers', template, mergeValues: { PRENOM: readers[index]?.firstName } };
  });
  const { messages: accepted } = await asked(client, 'POST', '/v1/messages', { advertiserId: ADVERTISER_ID, messages });
  await stack.idle(PATIENCE);
  return Promise.all(
    listOf(accepted).map(async ({ id }) => {
      const found = await asked(client, 'GET', `/v1/messages/${String(id)}?advertiserId=${ADVERTISER_ID}`);
      const [reason] = listOf(Object(found.verdict).reasons);
      return {
        status: String(found.status),
        code: String(reason?.code ?? ''),
        sentence: String(Object(reason?.sentence).en ?? ''),
      };
    }),
  );
};

const expectReader = (channel: DemoChannel): never => {
  throw new Error(`Nobody agreed to ${channel}.`);
};

/**
 * The same offer by all four channels, from the boxes that people ticked to what arrived: one campaign each with its report, then one reader of
 * each channel says stop by what the message holds, and the next one to that reader is asked for.
 */
export const followChannels = async (stack: Aval, client: Client): Promise<OverChannels> => {
  const startedAt = performance.now();
  await stack.clock.set(AT);
  await prepare(stack, client);
  const reports = await reportsOf(stack, client, await send(stack, client));
  const arrivals = (channel: DemoChannel) => VISITORS.map((each) => arrivedAt(stack, each, channel));
  const arrived = CHANNELS.map(arrivals);
  // Each channel has a reader of its own, so that each is stopped by its own message.
  const readers = CHANNELS.map((channel, index) => ticked(channel)[index] ?? expectReader(channel));
  const acts = await Promise.all(
    CHANNELS.map((channel, index) => WAYS[channel].act(stack, readers[index] ?? expectReader(channel))),
  );
  await stack.idle(PATIENCE);
  const next = await sendNext(stack, client, readers);
  const channels = CHANNELS.map((channel, index): OfChannel => {
    const { recipients, totals } = reports[index] ?? {};
    return {
      channel,
      agreed: ticked(channel).length,
      selected: Number(recipients),
      totals: countsOf(totals),
      arrived: (arrived[index] ?? []).reduce((sum, count) => sum + count, 0),
      stop: WAYS[channel].words,
      next: next[index] ?? { status: 'unknown', code: '', sentence: '' },
    };
  });
  const faults = channels.flatMap(({ channel, agreed, selected, totals, arrived: came, next: last }, index) => {
    const all: [boolean, string][] = [
      [selected !== agreed, `${channel}: ${agreed} had agreed, ${selected} were selected.`],
      [totals.sent !== agreed, `${channel}: ${agreed} had agreed, ${totals.sent ?? 0} were sent.`],
      [came !== agreed || (arrived[index] ?? []).some((count) => count > 1), `${channel}: ${came} arrived.`],
      [acts[index] !== true, `${channel}: whoever ${WAYS[channel].words} is not registered.`],
      [
        last.status !== 'refused' || !last.code.startsWith('OPPOSED_'),
        `${channel}: the next message is ${last.status} (${last.code}).`,
      ],
      [arrivals(channel).join() !== arrived[index]?.join(), `${channel}: somebody got a message after the opposition.`],
    ];
    return all.filter(([isFault]) => isFault).map(([, sentence]) => sentence);
  });
  return { people: VISITORS.length, channels, faults, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
};
