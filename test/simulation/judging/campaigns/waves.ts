import { earliestOf, wallIn } from './expected.ts';
import { messagesFor } from './reached.ts';
import { audienceOf, inboxOf, type Judged, MINUTE, named, type RunOfCampaign, runsIn } from './reading.ts';
import { decidedFrom } from './reviewed.ts';

/** A wave leaves at its hour, at the pace of its run, and nobody whose hour is to come takes a place of it. */

/** Texts that a provider takes in a minute beside single messages, and mails for each second of what it takes. */
const [TEXTS, MAILS] = [48, 48];
/** From the hour until somebody of the first minute has come: a start, a minute of the dispatcher, and two of the queue. */
const IN_TIME = 3 * MINUTE;
/** Hours of a day in which nothing keeps a message, and days without a holiday, from 0 for Sunday. */
const [FIRST_HOUR, LAST_HOUR, DAYS] = ['09:00', '19:00', [2, 3, 4]];

type Person = Judged['people'][number];

const isLawful = ({ zones }: Person, at: number): boolean =>
  zones.every((zone) => {
    const [day = '', hour = ''] = wallIn(zone, at).split('T');
    return hour >= FIRST_HOUR && hour <= LAST_HOUR && DAYS.includes(new Date(day).getUTCDay());
  });

/** Nothing but the hours and the pace of the run has a say in when it leaves: it began in peace, and nobody stops it. */
const isFree = (record: Judged, each: RunOfCampaign): boolean =>
  each.campaign.schedule.kind === 'waves' &&
  each.run.startedAt > record.peaceFrom &&
  each.campaign.asked.length === 0 &&
  each.campaign.ramp === undefined &&
  decidedFrom(record, each) === undefined &&
  messagesFor(record, each.campaign.channel, each.campaign.of) <= record.ceiling;

/** How many of a run may leave in a minute, however many others share its provider with it: all of them get the same, and some of what it takes is in hands. */
const placesOf = (record: Judged, { campaign, run }: RunOfCampaign): number => {
  const sharing = runsIn(record).filter(
    (other) =>
      other.campaign.channel === campaign.channel && (other.run.finishedAt ?? Number.POSITIVE_INFINITY) > run.startedAt,
  );
  const all = campaign.channel === 'sms' ? TEXTS : record.of.perSecond * MAILS;
  const share = Math.floor((all - record.people.length) / sharing.length);
  return Math.min(share, campaign.maxPerMinute ?? share);
};

export const lateForTheirWave = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) => {
    const { campaign, run } = each;
    const places = placesOf(record, each);
    if (!isFree(record, each) || places < 1) return [];
    const came = new Map(inboxOf(record, run.run).map(({ address, at }) => [address, at]));
    const hourOf = ({ zones: [zone = ''] }: Person): number => earliestOf(campaign, run.scheduledAt, zone);
    const own = record.people.filter(({ of, channel }) => of === campaign.of && channel === campaign.channel);
    return audienceOf(record, campaign).flatMap((person) => {
      const hour = hourOf(person);
      // Those of an earlier hour who had not come by this one go first.
      const before = own.filter((one) => hourOf(one) <= hour && !((came.get(one.address) ?? hour) < hour)).length;
      const by = hour + Math.ceil(before / places) * MINUTE + IN_TIME;
      const isJudged = hour >= run.startedAt && by < run.validUntil && isLawful(person, hour) && isLawful(person, by);
      const late = Math.floor(((came.get(person.address) ?? run.validUntil) - by) / MINUTE);
      return isJudged && late > 0
        ? [`${named(each)} came to ${person.address} ${late} minutes after their wave was to be through, of ${before}`]
        : [];
    });
  });
