import type { PlannedCampaign } from './campaigns/planned.ts';
import type { Failing } from './shrink.ts';

const clock = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, 19);

/** Long names, as a reader can tell them apart. */
const shortened = (line: string): string =>
  line
    .replaceAll(/(msg_[A-Za-z0-9_-]{4})[A-Za-z0-9_-]{18}/g, '$1…')
    .replaceAll(/(v1n1\.[A-Za-z0-9_-]{4})[A-Za-z0-9_-]{39}/g, '$1…')
    .replaceAll(/(cmp_[A-Za-z0-9_-]{4})[A-Za-z0-9_-]{18}/g, '$1…')
    .replaceAll(/([0-9a-f]{6})[0-9a-f]{58}/g, '$1…')
    .slice(0, 240);

const scheduleOf = ({ schedule }: PlannedCampaign): string =>
  Object.entries(schedule)
    .map(([name, value]) => (name === 'kind' ? value : `${name} ${value}`))
    .join(' ');

const campaignLines = (campaign: PlannedCampaign): readonly string[] => [
  `  ${campaign.reference} by ${campaign.channel} of advertiser ${campaign.of}, created at ${clock(campaign.at)}: ${scheduleOf(campaign)}, until ${clock(campaign.endsAt)}` +
    (campaign.maxPerMinute === undefined ? '' : `, ${campaign.maxPerMinute} a minute`) +
    (campaign.ramp === undefined ? '' : `, ${campaign.ramp} on its first days`),
  ...campaign.controls.map(({ at, to }) => `    ${to} at ${clock(at)}`),
];

/** A failing run as a story: who, what was asked, what went wrong around it, what happened, and which promise broke. */
export const tellOf = ({ story, ran }: Failing): string =>
  [
    `seed ${story.seed}, from ${clock(story.begins)} UTC; ${story.ceiling} a day; left in peace from ${clock(story.peaceFrom)}`,
    ...story.people
      .map(({ address, consents }, index) => ({ address, consents, index }))
      .filter(({ index }) => story.campaigns.length > 0 || story.messages.some(({ to }) => to === index))
      .map(({ address, consents }) => `  ${address} ${consents ? 'agreed' : 'never agreed'}`),
    ...story.messages.map(
      ({ reference, to, at, validUntil }) =>
        `  ${reference} for ${story.people[to]?.address} at ${clock(at)}, valid until ${clock(validUntil)}`,
    ),
    ...story.campaigns.flatMap(campaignLines),
    ...(story.review === undefined
      ? []
      : [
          `  what waits for a human at advertiser ${story.review.of} is ${story.review.decision} from ${clock(story.review.at)}`,
        ]),
    ...story.oppositions.map(({ by, how }) => `  ${story.people[by]?.address} objects: ${how}`),
    ...(story.moves ?? []).map(
      ({ by, to, at, afterReading }) =>
        `  ${story.people[by]?.address} is written to at ${to} from ${clock(at)}${afterReading === undefined ? '' : ', once something came'}`,
    ),
    ...story.halts.map(({ from, until }) => `  halted from ${clock(from)} until ${clock(until)}`),
    ...(story.throttled ?? []).map(
      ({ from, until }) => `  SES throttles all from ${clock(from)} until ${clock(until)}`,
    ),
    ...(story.stops ?? []).map(
      ({ of, from, until }) => `  SES stops advertiser ${of} from ${clock(from)} until ${clock(until)}`,
    ),
    ...(story.away ?? []).map(
      ({ from, until }) => `  no worker takes a chunk up from ${clock(from)} until ${clock(until)}`,
    ),
    'what went wrong around it:',
    ...ran.happened
      .filter(({ kind }) => kind !== 'outage')
      .map(({ name, at, where }) => `  ${String(at - story.begins).padStart(10)}  ${name} ${shortened(where)}`),
    'what happened:',
    ...ran.lines.map(shortened),
    'what is broken:',
    ...ran.faults.map((fault) => `  ${fault}`),
  ].join('\n');
