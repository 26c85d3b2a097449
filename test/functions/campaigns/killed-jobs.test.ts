import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { campaignJobsOf } from '#test/support/campaigns/campaign-jobs.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { startSendWorld } from '#test/support/send-world.ts';

/** A process that ends in the middle of a call: before it was done, or after. */
const KILLED = 'killed';
const mortal =
  (dies: () => 'before' | 'after' | 'no') =>
  <P extends object>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const member = Reflect.get(target, name);
        if (typeof member !== 'function' || name === 'open') return member;
        return async (...given: unknown[]) => {
          const when = dies();
          if (when === 'before') throw new Error(KILLED);
          const done = await Reflect.apply(member as never, target, given);
          if (when === 'after') throw new Error(KILLED);
          return done;
        };
      },
    });

const fate = fc.infiniteStream(fc.constantFrom('before', 'after', 'no', 'no', 'no', 'no', 'no', 'no'));

const aWorld = async () => {
  const world = await startSendWorld('', tableInMemory());
  const campaign = await startCampaignWorld(world);
  const joined = await campaign.join(12);
  for (const { contactId } of joined.slice(0, 3)) await world.oppose(contactId, 'email');
  return { world, campaign, jobs: campaignJobsOf(world, campaign) };
};

/** What a job found, without when. */
const foundBy = ({ state, fault, task }: CampaignJob) => {
  const known = task.known && 'sums' in task.known ? task.known.sums : task.known;
  return { state, fault, known };
};

test('a job that is killed at any call, or that two workers do, finds what one finds that nobody disturbed', async () => {
  const { world, campaign, jobs } = await aWorld();
  const ahead = await campaign.launch({ name: 'ahead', firstRun: addSeconds(world.clock.now(), 3_600) });
  const run = await campaign.launch();
  world.stub.next('take-and-drop', 'throttle');
  await campaign.settle(3).catch(() => undefined);
  const begun = { dryRun: () => jobs.beginDryRun(ahead), report: () => jobs.beginReport(run) };
  try {
    for (const begin of Object.values(begun)) {
      const whole = await jobs.work(await begin());
      expect(whole.state).toBe('finished');
      await fc.assert(
        fc.asyncProperty(fate, fc.constantFrom(1, 2), async (fates, workers) => {
          world.clock.forward(1);
          const { jobId } = await begin();
          const wrap = mortal(() => fates.next().value);
          for (let rounds = 0; ; rounds += 1) {
            if (rounds > 500) throw new Error('the job never ends');
            const deliveries = Array.from({ length: workers }, () => jobs.deliver(jobId, wrap));
            for (const each of await Promise.allSettled(deliveries))
              if (each.status === 'rejected' && each.reason.message !== KILLED) throw each.reason;
            if (['finished', 'failed'].includes((await jobs.job(jobId)).state)) break;
          }
          expect(foundBy(await jobs.job(jobId))).toEqual(foundBy(whole));
        }),
        { numRuns: 12 },
      );
    }
  } finally {
    await world.close();
  }
}, 60_000);

test('of two workers that have the same message, the one that is left goes on when the other dies after its part', async () => {
  const { world, campaign, jobs } = await aWorld();
  try {
    const ahead = await campaign.launch({ firstRun: addSeconds(world.clock.now(), 3_600) });
    const { jobId } = await jobs.beginDryRun(ahead);
    jobs.queue.length = 0;
    let isFirst = true;
    /** Before its first part counts, the other one has done it, and dies before it puts the job on the queue again. */
    const late = <P extends object>(port: P): P =>
      new Proxy(port, {
        get: (target, name) => {
          const member = Reflect.get(target, name);
          if (name !== 'advance' || !isFirst) return member;
          return async (...given: unknown[]) => {
            isFirst = false;
            await jobs.deliver(jobId);
            jobs.queue.length = 0;
            return Reflect.apply(member as never, target, given);
          };
        },
      });
    await jobs.deliver(jobId, late);
    const goesOn = jobs.queue.some((each) => each.jobId === jobId);
    expect(goesOn || (await jobs.job(jobId)).state === 'finished').toBe(true);
  } finally {
    await world.close();
  }
});
