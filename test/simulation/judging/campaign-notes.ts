import { inflateRawSync } from 'node:zlib';
import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import type { AskedCampaign } from '../campaigns/campaign-people.ts';
import type { AskedLook } from '../campaigns/looks.ts';
import type { AskedMove } from '../campaigns/planned.ts';
import type { AskedReview } from '../campaigns/reviewed.ts';
import type { Story } from '../story.ts';
import type { StreamRecord } from '../world/store.ts';
import type { CampaignRecord, NotedOutcome, NotedRun } from './campaign-record.ts';
import { looksIn } from './look-notes.ts';

type Image = NonNullable<StreamRecord['dynamodb']['NewImage']>;
const text = (image: Image, name: string): string => image[name]?.S ?? '';
/** What is stored of each recipient: their JSON, deflated. */
const recipientsIn = (image: Image): readonly Recipient[] => {
  const bytes = image.packed?.B;
  return bytes === undefined ? [] : (JSON.parse(inflateRawSync(bytes).toString('utf8')) as Recipient[]);
};
interface Recipient {
  readonly contactId: string;
  readonly state?: string;
  readonly codes?: readonly string[];
}
/** It notes that SES takes no mail of its advertiser alone. */
const isStoppedAlone = (image: Image | undefined): boolean =>
  image?.stopped?.S === 'sending-disabled' && image.isStoppedAlone?.BOOL === true;
/** A campaign paused itself for what its readers complained of. */
const isPausedForComplaints = (image: Image | undefined): boolean => image?.pausedBecause?.S === 'too-many-complaints';
/** Several chunks of the run have hand-offs without an answer, since the provider took somebody of it last. */
const isInARow = (image: Image | undefined): boolean =>
  Object.values(image?.inARow?.M?.chunks?.M ?? {}).filter(({ M }) => Number(M?.unanswered?.N ?? 0) > 0).length > 1;
const runNameOf = (campaignId: string, scheduledAt: string): string => `${campaignId} ${scheduledAt}`;
/** `CAMPAIGN#maison-valmy#cmp_…`, `CONTACT#maison-valmy#v1n1.…`: what comes last. */
const lastOf = (pk: string): string => pk.split('#')[2] ?? '';

interface Noted {
  readonly run: string;
  readonly contactId: string;
  readonly chunks: Set<string>;
  readonly claims: number[];
  readonly outcomes: NotedOutcome[];
}

/** Notes what the table says of recipients of campaigns, as it changes, and counts their states and reasons. */
export const campaignNotes = (count: (name: string) => void) => {
  const recipients = new Map<string, Noted>();
  /** The run of a mark, by which the ids of its recipients begin. */
  const marks = new Map<string, string>();
  /** Chunks that have an outcome: whatever is put over one was cut before, and is taken away. */
  const settled = new Set<string>();
  const recipientOf = (run: string, contactId: string): Noted => {
    const name = `${run} ${contactId}`;
    const known = recipients.get(name) ?? { run, contactId, chunks: new Set(), claims: [], outcomes: [] };
    recipients.set(name, known);
    return known;
  };

  const noteClaims = (at: number, contactId: string, image: Image, before: Image | undefined): void => {
    for (const messageId of Object.keys(image.entries?.M ?? {})) {
      const run = marks.get(messageId.slice(4, 15));
      if (run === undefined || before?.entries?.M?.[messageId] !== undefined) continue;
      recipientOf(run, contactId).claims.push(at);
    }
  };

  return {
    note: (at: number, { dynamodb: { Keys, NewImage: image, OldImage: before } }: StreamRecord): void => {
      if (image === undefined) return;
      const pk = text(Keys, 'pk');
      const run = runNameOf(
        pk.startsWith('CAMPAIGN#') ? lastOf(pk) : text(image, 'campaignId'),
        text(image, 'scheduledAt'),
      );
      const entity = text(image, 'entity');
      if (entity === 'run-mark') marks.set(lastOf(pk), run);
      if (entity === 'sends') noteClaims(at, lastOf(pk), image, before);
      const [isStopped, wasStopped] = [image, before].map(isStoppedAlone);
      if (entity === 'occurrence' && isStopped !== wasStopped) count(isStopped ? 'stopped by SES' : 'let again by SES');
      if (entity === 'occurrence' && isInARow(image) && !isInARow(before)) count('in a row over chunks');
      if (isPausedForComplaints(image) && !isPausedForComplaints(before)) count('paused for complaints');
      const chunk = `${run} ${text(image, 'chunkId')}`;
      if (entity === 'chunk' && !settled.has(chunk))
        for (const { contactId } of recipientsIn(image)) recipientOf(run, contactId).chunks.add(text(image, 'chunkId'));
      if (entity === 'chunk-result') settled.add(chunk);
      if (entity === 'chunk-result' && before === undefined)
        for (const { contactId, state = '', codes = [] } of recipientsIn(image)) {
          recipientOf(run, contactId).outcomes.push({ state, code: codes[0], at });
          for (const name of [state, ...codes.slice(0, 1)]) count(name);
        }
    },

    /** What the judge reads of campaigns at the end. */
    record: (
      story: Story,
      of: {
        readonly table: MemoryTable;
        readonly objects: ReadonlyMap<string, string>;
        readonly looks: readonly AskedLook[];
        readonly contacts: ReadonlyMap<string, string>;
        readonly asked: readonly AskedCampaign[];
        readonly review: AskedReview | undefined;
        readonly moves: readonly AskedMove[];
      },
    ): CampaignRecord => {
      const addresses = new Map([...of.contacts].map(([address, pk]) => [lastOf(pk), address]));
      const runs: NotedRun[] = [];
      let waiting = 0;
      for (const item of of.table.items()) {
        if (item.entity?.S === 'occurrence') runs.push(runOf(item));
        if (item.entity?.S === 'waiting-recipients') waiting += Number(item.count?.N);
      }
      return {
        review: of.review,
        moves: of.moves,
        waiting,
        perSecond: story.perSecond,
        campaigns: story.campaigns.flatMap((planned) => {
          const asked = of.asked.find(({ reference }) => reference === planned.reference);
          if (asked === undefined) return [];
          const { campaignId, acknowledgedAt, approvals, controls } = asked;
          const awaits = story.twoKeys?.includes(planned.of) === true;
          return [{ ...planned, campaignId, acknowledgedAt, approvals, awaits, asked: controls }];
        }),
        runs,
        recipients: [...recipients.values()].map((noted) => ({
          ...noted,
          address: addresses.get(noted.contactId) ?? noted.contactId,
        })),
        ...looksIn(of),
      };
    },
  };
};

const runOf = (item: Image): NotedRun => {
  const finishedAt = item.finishedAt?.S;
  return {
    run: runNameOf(text(item, 'campaignId'), text(item, 'scheduledAt')),
    campaignId: text(item, 'campaignId'),
    scheduledAt: Date.parse(text(item, 'scheduledAt')),
    startedAt: Date.parse(text(item, 'startedAt')),
    validUntil: Date.parse(text(item, 'validUntil')),
    state: text(item, 'state'),
    finishedAt: finishedAt === undefined ? undefined : Date.parse(finishedAt),
    totals: Object.fromEntries(Object.entries(item.totals?.M ?? {}).map(([state, { N }]) => [state, Number(N)])),
  };
};
