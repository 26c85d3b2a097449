import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMPILED, compileNewsletter } from '#demo/campaign/compile-newsletter.ts';
import { shareOfCount } from '#test/support/shares/share.ts';
import { describePausedCampaign } from './console/paused-campaign.ts';
import { describeStoredPages } from './console/stored-pages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The demo as a process, on the first lines of its file: every part of it, in a small part of its time; then it stays. */
const startDemo = (...options: readonly string[]) => {
  // As a person runs it: what it counts is of a run without trouble.
  const env = { ...process.env, AVAL_FAULTS: 'none' };
  const ran = spawn(process.execPath, ['demo/main.ts', ...options], { cwd: ROOT, env });
  const [printed, told]: [Buffer[], Buffer[]] = [[], []];
  const said = () => ({ printed: Buffer.concat(printed).toString(), told: Buffer.concat(told).toString() });
  const ended = new Promise<number | null>((resolve) => ran.on('close', resolve));
  const running = new Promise<void>((resolve) => {
    for (const [stream, kept] of [[ran.stdout, printed] as const, [ran.stderr, told] as const])
      stream.on('data', (text: Buffer) => {
        kept.push(text);
        if (said().printed.includes('\n') && said().told.includes('Ctrl-C ends it')) resolve();
      });
  });
  const stop = (): Promise<number | null> => {
    ran.kill('SIGINT');
    return ended;
  };
  /** What it said until it stays, or has ended. */
  const filled = Promise.race([running, ended]).then(said);
  return { filled, stop };
};

/** What whoever runs `npm start` in this folder has there. */
const KEPT = ['env', 'aws'].map((name) => {
  const path = `${ROOT}.aval/${name}`;
  return { path, content: existsSync(path) ? readFileSync(path) : undefined };
});
const putBack = () => {
  for (const { path, content } of KEPT)
    if (content === undefined) rmSync(path, { force: true });
    else writeFileSync(path, content, { mode: 0o600 });
};

test('newsletter 1 is what MJML makes of its source', async () => {
  expect(readFileSync(COMPILED, 'utf8')).toBe(await compileNewsletter());
});

describe('npm run demo -- --json --stay', () => {
  let demo: ReturnType<typeof startDemo>;
  let result: Awaited<ReturnType<typeof startDemo>['filled']>;
  let summary: Record<string, number> & { refused: Record<string, number> };
  beforeAll(async () => {
    demo = startDemo('--json', '--stay', '--lines', `${shareOfCount(120, 60)}`);
    result = await demo.filled;
    if (result.printed === '') throw new Error(result.told);
    summary = JSON.parse(result.printed.split('\n')[0] ?? '{}');
  }, 600_000);
  afterAll(async () => {
    await demo?.stop();
    putBack();
  });

  test('prints one object when everything came out as the file says, and how long it takes before that', () => {
    expect(result.told).toMatch(/^[^\n]*minutes[\s\S]*recorded facts/);
    // The key is there while the demo goes on.
    expect(result.told).toMatch(/Root key {9}\w+\n[\s\S]*source \.aval\/env[\s\S]*recorded facts/);
    expect(result.printed.trimEnd().split('\n')).toHaveLength(1);
    expect(summary).toMatchObject({
      expectedMismatches: 0,
      sentAfterOpposition: 0,
      instructionsThatFail: 0,
      opposed: shareOfCount(20, 18),
      unknown: 0,
    });
  });

  test('accounts for every message asked for, and for every one that arrived', () => {
    const refused = Object.values(summary.refused).reduce((sum, count) => sum + count, 0);
    const { requested, sent = 0, deferred = 0, review = 0, invalid = 0, unknown = 0 } = summary;
    expect(sent + refused + deferred + review + invalid + unknown).toBe(requested);
    expect((summary.emailsInInbox ?? 0) + (summary.smsInSink ?? 0)).toBe(sent);
    expect(Object.keys(summary.refused).length).toBeGreaterThanOrEqual(8);
    expect(Math.min(sent, deferred, review, invalid)).toBeGreaterThan(0);
  });

  test('follows a campaign from its dry run to its report, wave by wave', () => {
    const { campaign } = summary as unknown as { campaign: Record<string, unknown> };
    const waves = campaign.waves as { readonly place: string; readonly arrived: number }[];
    expect(campaign.faults).toEqual([]);
    const arrived = waves.map((wave) => wave.arrived);
    expect(arrived).toEqual(arrived.toSorted((a, b) => a - b));
    expect(new Set(arrived).size).toBeGreaterThanOrEqual(3);
    const { allowed = 0, deferred = 0 } = campaign.forecasts as Readonly<Record<string, number>>;
    expect(allowed + deferred).toBe(arrived.at(-1));
    expect(campaign.totals).toMatchObject({ sent: arrived.at(-1) });
    expect(campaign.page).toBe('.aval/demo/campaign-report.html');
  });

  test('sends one offer by all four channels to whoever agreed, and each way to stop it stops the next', () => {
    const { channels } = summary as unknown as { channels: { channels: Record<string, unknown>[]; faults: string[] } };
    expect(channels.faults).toEqual([]);
    const agreed = { email: 8, sms: 8, mms: 6, 'automated-call': 6 };
    expect(channels.channels).toMatchObject(
      Object.entries(agreed).map(([channel, people]) => ({
        ...{ channel, agreed: people, selected: people, totals: { sent: people }, arrived: people },
        next: { status: 'refused', code: 'OPPOSED_CHANNEL' },
      })),
    );
  });

  test('names no address, neither in what it prints nor in what it tells', () => {
    expect(`${result.printed}${result.told}`).not.toMatch(/@|\+\d{6}/);
  });

  const said = (name: string) => new RegExp(`${name}\\s+(\\S+)`).exec(result.told)?.[1] ?? '';
  describeStoredPages(() => said('Console'));
  describePausedCampaign(() => ({ console: said('Console'), api: said('Application API'), key: said('Root key') }));

  test('leaves a reader to whom both letters were sent last, and whose consents to own and partners’ offers are in force', async () => {
    const email = 'ines@lecteurs.example';
    const inbox = (await (await fetch(`${said('Console')}/inbox`)).json()) as { to: string; subject: string }[];
    // Both are handed over at once, in no order.
    const subjects = inbox.filter(({ to }) => to === email).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual([
      'La nouvelle récolte est arrivée',
      'Un week-end en Limousin avec Gîtes du Limousin',
    ]);
    const answer = await fetch(`${said('Application API')}/v1/contacts/lookup`, {
      method: 'POST',
      headers: { authorization: `Bearer ${said('Root key')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ advertiserId: 'maison-ventadour', contact: { email } }),
    });
    const { consents, oppositions } = (await answer.json()) as { consents: object[]; oppositions: object[] };
    expect(oppositions).toEqual([]);
    expect(consents).toMatchObject([
      { purpose: 'own-offers', usable: { email: true } },
      { purpose: 'partner-offers', usable: { email: true } },
    ]);
  });

  test('stays until it is asked to end, and then exits with 0', async () => {
    expect((await fetch(said('Console'))).status).toBe(200);
    expect(await demo.stop()).toBe(0);
  });
});
