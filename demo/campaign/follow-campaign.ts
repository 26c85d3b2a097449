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
import { mailingOf } from './mailings.ts';

/** The campaign of the day after: newsletter 1 to everybody of the index, at 09:00 where each of them is. */
const CAMPAIGN = {
  name: 'Récolte d’hiver',
  channel: 'email',
  purpose: 'own-offers',
  template: { templateId: 'new-harvest', version: '1' },
  audience: { segment: { channel: 'email', purpose: 'own-offers' } },
  schedule: { waves: '2026-11-25T09:00' },
  endsAt: '2026-11-26T09:00:00+01:00',
} as const;
/** When whoever waits for someone to decide has expired. */
const AFTER_ITS_END = '2026-11-26T08:05:00Z';

/** Readers overseas, who are in no line of the file: three in each place. */
const OVERSEAS = ['Indian/Reunion', 'America/Martinique'].flatMap((zone) =>
  [1, 2, 3].map((number) => ({ zone, email: `${zone.split('/')[1]?.toLowerCase()}-${number}@lecteurs.example` })),
);

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

/**
 * Looks at a campaign before it leaves, lets the clock go from wave to wave, and asks for its report. `opponents`: addresses that have
 * said stop, none of which may be reached.
 */
export const followCampaign = async (
  stack: Aval,
  { client, progress }: Pick<Surroundings, 'client' | 'progress'>,
  opponents: ReadonlySet<string>,
): Promise<Followed> => {
  progress.stage('a campaign: made', 1);
  const { templateId, version } = CAMPAIGN.template;
  const { offerCategory: category, content } = mailingOf('1');
  await asked(client, 'PUT', `/v1/advertisers/${ADVERTISER_ID}/templates/${templateId}/versions/${version}`, {
    category,
    content,
  });
  for (const { email, zone } of OVERSEAS) {
    const whose = { advertiserId: ADVERTISER_ID, contact: { email } };
    await asked(client, 'PUT', '/v1/contacts', { ...whose, zone });
    const form = { formId: 'newsletter', version: '2024-01' };
    const consent = { ...whose, channels: ['email'], purpose: 'own-offers', form, givenAt: '2026-05-20T09:00:00Z' };
    await asked(client, 'POST', '/v1/consents', consent, email);
  }
  await stack.idle(PATIENCE);
  const before = stack.inbox().length;
  const { campaignId } = await asked(client, 'POST', '/v1/campaigns', { advertiserId: ADVERTISER_ID, ...CAMPAIGN });
  const path = `/v1/campaigns/${String(campaignId)}`;
  progress.step();
  const { audience: of } = CAMPAIGN;
  const whom = await asked(client, 'POST', '/v1/audiences/count', { advertiserId: ADVERTISER_ID, ...of.segment });
  progress.stage('a campaign: looked at before it leaves', Number(whom.count));
  const { dryRun, recipients: lookedAt } = await jobOf(stack, client, `${path}/dry-run`, { look: progress.to });
  progress.to(Number(lookedAt));
  const waves: { place: string; arrived: number }[] = [];
  progress.stage('a campaign: sent in waves', foreseenToLeave(countsOf(Object(dryRun).forecasts)));
  const ofCampaign = () => asked(client, 'GET', `${path}?advertiserId=${ADVERTISER_ID}`);
  const meanwhile = {
    done: () => {
      progress.to(stack.inbox().length - before);
      return stack.inbox().length;
    },
    slow: progress.slow,
    look: async (): Promise<WaveSeen> => {
      const [run] = listOf((await ofCampaign()).runs);
      const settled = sumOf(countsOf(Object(run).settled));
      return { allSelected: Object(run).allSelected === true, done: settled + stack.inbox().length };
    },
  };
  await stack.clock.set(THE_EVENING_BEFORE);
  await finishWave(stack, 'of the evening before', meanwhile);
  for (const { place, at } of WAVES) {
    await stack.clock.set(at);
    await finishWave(stack, `of ${place}`, meanwhile);
    waves.push({ place, arrived: stack.inbox().length - before });
  }
  await stack.clock.set(AFTER_ITS_END);
  await stack.idle(PATIENCE);
  const state = async () => (await ofCampaign()).state;
  for (let minute = 0; minute < MOST_MINUTES && (await state()) !== 'finished'; minute += 1) await passMinute(stack);
  progress.stage('a campaign: its report', Number(lookedAt));
  const body = { advertiserId: ADVERTISER_ID };
  const { report, recipients: counted } = await jobOf(stack, client, `${path}/report`, { body, look: progress.to });
  progress.to(Number(counted));
  const { recipients, totals, isFinal, files } = Object(report);
  const mails = stack.inbox().slice(before);
  const found = {
    audience: Number(recipients),
    totals: countsOf(totals),
    forecasts: countsOf(Object(dryRun).forecasts),
  };
  const foreseen = foreseenToLeave(found.forecasts);
  const faults: [boolean, string][] = [
    [isFinal !== true, 'The campaign has not finished.'],
    [sumOf(found.totals) !== found.audience, `${found.audience} were selected, ${sumOf(found.totals)} have a state.`],
    [found.totals.sent !== mails.length, `${found.totals.sent} were sent, ${mails.length} arrived.`],
    [new Set(mails.map(({ to }) => to)).size !== mails.length, 'Somebody was written to twice.'],
    [mails.some(({ to }) => opponents.has(to)), 'Somebody was written to who had said stop.'],
    [foreseen !== found.totals.sent, `The dry run foresaw ${foreseen} mails, ${found.totals.sent} were sent.`],
  ];
  return {
    ...found,
    reasons: listOf(Object(dryRun).reasons).map(reasonIn),
    costUsd: Object(Object(dryRun).cost).usd,
    waves,
    page: await savedPage(listOf(files)),
    faults: faults.filter(([isFault]) => isFault).map(([, sentence]) => sentence),
  };
};
