import { expect, test } from 'vitest';
import { type CampaignWorld, startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { tableInMemory } from '#test/support/campaigns/memory-client.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

/**
 * Processes that die at every call to the outside, before it and after it: between the put of a chunk, its entry on the queue and
 * the cursor; between a claim, a hand-off, an outcome and its pages. Whatever happened, everybody is written to at most once, and
 * ends with one final state.
 */

class Died extends Error {}

/** What a command of the store is about: `Put WORK`; a transaction of one write is that write. */
const storeCallOf = (command: unknown): string => {
  const { input } = command as {
    input: Record<string, { sk?: { S?: string } }> & { TransactItems?: Record<string, Record<string, never>>[] };
  };
  const [only, ...others] = input.TransactItems ?? [];
  const [[write, of] = []] = Object.entries(only ?? {});
  if (write !== undefined && others.length === 0)
    return storeCallOf({ input: of, constructor: { name: `${write}ItemCommand` } });
  const sk = (input.Item ?? input.Key)?.sk?.S ?? '';
  const verb = (command as object).constructor.name.replace('ItemCommand', '');
  return `${verb} ${sk.split('#')[0]}`.trim();
};

/** Wraps ports so that the process dies at its call with this number, before it has an effect or after. */
const dyingAt = (fatal: number, after: boolean) => {
  const seen: string[] = [];
  let isDead = false;
  const death = Promise.withResolvers<void>();
  const die = (): Died => {
    isDead = true;
    death.resolve();
    return new Died();
  };
  const wrap = <P extends object>(name: string, port: P): P =>
    new Proxy(port, {
      get: (target, property) => {
        const method = Reflect.get(target, property) as unknown;
        if (typeof method !== 'function') return method;
        return (...given: unknown[]) => {
          // A dead process asks nothing more, and nothing goes on in it.
          if (isDead) return new Promise(() => undefined);
          seen.push(`${name} ${name === 'store' ? storeCallOf(given[0]) : String(property)}`);
          const isFatal = seen.length === fatal;
          if (isFatal && !after) throw die();
          const result = method.apply(target, given) as unknown;
          if (!isFatal || !(result instanceof Promise)) return result;
          return result.then(() => {
            throw die();
          });
        };
      },
    });
  return { wrap, seen, isDead: () => isDead, met: death.promise };
};

const RECIPIENTS = 5;
type Death = ReturnType<typeof dyingAt>;

const aWorld = async (): Promise<{ world: SendWorld; campaign: CampaignWorld }> => {
  const world = await startSendWorld('', tableInMemory());
  const campaign = await startCampaignWorld(world);
  await campaign.join(RECIPIENTS);
  return { world, campaign };
};

/** Until the process is done, or dead. */
const survive = async (action: Promise<unknown>, met: Promise<void>): Promise<void> => {
  const done = action.catch((error: unknown) => {
    if (!(error instanceof Died)) throw error;
  });
  await Promise.race([done, met]);
};

/** The quota with which a minute has room for two, and for all. */
const quotaOf = (recipients: number) => ({
  perSecond: (recipients * 1.25) / 60,
  in24Hours: undefined,
  sentInLast24Hours: 0,
});

type Part = 'first minute' | 'work' | 'second minute';

/** Up to the process that dies, and that process. */
const dieIn = async (
  part: Part,
  { world, campaign }: Awaited<ReturnType<typeof aWorld>>,
  death: Death,
): Promise<void> => {
  campaign.quota.email = quotaOf(2);
  if (part === 'first minute') return survive(campaign.minute(death.wrap), death.met);
  await campaign.minute();
  // One of them comes up again in a later minute.
  world.stub.next('throttle');
  const [entry] = campaign.queue;
  if (entry === undefined) throw new Error('nothing on the queue');
  if (part === 'work') return survive(campaign.deliver(entry.reference, death.wrap), death.met);
  await campaign.work();
  world.clock.forward(120);
  return survive(campaign.minute(death.wrap), death.met);
};

/**
 * One life that ends at a call, then lives without fault until the run is finished, in minutes that have room for more than
 * those before. `undefined`: there was no such call.
 */
const live = async (part: Part, fatal: number, after: boolean): Promise<string | undefined> => {
  const lived = await aWorld();
  const { world, campaign } = lived;
  try {
    const run = await campaign.launch();
    const death = dyingAt(fatal, after);
    await dieIn(part, lived, death);
    if (!death.isDead()) return undefined;
    const at = `${after ? 'after' : 'before'} ${death.seen.at(-1)} (call ${fatal})`;
    campaign.quota.email = quotaOf(50);
    // The queue hides what a dead worker had in hand for some minutes; then it brings it again.
    const hidden = part === 'work' ? campaign.queue.splice(0, 1) : [];
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await campaign.work();
      world.clock.forward(60);
      await campaign.minute();
    }
    campaign.queue.push(...hidden);
    for (let rounds = 0; rounds < 3; rounds += 1) {
      world.clock.forward(120);
      await campaign.minute();
      await campaign.work();
    }
    world.clock.forward(86_400 - 600);
    await campaign.settle(60);
    const addresses = world.stub.taken.map(({ to }) => to);
    expect(new Set(addresses).size, `nobody twice: ${at}`).toBe(addresses.length);
    const totals = (await campaign.occurrence(run))?.totals ?? {};
    const { sent = 0, 'unknown-final': unknown = 0 } = totals;
    const all = Object.values(totals).reduce((sum, number) => sum + number, 0);
    expect([all, sent + unknown], `everybody reached, one state each: ${at}, ${JSON.stringify(totals)}`).toEqual([
      RECIPIENTS,
      RECIPIENTS,
    ]);
    expect(addresses.length, `what is told is true: ${at}`).toBeGreaterThanOrEqual(sent);
    expect((await campaign.occurrence(run))?.cut, `counted once: ${at}`).toBe(RECIPIENTS);
    return death.seen.at(-1);
  } finally {
    await world.close();
  }
};

const CALLS: Readonly<Record<Part, readonly string[]>> = {
  'first minute': ['store Put OCCURRENCE', 'store Put PACE', 'store Put WORK', 'queue put', 'store Update OCCURRENCE'],
  work: [
    'store BatchGet',
    'store Update SENDS',
    'provider email',
    'store Put RESULT',
    'store Put WORK',
    'store Delete WORK',
  ],
  'second minute': ['store Put PACE', 'store Put WORK', 'queue put', 'store Delete WORK'],
};

test.each(
  (['first minute', 'work', 'second minute'] as const).flatMap((part) => [
    [part, 'before', false] as const,
    [part, 'after', true] as const,
  ]),
)('a process that dies in its %s, %s a call', { timeout: 120_000 }, async (part, _when, after) => {
  const met = new Set<string>();
  // Before a call is after the one before it, but for what runs beside: some of them are enough.
  for (let fatal = 1; ; fatal += after ? 1 : 3) {
    const at = await live(part, fatal, after);
    if (at === undefined) break;
    met.add(at);
  }
  if (after) expect([...met]).toEqual(expect.arrayContaining([...CALLS[part]]));
  else expect(met.size).toBeGreaterThan(2);
});
