import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { haltsOf } from '#shared/adapters/dynamodb/halts.ts';
import { changeHalts } from '#shared/app/halts/change-halts.ts';
import { AdvertiserSettings, settingsOf } from '#shared/domain/advertiser/advertiser.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { anAdvertiser, instant } from '#test/support/builders.ts';
import { aTextIn } from '#test/support/campaigns/a-text.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/** A report says the same of those who were selected and wait as of those who are not selected: what holds the whole run, and what to do about it. */
let world: SendWorld;
let campaign: CampaignWorld;
let jobs: CampaignJobs;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  jobs = campaignJobsOf(world, campaign);
});
afterEach(() => world.close());

const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute += 1) {
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
  }
};

const reportOf = async (run: RunName) => {
  const { jobId } = await jobs.work(await jobs.beginReport(run));
  const file = (format: string) => (jobs.files.get(`${jobId}.${format}`) ?? '').replaceAll('&#8217;', '’');
  const view = JSON.parse(file('json'));
  const rows = file('csv').trim().split('\r\n').slice(1);
  const cells = rows.map((row) => row.slice(1, -1).split('","'));
  return {
    view,
    html: file('html'),
    said: view.reasons.map(({ state, code, sentence, remedy }: (typeof view)['reasons'][number]) => ({
      ...{ state, code, sentence: sentence.fr, toDo: remedy?.fr },
    })),
    toDo: [...new Set(cells.map((row) => row[4]))],
    comesUpAt: [...new Set(cells.map((row) => row[5]))],
  };
};

const untilLater = () => ({ endsAt: addDays(world.clock.now(), 3) });

const WAYS = {
  /** Texts of the evening, which the law puts off until 08:00 in Paris. */
  deferred: async () => {
    world.clock.set(instant('2026-11-24T21:00:00Z'));
    const texts = await Promise.all(Array.from({ length: 5 }, () => world.aMessage({ channel: 'sms' })));
    campaign.contacts.push(...texts.map(({ contactId, address }) => ({ contactId, address })));
    return campaign.launch({ ...(await aTextIn(world)), ...untilLater() });
  },
  /** Everybody is in Martinique, where 09:00 is 14:00 in Paris. */
  waves: async () => {
    await campaign.join(5);
    for (const each of campaign.contacts) each.zone = 'America/Martinique';
    return campaign.launch({ schedule: { waves: '2026-11-24T09:00' }, ...untilLater() });
  },
  throttled: async () => {
    await campaign.join(5);
    world.stub.next(...Array.from({ length: 40 }, () => 'throttle' as const));
    return campaign.launch(untilLater());
  },
  /** A loan: whether its template recalls the right to object is for a human to say. */
  review: async () => {
    const offers = [{ category: 'wine', natures: ['consumer-credit'] }];
    const settings = AdvertiserSettings.parse({ ...settingsOf(anAdvertiser()), offers });
    await world.ports.advertisers.put(world.access, settings, world.clock.now());
    await campaign.join(5);
    return campaign.launch(untilLater());
  },
} as const;
type Way = keyof typeof WAYS;

const HALTED =
  'Demandez à l’exploitant pourquoi\u00a0: l’envoi reprend quand il le permet (npm run aval -- halt --resume).';
const STOPPED =
  'L’exploitant voit avec le prestataire pourquoi, et le fait rétablir\u00a0; l’envoi reprend ensuite seul.';
const RESUME = 'Reprenez la campagne, ou annulez-la.';
const BY_ITSELF = 'Rien à faire : l’envoi reprend seul.';
const COUNTED = 'Rien à faire\u00a0: dans quelques minutes ils sont comptés comme annulés ou non envoyés.';

const halt = (kind: 'halt' | 'resume') =>
  changeHalts({ halts: haltsOf(world.table), clock: world.clock }, { kind, by: 'Ada', why: 'a wrong list' });
const stopped = async (by: 'halt' | 'ses', is: boolean) => {
  if (by === 'halt') await halt(is ? 'halt' : 'resume');
  else campaign.quota.email = { ...campaign.quota.email, isStopped: is };
};

describe('what stops the whole run', () => {
  test.each([
    ['halt', 'deferred', HALTED],
    ['halt', 'waves', HALTED],
    ['halt', 'throttled', HALTED],
    ['ses', 'waves', STOPPED],
    ['ses', 'throttled', STOPPED],
  ] as const)('%s, %s', async (by, way, remedy) => {
    const run = await WAYS[way]();
    await minutes(2);
    const before = await reportOf(run);
    expect(before.view.stop).toBeUndefined();
    expect(before.html).not.toContain(remedy);
    await stopped(by, true);
    await minutes(2);
    const { view, html, said, toDo, comesUpAt } = await reportOf(run);
    expect(view.left).toBeUndefined();
    expect(said.map((each: { toDo: string }) => each.toDo)).toEqual([remedy]);
    expect(toDo).toEqual([remedy]);
    expect(comesUpAt).toEqual(['']);
    expect(view.stop).toMatchObject({ code: by === 'halt' ? 'sending-halted' : 'sending-disabled' });
    expect(html).toContain(
      by === 'halt' ? 'L’exploitant a arrêté les envois.' : 'Le prestataire a suspendu les envois',
    );
    expect(html).not.toContain('Reprise');
    world.clock.set(instant(way === 'deferred' ? '2026-11-25T08:00:00Z' : '2026-11-24T14:00:00Z'));
    await minutes(1);
    expect((await reportOf(run)).toDo).toEqual([remedy]);
    // It is not said any more of one that goes on.
    await stopped(by, false);
    await minutes(1);
    const after = await reportOf(run);
    expect(after.view.stop).toBeUndefined();
    expect(after.toDo).not.toContain(remedy);
  });

  test('a human who is to decide is asked all the same', async () => {
    const run = await WAYS.review();
    await minutes(2);
    const before = await reportOf(run);
    await halt('halt');
    await minutes(2);
    const { said, html } = await reportOf(run);
    expect(said).toEqual(before.said);
    expect(html).toContain('L’exploitant a arrêté les envois.');
  });
});

describe('a pause', () => {
  test.each(['deferred', 'waves', 'throttled'] as const)('%s', async (way) => {
    const run = await WAYS[way]();
    await minutes(2);
    await campaign.control(run, 'paused');
    const paused = await reportOf(run);
    expect(paused.toDo).toEqual([RESUME]);
    expect(paused.said.map((each: { toDo: string }) => each.toDo)).toEqual([RESUME]);
    expect(paused.comesUpAt).toEqual(['']);
    expect(paused.html).not.toContain('Reprise');
  });

  test('one that was ended asks for no resume', async () => {
    await campaign.join(5);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    expect((await reportOf(run)).toDo).toEqual([RESUME]);
    await campaign.control(run, 'running');
    const { said, toDo } = await reportOf(run);
    expect(toDo).toEqual([BY_ITSELF]);
    expect(said[0].sentence).toBe('Leur tour vient, au rythme de l’envoi.');
  });

  test('one that was ended while the operator halts all says so, and promises no turn', async () => {
    await campaign.join(5);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    await campaign.control(run, 'running');
    await halt('halt');
    await minutes(2);
    const { said, toDo, html } = await reportOf(run);
    expect(said[0].code).toBe('paused');
    expect(toDo).toEqual([HALTED]);
    expect(said[0].sentence).toBe('L’exploitant a arrêté les envois.');
    expect(html).not.toContain('Leur tour vient');
  });

  test('nor does one whose run has ended', async () => {
    const run = await WAYS.waves();
    await minutes(2);
    await campaign.control(run, 'paused');
    expect((await reportOf(run)).html).toContain(RESUME);
    world.clock.set(addDays(run.scheduledAt, 3.01));
    const { view, html, toDo } = await reportOf(run);
    expect(view.isFinal).toBe(false);
    expect(toDo).toEqual([COUNTED]);
    expect(html).not.toContain(RESUME);
  });
});

describe('nobody is promised a message of a run that is over', () => {
  const ends = {
    cancelled: (run: RunName) => campaign.control(run, 'cancelled'),
    'past its end': async ({ scheduledAt }: RunName) => void world.clock.set(addDays(scheduledAt, 3.01)),
  } as const;
  const cases = Object.keys(ends).flatMap((end) => Object.keys(WAYS).map((way) => [end, way] as const));
  test.each(cases as [keyof typeof ends, Way][])('%s, %s', async (end, way) => {
    const run = await WAYS[way]();
    await minutes(2);
    const before = await reportOf(run);
    expect(before.toDo).not.toContain(COUNTED);
    await ends[end](run);
    const { view, said, toDo, comesUpAt, html } = await reportOf(run);
    expect(view.isFinal).toBe(false);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ toDo: COUNTED });
    expect(said[0].sentence).toContain('plus personne ne leur écrit pour cet envoi');
    expect(toDo).toEqual([COUNTED]);
    expect(comesUpAt).toEqual(['']);
    expect(html).not.toContain('Reprise');
    expect(html).not.toContain(BY_ITSELF);
  });

  test('whom a worker has in hand may still be written to', async () => {
    await campaign.join(5);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.control(run, 'cancelled');
    const { said } = await reportOf(run);
    expect(said).toEqual([
      {
        ...{ state: 'waiting', code: 'in-hand', sentence: 'L’envoi est en cours.' },
        toDo: 'Rien à faire\u00a0: dans quelques minutes leur état est définitif.',
      },
    ]);
  });
});

describe('when they come up', () => {
  test('at one time, where it is one', async () => {
    const run = await WAYS.deferred();
    await minutes(2);
    const { html, comesUpAt } = await reportOf(run);
    expect(html).toContain('Reprise le 25 novembre 2026 à 08:00</p>');
    expect(comesUpAt).toEqual(['2026-11-25T07:00:00.000Z']);
  });

  test('between two, where they are two', async () => {
    await campaign.join(4);
    for (const [index, each] of campaign.contacts.entries())
      each.zone = index === 0 ? 'America/Martinique' : 'America/Miquelon';
    const run = await campaign.launch({ schedule: { waves: '2026-11-24T09:00' }, ...untilLater() });
    await minutes(2);
    const { html } = await reportOf(run);
    expect(html).toContain('Reprise entre le 24 novembre 2026 à 13:00 et le 24 novembre 2026 à 14:00</p>');
  });

  test('at none that is past', async () => {
    const run = await WAYS.throttled();
    await minutes(2);
    world.clock.forward(120);
    const { html, comesUpAt, toDo } = await reportOf(run);
    expect(toDo).toEqual([BY_ITSELF]);
    expect(html).not.toContain('Reprise');
    expect(comesUpAt).toEqual(['']);
  });

  test('never, where a provider did not answer of them', async () => {
    await campaign.join(5);
    world.stub.next('take-and-drop', 'take-and-drop');
    const run = await campaign.launch();
    await minutes(2);
    const { view, html, comesUpAt } = await reportOf(run);
    expect(view.sums.totals).toEqual({ unknown: 2, sent: 3 });
    expect(html).not.toContain('Reprise');
    expect(comesUpAt).toEqual(['']);
  });
});
