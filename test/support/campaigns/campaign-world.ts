import { campaignsOf } from '#shared/adapters/dynamodb/campaigns/campaigns.ts';
import { runsOf } from '#shared/adapters/dynamodb/campaigns/runs/runs.ts';
import { startsOf } from '#shared/adapters/dynamodb/campaigns/runs/starts.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import type { AudiencePages } from '#shared/app/audience/audience-pages.port.ts';
import { runMinute } from '#shared/app/campaigns/dispatching/run-minute.ts';
import type { ChunkReference, Runs } from '#shared/app/campaigns/runs.port.ts';
import { type ChunkOutcome, type ChunkSender, sendChunk } from '#shared/app/campaigns/sending/send-chunk.ts';
import { preparedOnce } from '#shared/app/messages/render-message.ts';
import type { SendPorts } from '#shared/app/send/send-ports.ts';
import { stepsOf } from '#shared/app/send/steps-of.ts';
import type { EmailContent } from '#shared/channels/email/channel.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Campaign, Commanded } from '#shared/domain/campaign/campaign.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import { campaignIdOf, type RunName } from '#shared/domain/campaign/names.ts';
import type { SendingQuota } from '#shared/domain/campaign/pace.ts';
import { latestOutcomes, type RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { sha256 } from '../builders.ts';
import type { SendWorld } from '../send-world.ts';
import { valuesInMemory } from './values-in-memory.ts';

/** A contact of an audience that a test makes. */
export interface Listed {
  readonly contactId: ContactId;
  readonly address: string;
  zone?: string;
}

/** The shard of a contact: one of two, so that shards hold several. */
type ShardOf = (contactId: ContactId) => number;
/** Two shards, so that few contacts are few chunks. */
const shardOfTwo: ShardOf = (contactId) => (contactId.codePointAt(contactId.length - 2) ?? 0) % 2;

/** An audience in memory, which a test may change while it is read. */
const audienceOf = (contacts: readonly Listed[], shardOf: ShardOf): Pick<AudiencePages, 'page' | 'countAfter'> => ({
  countAfter: async (_access, _audience, reached) =>
    contacts.filter(({ contactId }) => {
      const { after, isDone } = reached[shardOf(contactId)] ?? {};
      return isDone !== true && (after === undefined || contactId > after);
    }).length,
  page: async (_access, _audience, { shard, after, limit }) => {
    const own = contacts.filter(({ contactId }) => shardOf(contactId) === shard);
    const left = own
      .toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))
      .filter(({ contactId }) => after === undefined || contactId > after);
    const page = left
      .slice(0, limit)
      .map(({ contactId, zone }) => ({ contactId, ...(zone === undefined ? {} : { zone }) }));
    return { contacts: page, ...(left.length > limit ? { next: page.at(-1)?.contactId } : {}) };
  },
});

type Wrap = <P extends object>(name: string, port: P) => P;
const untouched: Wrap = (_name, port) => port;

const A_SHORT_MAIL: EmailContent = { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' };

/**
 * Campaigns on the store and the provider of a world; its queue is a list that the test empties. `shardOf`: where the audience has a
 * contact. `content`: what its mails say.
 */
export const startCampaignWorld = async (world: SendWorld, shardOf: ShardOf = shardOfTwo, content = A_SHORT_MAIL) => {
  const deps = { ...world.table, clock: world.clock };
  const [runs, campaigns] = [runsOf(deps), campaignsOf(deps)];
  const contacts: Listed[] = [];
  const queue: { reference: ChunkReference; delaySeconds: number }[] = [];
  /** The instant that the table was restored to, if it was. */
  const restored: { to: Instant | undefined } = { to: undefined };
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => void pauses.push(milliseconds);
  /** `unreadable`: what asking for it comes to. */
  const quota: { email: SendingQuota; unreadable?: Error | undefined } = {
    email: { perSecond: 14, in24Hours: 50_000, sentInLast24Hours: 0 },
  };
  /** Advertisers whom the provider of e-mails lets send nothing, as it says when asked; `asked`: how often it was; `unreadable`: what asking comes to. */
  const tenants: {
    stopped: Set<string>;
    asked: number;
    unreadable?: Error | undefined;
    /** How many were not answered of, as it was said. */
    unread: number[];
  } = { stopped: new Set(), asked: 0, unread: [] };
  const template = { templateId: 'hiver', version: '1' } as Campaign['template'];
  const contentSha256 = await world.ports.contents.put(world.access, content);
  await world.templates.put(world.access, {
    ...template,
    advertiserId: world.access.advertiserId,
    class: 'prospecting',
    category: 'wine',
    putBy: 'shop',
    recordedAt: world.clock.now(),
    sha256: sha256('1'),
    channelKind: 'email',
    contentSha256,
    offerSigns: [],
  });

  const kept = valuesInMemory(world);
  // As a process has it, which takes many deliveries: each content is parsed once.
  const prepare = preparedOnce();

  const storeOf = (wrap: Wrap) => ({ ...world.table, client: wrap('store', world.table.client), clock: world.clock });
  const ports = (wrap: Wrap) => ({
    clock: world.clock,
    runs: runsOf(storeOf(wrap)),
    campaigns: campaignsOf(storeOf(wrap)),
    starts: startsOf(storeOf(wrap)),
    audience: wrap('audience', audienceOf(contacts, shardOf)),
    quotas: {
      of: async () => {
        if (quota.unreadable !== undefined) throw quota.unreadable;
        return quota.email;
      },
    },
    tenants: {
      areOn: () => true,
      isStopped: async (_channel: string, advertiserId: string) => {
        tenants.asked += 1;
        if (tenants.unreadable !== undefined) throw tenants.unreadable;
        return tenants.stopped.has(advertiserId);
      },
    },
    pause,
    onTenantsUnread: (count: number) => void tenants.unread.push(count),
    reviews: wrap('reviews', reviewsOf(storeOf(wrap))),
    halts: world.portsOn(storeOf(wrap)).halts,
    advertisers: world.portsOn(storeOf(wrap)).advertisers,
    queue: wrap('queue', {
      put: async ({ advertiserId, campaignId, scheduledAt, chunkId }: ChunkReference, delaySeconds: number) =>
        void queue.push({ reference: { advertiserId, campaignId, scheduledAt, chunkId }, delaySeconds }),
    }),
  });
  const senderOf = (wrap: Wrap): ChunkSender => {
    const used = world.portsOn(storeOf(wrap));
    const { email } = used.providers;
    const providers = { ...used.providers, ...(email && wrap('provider', { email })) };
    const mayHaveLeft: SendPorts['halts']['mayHaveLeft'] = ({ acceptedAt }) =>
      restored.to !== undefined && acceptedAt <= restored.to;
    const halts = { ...used.halts, mayHaveLeft };
    const waits = wrap('pause', { pause });
    return {
      ...ports(wrap),
      ports: { ...used, halts },
      steps: wrap('steps', stepsOf({ ...used, providers }, prepare)),
      values: wrap('values', kept.values),
      pause: (milliseconds) => waits.pause(milliseconds),
    };
  };

  return {
    runs: runs as Runs,
    campaigns,
    contacts,
    audience: audienceOf(contacts, shardOf),
    queue,
    quota,
    tenants,
    restored,
    pauses,
    /** What its messages said of each reader alone. */
    kept,
    /** So many contacts who agreed, in the audience. */
    async join(count: number): Promise<readonly Listed[]> {
      const made = await Promise.all(Array.from({ length: count }, () => world.aMessage()));
      const joined = made.map(({ contactId, address }) => ({ contactId, address }));
      contacts.push(...joined);
      return joined;
    },
    /** Stores a campaign to all of the audience. */
    async launch(change: Partial<Campaign> & { firstRun?: Instant } = {}): Promise<RunName> {
      const { firstRun = world.clock.now(), ...fields } = change;
      const campaign: Campaign = {
        advertiserId: world.access.advertiserId,
        campaignId: campaignIdOf(change.name ?? 'winter'),
        name: 'winter',
        channel: 'email',
        purpose: 'own-offers',
        template,
        audience: { segment: { channel: 'email', purpose: 'own-offers' } },
        schedule: { at: 'now' },
        endsAt: addDays(world.clock.now(), 3),
        mergeValues: {},
        offerCategory: 'wine',
        contentSha256,
        createdAt: world.clock.now(),
        control: 'running',
        revision: 1,
        ...fields,
      };
      const stored = await campaigns.create(world.access, campaign, { firstRun, bodySha256: sha256('2') });
      if (stored !== 'stored') throw new Error(stored);
      const { advertiserId, campaignId } = campaign;
      return { advertiserId, campaignId, scheduledAt: firstRun };
    },
    /** Somebody controls a campaign. */
    async control({ campaignId }: RunName, to: Commanded): Promise<void> {
      const found = await campaigns.get(world.access, campaignId);
      if (found === undefined) throw new Error('no such campaign');
      if (!(await campaigns.control(world.access, found, { control: to }))) throw new Error('somebody else did');
    },
    /** One run of the clock's function. */
    async minute(wrap = untouched, changed = (port: Runs) => port) {
      const made = ports(wrap);
      const used = { ...made, runs: changed(made.runs) };
      return runMinute(used);
    },
    /** A process that takes delivery after delivery, and keeps what it read of settings and templates. */
    workerOf(wrap: Wrap): (reference: ChunkReference) => Promise<ChunkOutcome> {
      const sender = senderOf(wrap);
      return (reference) => sendChunk(sender, { ...reference, timeLeftMs: () => 60_000 });
    },
    /** One delivery of a chunk; `isLastTry`: its queue gives it to nobody after this one. */
    deliver: (reference: ChunkReference, wrap = untouched, isLastTry = false): Promise<ChunkOutcome> =>
      sendChunk(senderOf(wrap), { ...reference, isLastTry, timeLeftMs: () => 60_000 }),
    /** Delivers all that is on the queue, and what is put there meanwhile. */
    async work(wrap = untouched): Promise<readonly ChunkOutcome[]> {
      const outcomes: ChunkOutcome[] = [];
      for (let entry = queue.shift(); entry !== undefined; entry = queue.shift())
        outcomes.push(await sendChunk(senderOf(wrap), { ...entry.reference, timeLeftMs: () => 60_000 }));
      return outcomes;
    },
    /** Minutes, each with its work, until every run is finished, or so many. */
    async settle(most = 30): Promise<number> {
      for (let minutes = 1; minutes <= most; minutes += 1) {
        await this.minute();
        await this.work();
        if ((await runs.running()).length === 0) return minutes;
        world.clock.forward(60);
      }
      throw new Error(`not finished after ${most} minutes`);
    },
    /** The latest outcome of each recipient, from the rows. */
    async outcomes(run: RunName): Promise<ReadonlyMap<ContactId, RecipientOutcome>> {
      const rows: ChunkResult[] = [];
      for await (const row of runs.results(admit(run.advertiserId), run)) rows.push(row);
      return latestOutcomes(rows);
    },
    occurrence: async (run: RunName) => (await runs.read(admit(run.advertiserId), run))?.occurrence,
  };
};
export type CampaignWorld = Awaited<ReturnType<typeof startCampaignWorld>>;
