import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAssembly } from '#local/template/assembly.ts';
import { modelOf } from '#local/template/model.ts';
import { type AlarmDefinition, readAlarms } from '#local/watching/alarms.ts';
import { OPTIONS } from '#test/walls/wiring/judge.ts';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp, stateOf } from '../send-path-api.ts';
import { RAISED_BY_CAMPAIGNS } from './raised-by-campaigns.ts';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // An alarm must not ring where nothing is wrong, and ring for what its drill breaks.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

/** By alarm, the tests in which it was on. */
const raisedIn = new Map<string, Set<string>>();
const note = (names: readonly string[]): readonly string[] => {
  const here = expect.getState().currentTestName ?? '';
  for (const name of names) raisedIn.set(name, (raisedIn.get(name) ?? new Set()).add(here));
  return names;
};

const shortName = (name: string): string => name.replace('aval-local-', '');
/** The alarms of the deployed template that are on. */
const ringing = async () => note((await stack.alarms()).map(({ name }) => shortName(name)));
const pass = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute++) {
    await stack.clock.advance(60);
    await stack.idle();
    await stack.alarms();
  }
};
const aMail = async (name: string): Promise<string> => {
  await agree(api, { email: `${name}@example.fr` });
  return ask(api, { email: `${name}@example.fr` });
};

describe('the alarms of the template, by what the running stack does', () => {
  test('none is on while all goes well', async () => {
    const id = await aMail('well');
    await stack.idle();
    expect(await stateOf(api, id)).toBe('sent');
    expect(await ringing()).toEqual([]);
  });

  test('a provider that refuses everything rings within ten minutes, and no more when it takes again', async () => {
    const reopen = await stack.refuseConnections('sesv2');
    const id = await aMail('late');
    await stack.idle();
    expect(await ringing()).toEqual([]);
    await pass(10);
    expect(await ringing()).toEqual(['late-messages']);
    await reopen();
    await stack.clock.advance(20 * 60);
    await stack.idle();
    expect(await stateOf(api, id)).toBe('sent');
    expect(await ringing()).toEqual([]);
  });

  test('every provider refuses everything: it rings in ten minutes, each message says why, and all leave once after', async () => {
    const [valmy, caves] = ['maison-valmy', 'caves-du-sud'];
    const sms = { senderId: 'CAVESSUD', replyCode: '36107' };
    await setUp(api, { advertiserId: caves, siren: '732829320', name: 'Caves du Sud', sms });
    const recipients = Array.from({ length: 24 }, (_, index) => {
      const contact = index % 3 === 0 ? { phone: `+33639980${100 + index}` } : { email: `all-${index}@example.fr` };
      return { contact, advertiserId: index % 2 === 0 ? valmy : caves };
    });
    for (const { contact, advertiserId } of recipients) await agree(api, contact, { advertiserId });
    for (const service of ['sesv2', 'sns']) stack.faults.next(service, 'throttle', { times: 100_000 });
    const asked: { readonly id: string; readonly advertiserId: string }[] = [];
    for (const { contact, advertiserId } of recipients)
      asked.push({ id: await ask(api, contact, { advertiserId }), advertiserId });
    await stack.idle();
    await pass(10);
    expect(await ringing()).toEqual(['late-messages']);
    for (const { id, advertiserId } of asked)
      expect(await messageOf(api, id, advertiserId)).toMatchObject({
        status: 'accepted',
        putBack: { reason: 'throttled' },
      });
    const received = () => [...stack.inbox(), ...stack.smsSink()].map(({ to }) => to);
    const addresses = recipients.map(({ contact }) => Object.values(contact)[0]);
    expect(received().filter((to) => addresses.includes(to))).toEqual([]);
    stack.faults.clear();
    await stack.clock.advance(20 * 60);
    await stack.idle();
    for (const { id, advertiserId } of asked)
      expect(await messageOf(api, id, advertiserId)).toMatchObject({ status: 'sent' });
    expect(
      received()
        .filter((to) => addresses.includes(to))
        .toSorted(),
    ).toEqual(addresses.toSorted());
    expect(await ringing()).toEqual([]);
  });

  test('twenty links that cannot be read in a minute are still an accident', async () => {
    const follow = () => fetch(`${stack.publicUrl}/o/${'A'.repeat(40)}`, { method: 'POST' });
    for (let count = 0; count < 20; count++) await follow();
    expect(await ringing()).toEqual([]);
    await stack.clock.advance(60);
  });
});

/** The bash blocks of a page of the runbook. */
const blocksOf = (page: string): readonly string[] =>
  [...page.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block = '']) => block);
const PAGES = globSync('docs/runbook/*.md').map((path) => ({
  name: basename(path, '.md'),
  text: readFileSync(path, 'utf8'),
}));
const [PREPARED = ''] = PAGES.filter(({ name }) => name === 'README').flatMap(({ text }) => blocksOf(text));
/** The alarms that a page says its drill raises. */
const raisedBy = (text: string): readonly string[] =>
  [...(/^Rings at home: (.*?)\n\n/ms.exec(text)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const DRILLS = PAGES.flatMap(({ name, text }) =>
  raisedBy(text).length === 0 ? [] : [{ name, raised: raisedBy(text), blocks: blocksOf(text) }],
);

/** What was on at each look, as the commands print it. */
const drill = async (commands: string): Promise<readonly (readonly string[])[]> => {
  const environment = {
    PATH: process.env.PATH,
    AVAL_API: stack.applicationUrl,
    AVAL_PUBLIC: stack.publicUrl,
    AVAL_CONSOLE: stack.consoleUrl,
    AVAL_KEY: stack.rootKey,
    AWS_ENDPOINT_URL: stack.aws.endpoint,
    AWS_ACCESS_KEY_ID: stack.aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: stack.aws.secretAccessKey,
    AWS_REGION: stack.aws.region,
  };
  const script = `${PREPARED}\n${commands}`.replaceAll(/^source .*\n/gm, '');
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env: environment });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('['))
    .map((line) => note((JSON.parse(line) as readonly { name: string }[]).map(({ name }) => shortName(name))));
};

/** Waits for a minute of the clock to begin: some alarms count what comes in one, which its end in the middle of a drill would divide. */
const minuteBegins = () => {
  const now = Date.parse(stack.clock.now());
  return stack.clock.set(new Date(now - (now % 60_000) + 60_000).toISOString());
};

/** Alarms that a drill should have raised, and did not. */
const notRaised = (raised: readonly string[], looks: readonly (readonly string[])[]): readonly string[] =>
  raised.filter((name) => !looks.flat().includes(name));

describe('the runbook', () => {
  test('a drill that breaks nothing, or what another alarm watches, is found', async () => {
    expect(notRaised(['parked', 'bounce-rate'], await drill('at_home GET /alarms'))).toEqual(['parked', 'bounce-rate']);
  });

  test.each(DRILLS)('the drill of $name raises what it says, and ends it where it says', async ({ raised, blocks }) => {
    await minuteBegins();
    const looks = await drill(blocks.join('\n'));
    expect(notRaised(raised, looks)).toEqual([]);
    if (blocks.length > 1) expect(raised.filter((name) => looks.at(-1)?.includes(name))).toEqual([]);
  });
});

/** What fills a queue where work stops is of each queue another thing. */
const DEPTH = 'ApproximateNumberOfMessagesVisible';

/**
 * What an alarm looks at and how, but for whose it is: which function, API or queue of work. Alarms alike in this are of one kind; of the
 * queues where work stops each is a kind.
 */
const kindOf = ({ metric, name: _, description: __, ...how }: AlarmDefinition): string => {
  const { namespace, name, dimensions } = metric;
  const by = name === DEPTH ? dimensions : Object.keys(dimensions);
  return JSON.stringify({ ...how, namespace, of: name.split(' ').at(-1), by });
};

// The other alarms of a kind differ by the name of what they watch: test/walls/wiring judges each of them in the same situations.
test('of each kind of alarm in the template, one at least was raised above, or in the drill of campaigns', async () => {
  const model = modelOf(readAssembly(await synthesiseOwn()), OPTIONS);
  const kinds = Map.groupBy(readAlarms(model), kindOf);
  const names = [...kinds.values()].map((alarms) => alarms.map(({ name }) => shortName(name)));
  expect(names.flat().length).toBeGreaterThan(50);
  const raised = new Set<string>([...raisedIn.keys(), ...RAISED_BY_CAMPAIGNS]);
  expect(names.filter((alike) => !alike.some((name) => raised.has(name)))).toEqual([]);
});
