import type { Random } from '#test/worlds/random.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { drawsOf } from '../engine/draws.ts';
import { brokenBy, countMails, reportOf } from './judge.ts';
import { ADVERTISER, type Ask, oppose, patient, type Reader, setUpReaders } from './people.ts';

/** What came of a seed on the local stack. */
export interface RanOnStack {
  /** Promises that were broken, in words; none where all is well. */
  readonly broken: readonly string[];
  readonly received: number;
  /** Processes that were killed, by their function. */
  readonly kills: Readonly<Record<string, number>>;
  readonly unknown: number;
}

const BEGINS = '2026-11-24T08:00:00Z';
const ENDS_AT = '2026-11-25T20:00:00+01:00';
const AGREED = 28;
const OPPOSED_BEFORE = 3;
const OPPOSE_MEANWHILE = 3;
/** Minutes in which processes die. */
const TROUBLED_MINUTES = 8;
/** Of the machine's own time: between two looks whether a process shall die. */
const BETWEEN_KILLS_MS = { min: 40, max: 500 };
/** Of the machine's own time: an opposition counts in every hand-off from then on. */
const HEARD_WITHIN_MS = 2_000;

/** The functions that take a campaign from its schedule to its reader. */
const ON_THE_WAY = [
  'dispatch-campaigns',
  'send-chunk',
  'project',
  'outbox',
  'apply-email-feedback',
  'register-opposition',
  'run-job',
] as const;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Kills one process after another, as they come, until it is told to stop. */
const killing = (stack: Aval, random: Random) => {
  const kills: Record<string, number> = {};
  let isOver = false;
  const work = async (): Promise<void> => {
    while (!isOver) {
      await wait(random.int(BETWEEN_KILLS_MS.min, BETWEEN_KILLS_MS.max));
      const name = random.pick(ON_THE_WAY);
      const killed = isOver ? 0 : stack.killFunction(name);
      if (killed > 0) kills[name] = (kills[name] ?? 0) + killed;
    }
  };
  const done = work();
  return {
    kills,
    end: () => {
      isOver = true;
      return done;
    },
  };
};

interface Campaign {
  readonly campaignId: string;
  readonly subject: string;
}

const create = async (ask: Ask, subject: string, more: object): Promise<Campaign> => {
  const [templateId, segment] = [
    subject.toLowerCase().replaceAll(' ', '-'),
    { channel: 'email', purpose: 'own-offers' },
  ];
  await ask('PUT', `/v1/advertisers/${ADVERTISER}/templates/${templateId}/versions/1`, {
    category: 'wine',
    content: { email: { subject, html: '<p>Nos vins d’hiver sont là.</p>' } },
  });
  const { campaignId } = await ask('POST', '/v1/campaigns', {
    ...{ advertiserId: ADVERTISER, name: subject, ...segment, audience: { segment }, endsAt: ENDS_AT },
    ...{ template: { templateId, version: '1' }, ...more },
  });
  return { campaignId: String(campaignId), subject };
};

const minute = async ({ clock, idle }: Aval): Promise<void> => {
  await clock.advance(60);
  await idle();
};

/** One minute with trouble: somebody may oppose, and a campaign be paused and taken up again. Resolves to promises broken meanwhile. */
const troubledMinute = async (
  stack: Aval,
  ask: Ask,
  random: Random,
  { opponent, paused }: { readonly opponent: Reader | undefined; readonly paused: Campaign | undefined },
): Promise<readonly string[]> => {
  const path = `/v1/campaigns/${paused?.campaignId}`;
  const received = (of: (mail: { to: string; subject: string }) => boolean) => stack.inbox().filter(of).length;
  const going = minute(stack);
  await wait(random.int(0, 800));
  if (opponent !== undefined) await oppose(ask, opponent.email);
  if (paused !== undefined) await ask('POST', `${path}/pause?advertiserId=${ADVERTISER}`);
  await Promise.all([going, wait(HEARD_WITHIN_MS)]);
  const [toOpponent, ofPaused] = [
    (mail: { to: string }) => mail.to === opponent?.email,
    ({ subject }: { subject: string }) => subject === paused?.subject,
  ];
  // A pause holds two minutes after it was acknowledged at the latest.
  for (let more = 0; more < 2 && paused !== undefined; more += 1) await minute(stack);
  const before = [received(toOpponent), received(ofPaused)];
  await minute(stack);
  const [after, afterPause] = [received(toOpponent), received(ofPaused)];
  if (paused !== undefined) await ask('POST', `${path}/resume?advertiserId=${ADVERTISER}`);
  return [
    ...(after === before[0] ? [] : [`after an opposition: to ${opponent?.email}`]),
    ...(afterPause === before[1] ? [] : [`while paused: ${paused?.subject}`]),
  ];
};

/** Lets time go by until a campaign has nothing more to do: what nobody answered for is decided a day later. */
const toTheEnd = async (stack: Aval, ask: Ask, campaigns: readonly Campaign[]): Promise<readonly string[]> => {
  const states = () =>
    Promise.all(
      campaigns.map(({ campaignId }) => ask('GET', `/v1/campaigns/${campaignId}?advertiserId=${ADVERTISER}`)),
    );
  const isOver = async () => (await states()).every(({ state }) => state === 'finished');
  for (const seconds of [
    ...Array(20).fill(60),
    ...Array(8).fill(900),
    ...Array(14).fill(7_200),
    ...Array(5).fill(60),
  ]) {
    if (await isOver()) return [];
    await stack.clock.advance(seconds);
    await stack.idle();
  }
  return (await states()).flatMap(({ state, name }) =>
    state === 'finished' ? [] : [`without an end: ${name} is ${state}`],
  );
};

/**
 * Two campaigns of one seed on the local stack itself: its functions are processes, which are killed wherever they are, its faults are drawn, and
 * people oppose and a campaign is paused meanwhile. Then nothing dies any more, and all must end well. The seed draws who dies
 * next; where each process is then, the machine decides.
 */
export const runOnStack = async (
  seed: number,
  bundles: ReadonlyMap<string, string> = new Map(),
): Promise<RanOnStack> => {
  const draws = drawsOf(seed);
  const stack = await startAval({ at: BEGINS, faults: String(seed) });
  try {
    stack.replaceBundles(bundles);
    const ask = patient(stack);
    const readers = await setUpReaders(ask, { agreed: AGREED, opposed: OPPOSED_BEFORE });
    await stack.idle();
    const campaigns = [
      await create(ask, 'Vins du jour', { schedule: { at: 'now' }, maxPerMinute: draws('pace').int(3, 12) }),
      await create(ask, 'Vins du soir', { schedule: { at: '2026-11-24T09:03', zone: 'Europe/Paris' } }),
    ];
    const random = draws('trouble');
    const opponents = new Map(
      Array.from({ length: OPPOSE_MEANWHILE }, () => [random.int(0, TROUBLED_MINUTES - 1), random.int(0, AGREED - 1)]),
    );
    const pausedIn = random.int(0, TROUBLED_MINUTES - 1);
    const deaths = killing(stack, draws('kills'));
    const broken: string[] = [];
    try {
      for (let at = 0; at < TROUBLED_MINUTES; at += 1) {
        const opponent = readers[opponents.get(at) ?? -1];
        const paused = at === pausedIn ? random.pick(campaigns) : undefined;
        broken.push(...(await troubledMinute(stack, ask, random, { opponent, paused })));
      }
    } finally {
      await deaths.end();
    }
    broken.push(...(await toTheEnd(stack, ask, campaigns)));
    const since = new Set([...opponents.values()].map((index) => readers[index]?.email ?? ''));
    let unknown = 0;
    for (const campaign of campaigns) {
      const reported = await reportOf(ask, campaign, () => stack.clock.advance(900).then(() => stack.idle()));
      unknown += [...reported.states.values()].filter((state) => state === 'unknown-final').length;
      broken.push(...brokenBy(reported, readers, { inbox: countMails(stack.inbox(), campaign.subject), since }));
    }
    return { broken, received: stack.inbox().length, kills: deaths.kills, unknown };
  } finally {
    await stack.stop();
  }
};
