import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foreseenToLeave } from '#shared/domain/campaign/dry-run.ts';
import { listOf } from '#tools/api-client.ts';
import type { Aval } from '#tools/start/aval.ts';
import { ADVERTISER_ID } from './advertiser.ts';
import type { Surroundings } from './campaign.ts';
import { asked, type Counts, countsOf, jobOf, PATIENCE, passMinute, sumOf } from './campaign-calls.ts';
import { finishWave, type WaveSeen } from './finish-wave.ts';
import { CAMPAIGN, putTemplate, recordOverseas, type With } from './prepare-campaign.ts';

/** When whoever waits for someone to decide has expired. */
const AFTER_ITS_END = '2026-11-26T08:05:00Z';

/** It is 09:00 of the next day where days begin first: the run is cut, and everybody waits for their own. */
const THE_EVENING_BEFORE = '2026-11-24T19:30:00Z';
/** 09:00 in La Réunion, in Paris, and in Martinique; and when it is past that hour wherever people live. */
const WAVES = [
  { place: 'La Réunion', at: '2026-11-25T05:00:00Z' },
  { place: 'Paris', at: '2026-11-25T08:00:00Z' },
  { place: 'Martinique', at: '2026-11-25T13:00:00Z' },
  { place: 'the rest of the world', at: '2026-11-25T20:00:00Z' },
] as const;
/** Minutes in which all of it has ended. */
const MOST_MINUTES = 10;

/** One reason, in words, and for how many. */
interface Reason {
  readonly sentence: string;
  readonly code: string;
  readonly recipients: number;
  readonly todo?: string | undefined;
}

/** A campaign followed from its dry run to its report. */
export interface Followed {
  readonly audience: number;
  readonly forecasts: Counts;
  readonly reasons: readonly Reason[];
  readonly costUsd: number | undefined;
  /** Mails that had arrived when each wave was through. */
  readonly waves: readonly { readonly place: string; readonly arrived: number }[];
  readonly totals: Counts;
  /** The file of this machine that its page was put in. */
  readonly page: string | undefined;
  readonly faults: readonly string[];
}

const reasonIn = ({ sentence, code, recipients, remedy }: Readonly<Record<string, unknown>>): Reason => ({
  sentence: String(Object(sentence).en),
  code: String(code),
  recipients: Number(recipients),
  todo: remedy === undefined ? undefined : String(Object(remedy).en ?? Object(Object(remedy).sentence).en),
});

const PAGE = new URL('../../.aval/demo/campaign-report.html', import.meta.url);

/** Keeps the page of a report, so that it can be opened when the stack is gone. */
const savedPage = async (files: readonly Readonly<Record<string, unknown>>[]): Promise<string | undefined> => {
  const page = files.find(({ format }) => format === 'html');
  if (page === undefined) return undefined;
  const answer = await fetch(String(page.fileUrl));
  if (!answer.ok) throw new Error(`The page of the report answered ${answer.status}`);
  mkdirSync(new URL('.', PAGE), { recursive: true });
  writeFileSync(PAGE, await answer.text());
  return relative(process.cwd(), fileURLToPath(PAGE));
};

/** The campaign, and how many mails had arrived before it. */
interface Made {
  readonly path: string;
  readonly before: number;
}

const askFor = async ({ client }: With, { path }: Made) =>
  asked(client, 'GET', `${path}?advertiserId=${ADVERTISER_ID}`);

/** Lets the clock go from wave to wave: how many mails had arrived when each was through. */
const sendInWaves = async (by: With, made: Made): Promise<Followed['waves']> => {
  const { stack, progress } = by;
  const arrived = () => stack.inbox().length - made.before;
  const meanwhile = {
    done: () => {
      progress.to(arrived());
      return stack.inbox().length;
    },
    slow: progress.slow,
    look: async (): Promise<WaveSeen> => {
      const [run] = listOf((await askFor(by, made)).runs);
      const settled = sumOf(countsOf(Object(run).settled));
      return { allSelected: Object(run).allSelected === true, done: settled + stack.inbox().length };
    },
  };
  await stack.clock.set(THE_EVENING_BEFORE);
  await finishWave(stack, 'of the evening before', meanwhile);
  const waves: { place: string; arrived: number }[] = [];
  for (const { place, at } of WAVES) {
    await stack.clock.set(at);
    await finishWave(stack, `of ${place}`, meanwhile);
    waves.push({ place, arrived: arrived() });
  }
  return waves;
};

/** Lets the clock go on until whoever waited for someone to decide has expired. */
const finish = async (by: With, made: Made): Promise<void> => {
  const { stack } = by;
  await stack.clock.set(AFTER_ITS_END);
  await stack.idle(PATIENCE);
  const state = async () => (await askFor(by, made)).state;
  for (let minute = 0; minute < MOST_MINUTES && (await state()) !== 'finished'; minute += 1) await passMinute(stack);
};

/** What should not be so, in words. */
const faultsOf = (
  { audience, totals, forecasts }: Pick<Followed, 'audience' | 'totals' | 'forecasts'>,
  isFinal: boolean,
  mails: readonly { readonly to: string }[],
  opponents: ReadonlySet<string>,
): readonly string[] => {
  const foreseen = foreseenToLeave(forecasts);
  const faults: [boolean, string][] = [
    [!isFinal, 'The campaign has not finished.'],
    [sumOf(totals) !== audience, `${audience} were selected, ${sumOf(totals)} have a state.`],
    [totals.sent !== mails.length, `${totals.sent} were sent, ${mails.length} arrived.`],
    [new Set(mails.map(({ to }) => to)).size !== mails.length, 'Somebody was written to twice.'],
    [mails.some(({ to }) => opponents.has(to)), 'Somebody was written to who had said stop.'],
    [foreseen !== totals.sent, `The dry run foresaw ${foreseen} mails, ${totals.sent} were sent.`],
  ];
  return faults.flatMap(([isFault, sentence]) => (isFault ? [sentence] : []));
};

/**
 * Looks at a campaign before it leaves, lets the clock go from wave to wave, and asks for its report. `opponents`: addresses that have
 * said stop, none of which may be reached.
 */
export const followCampaign = async (
  stack: Aval,
  { client, progress }: Pick<Surroundings, 'client' | 'progress'>,
  opponents: ReadonlySet<string>,
): Promise<Followed> => {
  const by = { stack, client, progress };
  progress.stage('a campaign: made', 1);
  await putTemplate(by);
  await recordOverseas(by);
  await stack.idle(PATIENCE);
  const before = stack.inbox().length;
  const { campaignId } = await asked(client, 'POST', '/v1/campaigns', { advertiserId: ADVERTISER_ID, ...CAMPAIGN });
  const made = { path: `/v1/campaigns/${String(campaignId)}`, before };
  progress.step();
  const { audience: of } = CAMPAIGN;
  const whom = await asked(client, 'POST', '/v1/audiences/count', { advertiserId: ADVERTISER_ID, ...of.segment });
  progress.stage('a campaign: looked at before it leaves', Number(whom.count));
  const look = progress.to;
  const { dryRun, recipients: lookedAt } = await jobOf(stack, client, `${made.path}/dry-run`, { look });
  progress.to(Number(lookedAt));
  const forecasts = countsOf(Object(dryRun).forecasts);
  progress.stage('a campaign: sent in waves', foreseenToLeave(forecasts));
  const waves = await sendInWaves(by, made);
  await finish(by, made);
  progress.stage('a campaign: its report', Number(lookedAt));
  const body = { advertiserId: ADVERTISER_ID };
  const { report, recipients: counted } = await jobOf(stack, client, `${made.path}/report`, { body, look });
  progress.to(Number(counted));
  const { recipients, totals, isFinal, files } = Object(report);
  const found = { audience: Number(recipients), totals: countsOf(totals), forecasts };
  return {
    ...found,
    reasons: listOf(Object(dryRun).reasons).map(reasonIn),
    costUsd: Object(Object(dryRun).cost).usd,
    waves,
    page: await savedPage(listOf(files)),
    faults: faultsOf(found, isFinal === true, stack.inbox().slice(before), opponents),
  };
};
