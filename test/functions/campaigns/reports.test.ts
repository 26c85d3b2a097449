import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RunRecords } from '#shared/app/campaigns/report/run-records.port.ts';
import type { ChunkResult } from '#shared/domain/campaign/chunk.ts';
import type { RunName } from '#shared/domain/campaign/names.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { instant } from '#test/support/builders.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, type Listed, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type Files, faultsOfReport, type TrueRecipient } from '#test/support/campaigns/report-judge.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
let campaign: CampaignWorld;
let jobs: CampaignJobs;
beforeEach(async () => {
  world = await startSendWorld('', tableInMemory());
  campaign = await startCampaignWorld(world);
  jobs = campaignJobsOf(world, campaign);
});
afterEach(() => world.close());

const filesOf = ({ jobId }: CampaignJob): Files => ({
  csv: jobs.files.get(`${jobId}.csv`) ?? '',
  json: jobs.files.get(`${jobId}.json`) ?? '',
  html: jobs.files.get(`${jobId}.html`) ?? '',
});

const WAVES = {
  'Indian/Reunion': '2026-11-25T05:00:00.000Z',
  'America/Martinique': '2026-11-25T13:00:00.000Z',
} as const;

/** What the providers got, and what this test did: of each recipient. */
const truthOf = (contacts: readonly Listed[], kept: readonly Listed[], isInWaves = false): readonly TrueRecipient[] =>
  contacts.map((each) => ({
    contactId: each.contactId,
    taken: world.stub.taken.filter(({ to }) => to === each.address).length,
    kept: kept.includes(each),
    wave: isInWaves ? (WAVES[each.zone as keyof typeof WAVES] ?? '2026-11-25T08:00:00.000Z') : undefined,
  }));

/** Seventy, of whom some opposed before, and one after the cut; two answers are lost, and one address takes no mail. */
const aRun = async (change: object = {}) => {
  await campaign.join(68);
  const never = await world.aMessage({ consents: false });
  campaign.contacts.push({ contactId: never.contactId, address: never.address });
  const { contacts } = campaign;
  const kept = [...contacts.slice(3, 8), ...contacts.slice(-1)];
  for (const { contactId } of kept.slice(0, -1)) await world.oppose(contactId, 'email');
  const run = await campaign.launch(change);
  return { run, contacts, kept };
};

const reportOf = async (run: RunName, changed?: (records: RunRecords) => RunRecords) =>
  jobs.work(await jobs.beginReport(run), changed);

describe('the report of a run', () => {
  test('of a run that is finished names each recipient once, as the providers and the facts have it', async () => {
    const { run, contacts, kept } = await aRun({ maxPerMinute: 40 });
    world.stub.next('take-and-drop', 'throttle', 'take-and-drop', 'throttle');
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
    await campaign.minute();
    await campaign.work();
    world.clock.forward(86_400);
    await campaign.settle();
    const job = await reportOf(run);
    expect(job).toMatchObject({ state: 'finished', task: { known: { isFinal: true } } });
    expect(faultsOfReport(filesOf(job), truthOf(contacts, kept))).toEqual([]);
    expect(JSON.parse(filesOf(job).json).sums.totals).toEqual({ sent: 61, refused: 6, 'unknown-final': 2 });
  });

  test('of a run that goes on: who is in hand, who waits, who is not cut yet; and each once', async () => {
    const { run, contacts, kept } = await aRun({ maxPerMinute: 40 });
    world.stub.next('take-and-drop', 'throttle', 'throttle', 'throttle');
    await campaign.minute();
    await campaign.work();
    world.clock.forward(60);
    await campaign.minute();
    const cut = (await campaign.occurrence(run))?.cut ?? 0;
    const job = await reportOf(run);
    expect(job.task.known).toMatchObject({ isFinal: false, sums: { audience: cut } });
    const { json } = filesOf(job);
    const selected = new Set(
      (JSON.parse(json).recipients as { contactId: string }[]).map(({ contactId }) => contactId),
    );
    expect(
      faultsOfReport(
        filesOf(job),
        truthOf(
          contacts.filter(({ contactId }) => selected.has(contactId)),
          [],
        ),
        contacts.length - selected.size,
      ),
    ).toEqual([]);
    expect(JSON.parse(json).sums.totals).toMatchObject({ waiting: expect.any(Number), unknown: 1 });
    expect(kept.length).toBe(6);
  });

  test('has each wave whole, before its hour and after it', async () => {
    const { run, contacts, kept } = await aRun({
      schedule: { waves: '2026-11-25T09:00' },
      firstRun: instant('2026-11-24T19:00:00Z'),
    });
    for (const [index, contact] of contacts.entries())
      contact.zone = ['Indian/Reunion', 'Europe/Paris', 'America/Martinique'][index % 3] ?? '';
    world.clock.set(run.scheduledAt);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await campaign.minute();
      await campaign.work();
      world.clock.forward(60);
    }
    const early = await reportOf(run);
    expect(faultsOfReport(filesOf(early), truthOf(contacts, [], true))).toEqual([]);
    expect(JSON.parse(filesOf(early).json).sums.totals).toEqual({ deferred: 69 });
    for (const at of Object.values({ ...WAVES, paris: '2026-11-25T08:00:00.000Z' }).toSorted()) {
      world.clock.set(instant(at));
      await campaign.minute();
      await campaign.work();
    }
    await campaign.settle();
    const late = await reportOf(run);
    expect(faultsOfReport(filesOf(late), truthOf(contacts, kept, true))).toEqual([]);
  });

  test('of a cancelled one, and of one that ended first: nobody is under two headings', async () => {
    const { run, contacts } = await aRun({ maxPerMinute: 20 });
    await campaign.minute();
    await campaign.work();
    const stored = await campaign.campaigns.get(world.access, run.campaignId);
    if (stored === undefined) throw new Error('no campaign');
    await campaign.campaigns.control(world.access, stored, { control: 'cancelled' });
    world.clock.forward(60);
    await campaign.settle();
    const job = await reportOf(run);
    const files = filesOf(job);
    const taken = new Set(world.stub.taken.map(({ to }) => to));
    expect(faultsOfReport(files, truthOf(contacts, []))).toEqual([]);
    expect(JSON.parse(files.json).sums.totals.sent).toBe(taken.size);
  });

  test('counts who opposed by its message, and who came back', async () => {
    const { run, contacts } = await aRun();
    await campaign.settle();
    const [first, second] = contacts;
    if (first === undefined || second === undefined) throw new Error('nobody');
    world.clock.forward(60);
    await world.oppose(first.contactId, 'email');
    const known = (await reportOf(run)).task.known;
    expect(known).toMatchObject({ sums: { opposed: { 'after-it': 1 } } });
  });

  test.each([
    [{ scope: 'purpose', channels: ['email'], purpose: 'partner-offers' }, {}],
    [{ scope: 'channel', channels: ['sms', 'mms', 'rcs'] }, {}],
    [{ scope: 'purpose', channels: ['email'], purpose: 'own-offers' }, { 'after-it': 1 }],
    [{ scope: 'global' }, { 'after-it': 1 }],
  ] as const)('of own offers by mail, an opposition to %j afterwards counts as %j', async (of, opposed) => {
    const { run, contacts } = await aRun();
    await campaign.settle();
    world.clock.forward(60);
    const found = (contactIds: readonly string[]) =>
      new Map(
        contactIds
          .filter((contactId) => contactId === contacts[0]?.contactId)
          .map((contactId) => [contactId, [{ of, occurredAt: world.clock.now() }]]),
      );
    const known = (
      await reportOf(run, (records) => ({
        ...records,
        oppositionsOf: async (_, contactIds) => found(contactIds) as never,
      }))
    ).task.known;
    expect(known).toMatchObject({ sums: { opposed } });
    expect((known as { sums: { opposed: object } }).sums.opposed).toEqual(opposed);
  });

  test('of a run that there was not, or of a campaign that never ran, is refused', async () => {
    const run = await campaign.launch();
    await expect(jobs.beginReport(run)).rejects.toMatchObject({ code: 'campaign-run-not-found' });
    await expect(jobs.beginReport({ campaignId: `cmp_${'x'.repeat(22)}` as never })).rejects.toMatchObject({
      code: 'campaign-not-found',
    });
  });
});

const changing =
  (change: (outcomes: readonly ChunkResult[]) => readonly ChunkResult[]) =>
  (records: RunRecords): RunRecords => ({
    ...records,
    outcomesAfter: async (...asked) => {
      const page = await records.outcomesAfter(...asked);
      return { ...page, outcomes: change(page.outcomes) };
    },
  });

describe('a fault in the counting', () => {
  test.each<[string, (records: RunRecords) => RunRecords, RegExp]>([
    [
      'a heading is left out',
      changing((all) =>
        all.map((one) => ({ ...one, outcomes: one.outcomes.filter(({ state }) => state !== 'refused') })),
      ),
      /totals of the run, refused: 0 found, 6 expected/,
    ],
    [
      'a recipient is there twice',
      changing((all) => all.map((one) => ({ ...one, outcomes: [...one.outcomes, ...one.outcomes.slice(0, 1)] }))),
      /recipients more than once: [1-9]/,
    ],
    ['a chunk is passed over', changing((all) => all.slice(1)), /recipients selected: \d+ found, 69 expected/],
    [
      'who came up again is forgotten',
      (records) => ({ ...records, chunk: async () => undefined }),
      /finished, and still waiting: [1-9]/,
    ],
  ])('%s: the report fails, says what differs, and shows no file', async (_, changed, said) => {
    const { run } = await aRun();
    world.stub.next('throttle');
    await campaign.settle();
    const job = await reportOf(run, changed);
    expect(job).toMatchObject({ state: 'failed', fault: 'sums-differ' });
    expect(job.task.known).toMatchObject({ difference: expect.stringMatching(said) });
    expect(jobs.files.size).toBe(0);
  });

  test.each<[string, (files: Files) => Files, string]>([
    [
      'a heading left out of the table',
      (files) => ({
        ...files,
        csv: files.csv
          .split('\r\n')
          .filter((line) => !line.includes('"refused"'))
          .join('\r\n'),
      }),
      'a recipient is missing',
    ],
    [
      'a row written twice',
      (files) => ({ ...files, csv: files.csv.replace(/\r\n([^\r]+)\r\n/, '\r\n$1\r\n$1\r\n') }),
      'a recipient is in the table twice',
    ],
    [
      'refused shown as sent',
      (files) => ({ ...files, csv: files.csv.replaceAll('"refused"', '"sent"') }),
      'sent, and no provider has it',
    ],
    [
      'a number of the page that is not so',
      (files) => ({ ...files, html: files.html.replace('<td class="number">63</td>', '<td class="number">62</td>') }),
      'the page has another number of sent',
    ],
  ])('%s is found by the judge', async (_, spoil, fault) => {
    const { run, contacts, kept } = await aRun();
    await campaign.settle();
    const files = filesOf(await reportOf(run));
    expect(faultsOfReport(files, truthOf(contacts, kept))).toEqual([]);
    expect(faultsOfReport(spoil(files), truthOf(contacts, kept))).toContain(fault);
  });
});

describe('the report of a campaign that is paused', () => {
  const shownOf = async (run: RunName) => {
    const { csv, json, html } = filesOf(await reportOf(run));
    const [heading = '', row = ''] = csv.replace(/^\uFEFF/, '').split('\r\n');
    const cell = (name: string) => row.split('","').at(heading.split(',').indexOf(name))?.replaceAll('"', '');
    return { json: JSON.parse(json), html: html.replaceAll('&#8217;', '’'), row: cell };
  };

  test('since the provider refuses its messages says that it paused itself, why, and what to look at', async () => {
    await campaign.join(1);
    const run = await campaign.launch();
    world.stub.next('reject');
    await campaign.minute();
    await campaign.work();
    const { json, html, row } = await shownOf(run);
    const { pausedBecause } = (await campaign.campaigns.get(world.access, run.campaignId)) ?? {};
    expect(pausedBecause).toMatch(/^rejected:/);
    expect(json).toMatchObject({ control: 'paused', pausedBecause, pause: { sentence: { fr: expect.any(String) } } });
    expect([row('campaign'), row('pausedBecause'), row('code')]).toEqual(['paused', pausedBecause, pausedBecause]);
    expect(row('toDo')).toContain('puis reprenez la campagne');
    expect(html).toContain('La campagne s’est suspendue d’elle-même');
    expect(html).toContain('le prestataire refusait les derniers messages');
    expect(html).toContain(`<code>${pausedBecause}</code>`);
    expect(html).not.toContain('l’envoi reprend seul');
  });

  test.each([
    ['of which no run is to come is said in a final report, with nothing to resume', undefined, false],
    [
      'that recurs is, since it holds up the next run',
      { every: 'day', from: '2026-11-24', at: '11:00', zone: 'Europe/Paris' },
      true,
    ],
  ] as const)('and %s', async (_name, schedule, isLeft) => {
    await campaign.join(2);
    const endsAt = schedule === undefined ? addSeconds(world.clock.now(), 600) : addDays(world.clock.now(), 9);
    const run = await campaign.launch({ maxPerMinute: 1, endsAt, ...(schedule && { schedule }) });
    await campaign.minute();
    await campaign.work();
    await campaign.control(run, 'paused');
    world.clock.forward(schedule === undefined ? 1_200 : 86_400 + 1_200);
    await campaign.settle(60);
    const { json, html } = await shownOf(run);
    expect(json).toMatchObject({ isFinal: true, control: 'paused' });
    expect(json.pause.remedy !== undefined).toBe(isLeft);
    expect(html).toContain('Quelqu’un a suspendu la campagne');
  });

  test('by somebody says so, and of one that goes on nothing', async () => {
    await campaign.join(1);
    const run = await campaign.launch();
    await campaign.minute();
    await campaign.control(run, 'paused');
    await campaign.work();
    const paused = await shownOf(run);
    expect(paused.json).toMatchObject({ control: 'paused' });
    expect(paused.json.pausedBecause).toBeUndefined();
    expect(paused.html).toContain('Quelqu’un a suspendu la campagne');
    expect([paused.row('campaign'), paused.row('pausedBecause')]).toEqual(['paused', '']);
    await campaign.control(run, 'running');
    await campaign.settle();
    const { json, html, row } = await shownOf(run);
    expect(json.control).toBe('running');
    expect(json.pause).toBeUndefined();
    expect(html).not.toContain('suspendu');
    expect(row('campaign')).toBe('running');
  });
});
