import { clientOf } from '#tools/api-client.ts';
import type { Aval } from '#tools/start/aval.ts';
import { type Asked, ask, type Surroundings, sendRound } from './campaign/campaign.ts';
import { idleWhileMoving } from './campaign/finish-wave.ts';
import { followCampaign } from './campaign/follow-campaign.ts';
import { importFacts } from './campaign/import-facts.ts';
import { mailingOf } from './campaign/mailings.ts';
import { writeToReader } from './campaign/reader.ts';
import { followChannels } from './channels/follow-channels.ts';
import type { Row } from './export/rows.ts';
import { mismatchesOf } from './judge.ts';
import { notRefused, type Opposer, opposeBy, prospectingTexts, receivedAt } from './oppose.ts';
import type { Progress } from './progress.ts';
import { reportOf } from './report.ts';
import { countOutcomes, type Summary } from './summary.ts';

/** Who says stop between the rounds, and who tries the instructions received afterwards. */
const BETWEEN_ROUNDS = { link: 7, 'one-click': 7, 'sms-reply': 6 };
const TRIED = { link: 75, 'one-click': 75, 'sms-reply': 50 };

const sentAfter = (stack: Aval, opposers: readonly Opposer[]): number =>
  opposers.reduce((sum, { address, receivedBefore }) => sum + receivedAt(stack, address) - receivedBefore, 0);

const sinceStart = (startedAt: number): number => Math.round((performance.now() - startedAt) / 100) / 10;

/** Asks for a newsletter once more for whom a human must decide: those of before have expired, and these wait for whoever looks. */
const askUndecided = async ({ client, idle }: Surroundings, asked: readonly Asked[]): Promise<void> => {
  for (const mailing of ['1', '3'] as const) {
    const undecided = asked.filter((each) => each.mailing === mailing && each.outcome === 'review');
    const recipients = undecided.flatMap(({ row, contact }) => (contact ? [{ row, contact }] : []));
    if (recipients.length > 0) await ask(client, mailingOf(mailing), recipients, 10);
  }
  await idle();
};

/**
 * The demo on a running stack: takes the lines over, sends both rounds, lets readers say stop in between, tries the
 * instructions of more of them, and judges every message. `stays`: the system runs on afterwards, and its report leads there. Throws when the API answers what no caller expects.
 */
export const runDemo = async (
  stack: Aval,
  rows: readonly Row[],
  progress: Progress,
  startedAt: number,
  stays: boolean,
): Promise<{ readonly summary: Summary; readonly report: string }> => {
  const arrived = () => stack.inbox().length + prospectingTexts(stack).length;
  const around: Surroundings = {
    client: clientOf(stack.applicationUrl, stack.rootKey),
    progress,
    idle: () => idleWhileMoving(stack, { done: arrived, slow: progress.slow }),
    arrived,
  };
  const imported = await importFacts(around.client, rows, progress);
  const first = await sendRound(around, imported, 1, ['1', 'sms']);
  const opposers = await opposeBy(around, stack, first, BETWEEN_ROUNDS);
  const asked = [...first, ...(await sendRound(around, imported, 2, ['2', '3', 'sms']))];

  const others = first.filter(({ row }) => !opposers.some((opposer) => opposer.asked.row === row));
  const tried = await opposeBy(around, stack, others, TRIED);
  const failed = await notRefused(around, tried);
  progress.end();

  const mismatches = mismatchesOf(rows, asked, opposers);
  // Counted before the clock goes on: what was deferred leaves then.
  const atHand = { emailsInInbox: stack.inbox().length, smsInSink: prospectingTexts(stack).length };
  const opponents = new Set([...opposers, ...tried].map(({ address }) => address));
  const campaign = await followCampaign(stack, around, opponents);
  progress.stage('one offer by all four channels', 1);
  const channels = await followChannels(stack, around.client);
  progress.step();
  progress.end();
  await askUndecided(around, asked);
  await writeToReader(around.client, around.idle);
  const summary: Summary = {
    ...countOutcomes(asked),
    expectedMismatches: mismatches.length,
    opposed: opposers.filter(({ registered }) => registered).length,
    sentAfterOpposition: sentAfter(stack, [...opposers, ...tried]),
    instructionsThatFail: failed.length + opposers.filter(({ registered }) => !registered).length,
    ...atHand,
    campaign,
    channels,
    seconds: sinceStart(startedAt),
  };
  const found = { asked, invalid: imported.invalid, mismatches, contacts: rows.length, tried: tried.length };
  return { summary, report: reportOf(summary, found, stays ? stack.consoleUrl : undefined) };
};
