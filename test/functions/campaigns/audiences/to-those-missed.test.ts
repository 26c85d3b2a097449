import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { type CampaignJobs, campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
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

/** The rows of a table of a report: of each, the values of its cells by their columns. */
const rowsOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const [heading = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  const columns = heading.split(',');
  return lines.map((line) => {
    const cells = line.slice(1, -1).split('","');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
};

/** The state whose rows the advice of a row names, and nothing where it gives no such advice. */
const namedIn = (advice = ''): string | undefined =>
  /rows whose state is ([a-z-]+)|l’état \(state\) est ([a-z-]+)/
    .exec(advice)
    ?.slice(1)
    .find((each) => each !== undefined);

test.each([
  ['that ended before their turn', 'expired', async () => undefined],
  [
    'that was cancelled before their turn',
    'cancelled',
    (run: Parameters<CampaignWorld['control']>[0]) => campaign.control(run, 'cancelled'),
  ],
] as const)(
  'what the report of a campaign %s advises leads to nobody who is written to twice',
  async (_name, state, end) => {
    await campaign.join(3);
    // One is taken, of one the answer is lost, and the turn of the third does not come.
    const run = await campaign.launch({ maxPerMinute: 1, endsAt: addSeconds(world.clock.now(), 110) });
    world.stub.next('take', 'take-and-drop');
    for (let minutes = 0; minutes < 2; minutes += 1) {
      await campaign.minute();
      await campaign.work();
      if (minutes === 1) await end(run);
      world.clock.forward(60);
    }
    world.clock.set(addDays(world.clock.now(), 1));
    await campaign.settle(60);
    expect((await campaign.occurrence(run))?.totals).toEqual({ sent: 1, 'unknown-final': 1, [state]: 1 });
    const { jobId } = await jobs.work(await jobs.beginReport(run));
    const rows = rowsOf(jobs.files.get(`${jobId}.csv`) ?? '');
    const advised = rows.flatMap(({ toDo }) => namedIn(toDo) ?? []);
    expect(advised).toEqual([state]);
    expect(rows.every(({ toDo = '' }) => !/Refaites|refaites|again: everyone/.test(toDo))).toBe(true);
    // As advised: the list of these rows, and nobody else.
    const listed = rows.filter((row) => advised.includes(row.state ?? '')).map(({ contactId }) => contactId);
    const before = campaign.contacts.splice(0);
    campaign.contacts.push(...before.filter(({ contactId }) => listed.includes(contactId)));
    await campaign.launch({ name: 'to those missed' });
    await campaign.settle();
    const taken = world.stub.taken.map(({ to }) => to);
    expect(taken.toSorted()).toEqual(before.map(({ address }) => address).toSorted());
  },
);
