import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMPILED, compileNewsletter } from '#demo/campaign/compile-newsletter.ts';
import { shareOfCount } from '#test/support/shares/share.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The demo as a process, on the first lines of its file: every part of it, in a small part of its time. */
const demo = (...options: readonly string[]): Promise<{ code: number | null; printed: string; told: string }> =>
  new Promise((resolve) => {
    // As a person runs it: what it counts is of a run without trouble.
    const env = { ...process.env, AVAL_FAULTS: 'none' };
    const ran = spawn(process.execPath, ['demo/main.ts', ...options], { cwd: ROOT, env });
    const [printed, told]: [Buffer[], Buffer[]] = [[], []];
    ran.stdout.on('data', (text: Buffer) => printed.push(text));
    ran.stderr.on('data', (text: Buffer) => told.push(text));
    ran.on('close', (code) => {
      resolve({ code, printed: Buffer.concat(printed).toString(), told: Buffer.concat(told).toString() });
    });
  });

test('newsletter 1 is what MJML makes of its source', async () => {
  expect(readFileSync(COMPILED, 'utf8')).toBe(await compileNewsletter());
});

describe('npm run demo -- --json', () => {
  let result: Awaited<ReturnType<typeof demo>>;
  let summary: Record<string, number> & { refused: Record<string, number> };
  beforeAll(async () => {
    result = await demo('--json', '--lines', `${shareOfCount(120, 60)}`);
    summary = JSON.parse(result.printed.split('\n')[0] ?? '{}');
  }, 300_000);

  test('prints one object and exits with 0 when everything came out as the file says', () => {
    expect(result.told).toContain('recorded facts');
    expect(result.printed.trimEnd().split('\n')).toHaveLength(1);
    expect({ ...summary, told: result.code }).toMatchObject({
      told: 0,
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
    expect(campaign.forecasts).toMatchObject({ allowed: arrived.at(-1) });
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
});
