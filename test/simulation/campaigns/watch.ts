import { campaignOf as plainOf } from '#shared/adapters/dynamodb/campaigns/campaign-plain.ts';
import { toItem } from '#shared/adapters/dynamodb/table.ts';
import type { Campaign as StoredCampaign } from '#shared/domain/campaign/campaign.ts';
import { startOf } from '#shared/domain/campaign/recurring.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import type { StreamRecord } from '../world/store.ts';

type Image = NonNullable<StreamRecord['dynamodb']['NewImage']>;

/** Clocks of workers are ahead by less. */
const AHEAD_MS = 3_000;
const DAY_MS = 86_400_000;

interface Run {
  readonly state: string;
  readonly validUntil: number;
  readonly isCut: boolean;
  readonly startedAt: number;
  /** The latest day of its ramp, and how many of it may have been written to, as when so many were counted that were not. */
  readonly day: number;
  readonly ofDay: number;
  readonly counted: number;
  /** Somebody took of the day last who may have died before it cut anybody: that is looked at minutes later. */
  readonly isInDoubt: boolean;
}

interface Campaign {
  control: string;
  /** It paused itself. */
  isBraked: boolean;
  ramp: readonly number[];
  /** Of one that is paused: what is stored of it. */
  paused?: StoredCampaign | undefined;
  /** Of each run, by its instant. */
  readonly runs: Map<string, Run>;
  /** Of each run, by its instant, in each share of its counts. */
  readonly spared: Map<string, Map<string, number>>;
  /** What is to be done of each run, by its instant. */
  readonly work: Map<string, Map<string, Work>>;
}

/** A chunk in the hands of workers, or a page of whoever comes up again. */
interface Work {
  readonly isChunk: boolean;
  readonly isPage: boolean;
  /** When the time of a page comes. */
  readonly at: number;
  /** On which day of its ramp the page takes no place; `any`: on none. */
  readonly free: number | 'any' | undefined;
}

const workOf = (sk: string, { rampDay }: Image): Work => {
  const [, , kind, dueAt = ''] = sk.split('#');
  const free = kind === 'UNKNOWN' ? 'any' : rampDay && Number(rampDay.N);
  return { isChunk: kind === 'CHUNK', isPage: kind === 'PAGE', at: Date.parse(dueAt), free };
};

/** A run that is to start. */
interface Start {
  /** Of its campaign. */
  readonly pk: string;
  readonly at: Instant;
}

const startAt = (sk: string): Start => {
  const [at = '', advertiser, id] = sk.split('#');
  return { pk: `CAMPAIGN#${advertiser}#${id}`, at: at as Instant };
};

const numberIn = (map: Image[string] | undefined, name: string): number => Number(map?.M?.[name]?.N ?? 0);

const sumOf = (shares: ReadonlyMap<string, number> = new Map()): number =>
  [...shares.values()].reduce((sum, each) => sum + each, 0);

const runOf = (image: Image): Run => ({
  state: image.state?.S ?? '',
  validUntil: Date.parse(image.validUntil?.S ?? ''),
  isCut: image.cursors?.L?.every((cursor) => cursor.M?.isDone?.BOOL === true) ?? false,
  startedAt: Date.parse(image.startedAt?.S ?? ''),
  day: Number(image.ramped?.M?.day?.N ?? -1),
  ofDay:
    numberIn(image.ramped, 'taken') -
    Math.max(0, numberIn(image.ramped, 'spared') - numberIn(image.ramped, 'sparedBefore')),
  counted: numberIn(image.ramped, 'counted'),
  isInDoubt: image.ramped?.M?.takenAt !== undefined,
});

/**
 * What the function of the minute looks for, from the changes of the table: a minute in which it would find nothing to do
 * changes nothing, and is left out.
 */
export const campaignWatch = () => {
  const starts = new Map<string, Start>();
  const running = new Set<string>();
  const campaigns = new Map<string, Campaign>();
  const campaignOf = (pk: string): Campaign => {
    const known = campaigns.get(pk) ?? {
      control: 'running',
      isBraked: false,
      ramp: [],
      runs: new Map(),
      spared: new Map(),
      work: new Map(),
    };
    campaigns.set(pk, known);
    return known;
  };

  const noteInCampaign = (pk: string, sk: string, image: Image | undefined): void => {
    const campaign = campaignOf(pk);
    if (sk.startsWith('WORK#')) {
      const at = sk.split('#')[1] ?? '';
      const own = campaign.work.get(at) ?? new Map<string, Work>();
      campaign.work.set(at, own);
      if (image === undefined) own.delete(sk);
      else own.set(sk, workOf(sk, image));
    }
    if (image === undefined) return;
    if (sk === 'CAMPAIGN') {
      campaign.control = image.control?.S ?? '';
      campaign.isBraked = image.pausedBecause !== undefined;
      campaign.paused = campaign.control === 'paused' ? plainOf(toItem(image)) : undefined;
      campaign.ramp = image.ramp?.L?.map(({ N }) => Number(N)) ?? [];
    }
    if (sk.startsWith('PROGRESS#')) {
      const at = image.scheduledAt?.S ?? '';
      const shares = campaign.spared.get(at) ?? new Map<string, number>();
      campaign.spared.set(at, shares.set(sk, Number(image.spared?.N ?? 0)));
    }
    if (sk.startsWith('OCCURRENCE#')) campaign.runs.set(image.scheduledAt?.S ?? '', runOf(image));
  };

  const hasWork = (key: string, now: number): boolean => {
    const [advertiser, id, at = ''] = key.split('#');
    const campaign = campaigns.get(`CAMPAIGN#${advertiser}#${id}`);
    const run = campaign?.runs.get(at);
    if (campaign === undefined || run === undefined || run.state === 'finished') return true;
    const own = [...(campaign.work.get(at)?.values() ?? [])];
    if (own.length === 0 && run.isCut) return true;
    if (own.some(({ isChunk }) => isChunk)) return true;
    const isCancelled = campaign.control === 'cancelled';
    const isPast = now + AHEAD_MS > run.validUntil;
    if (campaign.control === 'paused' && !isPast) return false;
    const day = Math.floor((now - run.startedAt) / DAY_MS);
    const isCounted = !run.isInDoubt && run.counted === sumOf(campaign.spared.get(at));
    const isRamped = day === run.day && isCounted && run.ofDay >= (campaign.ramp[day] ?? Number.POSITIVE_INFINITY);
    if (isRamped && !isCancelled && !isPast)
      return own.some(({ at, free }) => at <= now + AHEAD_MS && (free === 'any' || free === day));
    if (!run.isCut) return true;
    return own.some(({ isPage, at }) => (isCancelled && isPage) || at <= now + AHEAD_MS);
  };

  /** Whether the time of a run has come that starts or is skipped. One whose campaign is paused waits, until it is too late for it. */
  const isDue = ({ pk, at }: Start, now: number): boolean => {
    const paused = campaigns.get(pk)?.paused;
    const latest = toInstant(now + AHEAD_MS);
    return at <= latest && (paused === undefined || startOf(paused, at, latest) !== 'waits');
  };

  return {
    note: ({ eventName, dynamodb: { Keys, NewImage } }: StreamRecord): void => {
      const [pk, sk] = [Keys.pk?.S ?? '', Keys.sk?.S ?? ''];
      if (pk === 'DUE#STARTS' && eventName !== 'REMOVE') starts.set(sk, startAt(sk));
      if (pk === 'DUE#RUNNING' && eventName !== 'REMOVE') running.add(sk);
      if (eventName === 'REMOVE')
        (pk === 'DUE#STARTS' ? starts : pk === 'DUE#RUNNING' ? running : undefined)?.delete(sk);
      if (pk.startsWith('CAMPAIGN#')) noteInCampaign(pk, sk, NewImage);
    },
    hasWork: (now: number): boolean =>
      [...starts.values()].some((start) => isDue(start, now)) || [...running].some((key) => hasWork(key, now)),
    /** A campaign that paused itself waits for somebody who looks at it. */
    isBraked: (campaignId: string): boolean =>
      [...campaigns].some(([pk, { isBraked, control }]) => pk.endsWith(campaignId) && isBraked && control === 'paused'),
    /** Every run has come to its end, and none is to come. */
    isOver: (): boolean => starts.size === 0 && running.size === 0,
  };
};
export type CampaignWatch = ReturnType<typeof campaignWatch>;
