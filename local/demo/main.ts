import { startStack } from '../stack.ts';
import type { Stack } from '../stack-options.ts';
import { type Surroundings, sendRound } from './campaign.ts';
import { clientOf } from './client.ts';
import { mismatchesOf } from './judge.ts';
import { notRefused, type Opposer, opposeBy, receivedAt } from './oppose.ts';
import { progressOn } from './progress.ts';
import { reportOf } from './report.ts';
import { readRows } from './rows.ts';
import { countOutcomes, faultsOf, type Summary } from './summary.ts';
import { takeOver } from './take-over.ts';

/** A Tuesday at an hour at which nothing but the recipient's own clock defers. */
const AT = '2026-11-24T11:00:00+01:00';
/** Who says stop between the rounds, and who tries the instructions received afterwards. */
const BETWEEN_ROUNDS = { link: 7, 'one-click': 7, 'sms-reply': 6 };
const TRIED = { link: 75, 'one-click': 75, 'sms-reply': 50 };
const IDLE_MS = 180_000;

const sentAfter = (stack: Stack, opposers: readonly Opposer[]): number =>
  opposers.reduce((sum, { address, receivedBefore }) => sum + receivedAt(stack, address) - receivedBefore, 0);

const runDemo = async (stack: Stack, startedAt: number) => {
  const rows = readRows();
  const progress = progressOn(process.stderr);
  const around: Surroundings = {
    client: clientOf(stack.applicationUrl, stack.rootKey),
    progress,
    idle: () => stack.idle({ timeoutMs: IDLE_MS }),
    arrived: () => stack.inbox().length + stack.smsSink().length,
  };
  const takenOver = await takeOver(around.client, rows, progress);
  const first = await sendRound(around, takenOver, 1, ['1', 'sms']);
  const opposers = await opposeBy(around, stack, first, BETWEEN_ROUNDS);
  const second = await sendRound(around, takenOver, 2, ['2', '3', 'sms']);
  const asked = [...first, ...second];

  const still = first.filter(({ row }) => !opposers.some((opposer) => opposer.asked.row === row));
  const tried = await opposeBy(around, stack, still, TRIED);
  const failed = await notRefused(around, tried);
  progress.end();

  const mismatches = mismatchesOf(rows, asked, opposers);
  const summary: Summary = {
    ...countOutcomes(asked),
    expectedMismatches: mismatches.length,
    opposed: opposers.filter(({ heard }) => heard).length,
    sentAfterOpposition: sentAfter(stack, [...opposers, ...tried]),
    instructionsThatFail: failed.length + opposers.filter(({ heard }) => !heard).length,
    emailsInInbox: stack.inbox().length,
    smsInSink: stack.smsSink().length,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  };
  const found = { asked, invalid: takenOver.invalid, mismatches, contacts: rows.length, tried: tried.length };
  return { summary, report: reportOf(summary, found) };
};

const startedAt = performance.now();
process.stderr.write('Starting the whole system on this machine…\n');
const stack = await startStack({ at: AT });
try {
  const { summary, report } = await runDemo(stack, startedAt);
  const faults = faultsOf(summary);
  const isJson = process.argv.includes('--json');
  process.stdout.write(isJson ? `${JSON.stringify(summary)}\n` : report);
  if (isJson && faults.length > 0) process.stderr.write(`${report}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await stack.stop();
}
