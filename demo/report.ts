import { foreseenToLeave } from '#shared/domain/campaign/dry-run.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { STATE_NAMES } from '#shared/domain/campaign/words/state-names.ts';
import { reasonOf } from '#shared/law/reasons/reasons.ts';
import type { Asked } from './campaign/campaign.ts';
import { DEMO_MAILINGS } from './campaign/mailings.ts';
import type { InvalidCell } from './campaign/plan.ts';
import type { Mismatch } from './judge.ts';
import { numbers } from './numbers.ts';
import { countOutcomes, faultsOf, type Summary } from './summary.ts';

const NAMED = 20;
const HEADINGS = ['asked', 'sent', 'refused', 'deferred', 'review', 'invalid', 'unknown'] as const;
const cell = (value: number | string): string =>
  (typeof value === 'number' ? numbers.format(value) : value).padStart(9);
const total = (byCode: Readonly<Record<string, number>>): number =>
  Object.values(byCode).reduce((sum, n) => sum + n, 0);

const rowOf = (title: string, asked: readonly Asked[]): string => {
  const counts = countOutcomes(asked);
  const { requested, sent, refused, deferred, review, invalid, unknown } = counts;
  return [title.padEnd(42), ...[requested, sent, total(refused), deferred, review, invalid, unknown].map(cell)].join(
    '',
  );
};

const messagesTable = (asked: readonly Asked[]): string[] => {
  const rounds = [...new Set(asked.map(({ round }) => round))];
  const lines = rounds.flatMap((round) =>
    DEMO_MAILINGS.flatMap(({ mailing, title }) => {
      const of = asked.filter((each) => each.round === round && each.mailing === mailing);
      return of.length === 0 ? [] : [rowOf(`Round ${round}  ${title}`, of)];
    }),
  );
  return [[''.padEnd(42), ...HEADINGS.map(cell)].join(''), ...lines, rowOf('All', asked)];
};

/** Each refusal, deferral and review by its first reason, in words. */
const reasonsTable = (asked: readonly Asked[], outcome: string, title: string): string[] => {
  const byCode = Map.groupBy(
    asked.filter((each) => each.outcome === outcome),
    ({ code }) => code ?? '',
  );
  const ordered = [...byCode].sort((a, b) => b[1].length - a[1].length);
  const lines = ordered.map(([code, of]) => `${cell(of.length)}  ${reasonOf(code)?.en ?? code} [${code}]`);
  return lines.length === 0 ? [] : ['', title, ...lines];
};

const invalidTable = (invalid: readonly InvalidCell[]): string[] => [
  '',
  'Lines that could not be used',
  ...[...invalid]
    .sort((a, b) => a.line - b.line)
    .map(({ line, column, detail }) => `${cell(`line ${line}`)}  ${column}: ${detail}`),
];

const mismatchTable = (mismatches: readonly Mismatch[]): string[] =>
  mismatches
    .slice(0, NAMED)
    .map(
      ({ line, mailing, round, expected, got, situation }) =>
        `  line ${line}, mailing ${mailing}, round ${round}: expected ${expected}, got ${got} (${situation})`,
    );

/** Of whom waits: what for, and until when. */
const UNTIL: Readonly<Record<string, string>> = {
  waiting: ' for their turn or the provider, until the campaign ends',
  deferred: ' until a lawful hour, or until the campaign ends',
  'in-review': ', until the campaign ends',
  unknown: ', for a day',
};

/** A state as reports call it, with what whoever waits waits for. */
const stateIn = (name: string): string => {
  const found = RecipientState.safeParse(name);
  if (!found.success) return name === 'allowed' ? 'may leave' : name;
  return `${STATE_NAMES.en[found.data].toLowerCase()}${UNTIL[name] ?? ''}`;
};

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${numbers.format(count)} ${stateIn(name)}`)
    .join('; ');

/** A campaign as its marketer follows it: looked at before, wave by wave, and what came of it. */
const campaignLines = ({ campaign }: Summary): string[] => [
  `The campaign “Récolte d’hiver”, Wednesday 25 November 2026 at 09:00 where each reader is`,
  `  Looked at before: ${inWords(campaign.forecasts)}${campaign.costUsd === undefined ? '' : `; SES bills ${campaign.costUsd} USD`}`,
  ...campaign.reasons
    .filter(({ todo }) => todo !== undefined)
    .map(({ recipients, sentence, code, todo }) => `${cell(recipients)}  ${sentence} [${code}]: ${todo}`),
  ...campaign.waves.map(({ place, arrived }) => `  After 09:00 in ${place}: ${numbers.format(arrived)} had arrived`),
  `  Its report: ${numbers.format(campaign.audience)} selected: contacts with an e-mail address and something recorded on which its own offers may rest; the other lines have none`,
  `  What came of them: ${inWords(campaign.totals)}`,
  `  Foreseen to leave: ${numbers.format(foreseenToLeave(campaign.forecasts))}; sent: ${numbers.format(campaign.totals.sent ?? 0)}`,
  ...(campaign.page === undefined ? [] : [`  As a page: ${campaign.page}`]),
  '',
];

/** How people call the channels. */
const BY: Readonly<Record<string, string>> = {
  email: 'by e-mail',
  sms: 'by SMS',
  mms: 'by MMS',
  'automated-call': 'by automated call',
};

/** One offer by all channels, and what stopped it. */
const channelsLines = ({ channels: { people, channels } }: Summary, { phones }: Links): string[] => [
  'One offer by all four channels, Thursday 26 November 2026 at 10:05 in Paris',
  `  ${people} people ticked boxes in the shop that morning, one box for each channel`,
  ...channels.flatMap(({ channel, agreed, totals, arrived, stop, next }) => [
    `  ${(BY[channel] ?? channel).padEnd(18)} ${agreed} agreed; its report: ${inWords(totals)}; ${arrived} arrived`,
    `  ${''.padEnd(18)} one reader ${stop}; the next message: ${next.status}, ${next.sentence} [${next.code}]`,
  ]),
  `  To see them on their phones: ${phones}`,
  '',
];

/** What became of those whom nobody decided on. */
const undecidedLines = ({ review }: Summary, { reviews }: Links): string[] =>
  review === 0
    ? []
    : [
        '           Nobody decided, so none of these left. In the end newsletters 1 and 3 are asked for again for them:',
        `           they wait for three days, to be decided: ${reviews}`,
      ];

/** Where it is shown, for as long as the system runs. */
interface Links {
  readonly phones: string;
  readonly reviews: string;
}

/** On the console that stays, or how to have one that does. */
const linksIn = (consoleUrl: string | undefined): Links =>
  consoleUrl === undefined
    ? {
        phones: 'npm start -- --demo, then /phones of the console',
        reviews: 'npm start -- --demo, then /reviews of the console',
      }
    : { phones: `${consoleUrl}/phones`, reviews: `${consoleUrl}/reviews` };

/** What a marketer reads: who got it, who did not and why, what waits. */
export const reportOf = (
  summary: Summary,
  found: {
    asked: readonly Asked[];
    invalid: readonly InvalidCell[];
    mismatches: readonly Mismatch[];
    contacts: number;
    tried: number;
  },
  consoleUrl?: string,
): string => {
  const links = linksIn(consoleUrl);
  const faults = faultsOf(summary);
  const verdict =
    faults.length === 0
      ? ['Everything came out as the file says it must.']
      : [...faults, ...mismatchTable(found.mismatches)];
  return [
    `Maison Ventadour, ${numbers.format(found.contacts)} lines of a contact export, Tuesday 24 November 2026, 11:00 in Paris`,
    '',
    ...messagesTable(found.asked),
    ...reasonsTable(found.asked, 'refuse', 'Refused, and why'),
    ...reasonsTable(found.asked, 'defer', 'Deferred until it is a lawful hour there'),
    ...reasonsTable(found.asked, 'review', 'Waiting for someone to decide'),
    ...undecidedLines(summary, links),
    ...invalidTable(found.invalid),
    '',
    `${summary.opposed} readers said stop between the rounds; ${summary.sentAfterOpposition} messages reached one of them afterwards.`,
    `${found.tried} more used the link, the header or the code found in what they received; ${summary.instructionsThatFail} of these failed.`,
    `${numbers.format(summary.emailsInInbox)} e-mails and ${numbers.format(summary.smsInSink)} SMS arrived.`,
    '',
    ...campaignLines(summary),
    ...channelsLines(summary, links),
    `All of it took ${summary.seconds} s.`,
    '',
    ...verdict,
    '',
  ].join('\n');
};
