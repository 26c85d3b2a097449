import { wallIn } from './expected.ts';
import { audienceOf, DAY, finalsOf, type Judged, named, type RunOfCampaign, runsIn } from './reading.ts';
import { decidedFrom } from './reviewed.ts';
import { letFrom } from './time-enough.ts';

/** Everyone whom the facts allow was reached (P11). */

/** Long enough after peace to leave, whatever the day and its ceiling were. */
export const LONG_ENOUGH = 4 * DAY;

/** Somebody stopped it, or may have, and nobody let it go on for sure. */
const isStopped = ({ asked }: RunOfCampaign['campaign']): boolean =>
  asked.some(({ to, acknowledgedAt }) => to === 'cancelled' || acknowledgedAt === undefined) ||
  asked.at(-1)?.to === 'paused';

/** Messages to one person that count on the same days. */
export const messagesFor = (record: Judged, channel: string, of: number): number =>
  runsIn(record).filter(({ campaign }) => campaign.channel === channel && campaign.of === of).length;

export const leftOutOfARun = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { campaign, run } = each;
    const ramped = run.startedAt + (campaign.ramp?.length ?? 0) * DAY;
    const mayFrom = Math.max(record.peaceFrom, ramped, decidedFrom(record, each) ?? 0, letFrom(record, each));
    const isLate = run.validUntil < mayFrom + LONG_ENOUGH;
    const isMuch = messagesFor(record, campaign.channel, campaign.of) > 3 * record.ceiling;
    if (isStopped(campaign) || isLate || isMuch) return [];
    return audienceOf(record, campaign).flatMap(({ address }) => {
      if (record.sink.inbox.some((received) => received.run === run.run && received.address === address)) return [];
      const recipient = record.of.recipients.find((one) => one.run === run.run && one.address === address);
      const state = recipient && finalsOf(recipient)[0]?.state;
      return state === 'unknown-final' ? [] : [`${named(each)} never came to ${address}, who agreed to it: ${state}`];
    });
  });

/** Nothing was wrong with it, and the law had its say: whoever gets one of these took a place of their advertiser. */
const BY_LAW = ['refused', 'deferred', 'in-review'];
/** The dispatcher puts off by itself whoever waits for their wave, and that takes no place. */
const OF_WAVES = 'WAVE_LATER';

/** When something came of a campaign of this advertiser, of whichever, on the channel that both share; or the law kept it from coming. */
export const turnsOf = (record: Judged, of: number): readonly number[] => {
  const own = new Set(
    runsIn(record).flatMap(({ campaign, run }) =>
      campaign.of === of && campaign.channel === 'email' ? [run.run] : [],
    ),
  );
  const kept = record.of.recipients.flatMap(({ run, outcomes }) =>
    own.has(run) ? outcomes.filter(({ state, code }) => BY_LAW.includes(state) && code !== OF_WAVES) : [],
  );
  const came = record.sink.inbox.filter(({ run }) => run !== undefined && own.has(run));
  return [...came, ...kept].map(({ at }) => at);
};

/**
 * With nothing going wrong, two advertisers who both have recipients left get the same, but for what cannot be divided; however
 * many campaigns each of them runs.
 */
export const starved = (record: Judged): readonly string[] => {
  const peaceful = runsIn(record).filter(({ run }) => run.startedAt > record.peaceFrom);
  const both = peaceful.filter(({ campaign }) => campaign.schedule.kind === 'now');
  const [one, other] = both;
  if (one === undefined || other === undefined || one.campaign.of === other.campaign.of) return [];
  const last = both.map(({ run }) => record.sink.inbox.findLast((received) => received.run === run.run)?.at ?? 0);
  const from = Math.max(one.run.startedAt, other.run.startedAt) + MINUTES_TO_BEGIN;
  const until = Math.min(...last);
  const counts = both.map(
    ({ campaign }) => turnsOf(record, campaign.of).filter((at) => at > from && at <= until).length,
  );
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  // Whoever waits for the law, and not for a share, is left out.
  const waits = record.of.recipients.some(
    ({ run, outcomes }) => both.some((each) => each.run.run === run) && outcomes.some(({ state }) => state !== 'sent'),
  );
  const isStopped = record.stops.some((stop) => stop.from < until && stop.until > from - MINUTES_TO_BEGIN);
  if (waits || isStopped || until <= from) return [];
  return most > 2 * least + MOST_APART
    ? [
        `one advertiser sent ${most} while another who shared with it sent ${least}, until ${wallIn('Europe/Paris', until)}`,
      ]
    : [];
};

const MINUTES_TO_BEGIN = 2 * 60_000;
const MOST_APART = 3;
