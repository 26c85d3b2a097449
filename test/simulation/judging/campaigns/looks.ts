import type { NotedLook } from '../campaign-record.ts';
import { LONG_ENOUGH, messagesFor } from './reached.ts';
import { audienceOf, finalsOf, type Judged, named, type RunOfCampaign, runsIn } from './reading.ts';

/** What marketers are shown: dry runs that add up, and reports that say what people received. */

const DRY_RUN = 'campaign-dry-run';
const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

export const looksThatEnd = ({ of }: Judged): readonly string[] => [
  ...of.lostLooks.map((campaignId) => `a look at ${campaignId} was begun and is lost`),
  ...of.looks.flatMap(({ kind, run, state, fault }) =>
    state === 'finished' ? [] : [`the ${kind} of ${run} is ${state}: ${fault}`],
  ),
];

/** Whoever is in the audience is looked at once, and nobody is said to be refused whom nothing refuses. */
export const untrueDryRuns = (record: Judged): readonly string[] =>
  record.of.looks.flatMap(({ kind, campaignId, state, selected, counts }) => {
    const campaign = record.of.campaigns.find((each) => each.campaignId === campaignId);
    if (kind !== DRY_RUN || state !== 'finished' || campaign === undefined) return [];
    const sure = audienceOf(record, campaign).length;
    const { of, listed, reference } = campaign;
    const most = record.people.filter(
      (person) => person.of === of && person.consents && (listed === undefined || listed.includes(person.address)),
    ).length;
    // Where the ceiling of days keeps somebody past its end, they are refused.
    const isEnough =
      campaign.endsAt >= campaign.at + LONG_ENOUGH && messagesFor(record, campaign.channel, of) <= 3 * record.ceiling;
    const says = `the dry run of ${reference}`;
    return [
      ...(sumOf(counts) === selected ? [] : [`${says} counts ${sumOf(counts)} of ${selected}`]),
      ...(selected < sure || selected > most ? [`${says} looked at ${selected}, where ${sure} to ${most} are`] : []),
      ...(isEnough && record.of.review?.decision !== 'refused' && (counts.refused ?? 0) > selected - sure
        ? [`${says} refuses ${counts.refused} of ${selected}, where ${sure} agreed and never objected`]
        : []),
      ...(counts.failed === undefined ? [] : [`${says} cannot read ${counts.failed}`]),
    ];
  });

interface Shown {
  readonly sums: { readonly audience: number; readonly totals: Readonly<Record<string, number>> };
  readonly recipients: readonly { readonly contactId: string; readonly state: string }[];
}

const countOf = (states: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(Object.groupBy(states, (state) => state)).map(([state, all]) => [state, all?.length ?? 0]),
  );
const written = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');

/** A finished run: who it says was written to is who received something, and its totals are counted anew from them. */
const finalFaults = (record: Judged, { run }: RunOfCampaign, { sums, recipients }: Shown): readonly string[] => {
  const own = record.of.recipients.filter((each) => each.run === run.run);
  const stateOf = new Map(recipients.map(({ contactId, state }) => [contactId, state]));
  const counted = countOf(own.flatMap((each) => finalsOf(each)[0]?.state ?? []));
  const came = new Set(record.sink.inbox.filter((each) => each.run === run.run).map(({ address }) => address));
  const { sent = 0, 'unknown-final': unknown = 0 } = sums.totals;
  return [
    ...(sums.audience === own.length ? [] : [`says that ${sums.audience} were selected, and ${own.length} were`]),
    ...(written(sums.totals) === written(counted)
      ? []
      : [`has ${written(sums.totals)}, where ${written(counted)} are counted`]),
    ...(came.size < sent || came.size > sent + unknown ? [`says ${sent} sent, and ${came.size} received it`] : []),
    ...own.flatMap((each) => {
      const state = stateOf.get(each.contactId);
      if (state === undefined) return [`leaves out ${each.address}`];
      if (state === 'sent' && !came.has(each.address)) return [`says sent for ${each.address}, who received nothing`];
      const isSilent = came.has(each.address) && state !== 'sent' && state !== 'unknown-final';
      return isSilent ? [`says ${state} for ${each.address}, who received it`] : [];
    }),
  ];
};

const faultsOf = (
  record: Judged,
  run: RunOfCampaign,
  { json = '{}', csv = '', isFinal }: NotedLook,
): readonly string[] => {
  const shown = JSON.parse(json) as Shown;
  const { sums, recipients } = shown;
  const rows = csv.trimEnd().split('\r\n').length - 1;
  const names = new Set(recipients.map(({ contactId }) => contactId));
  const counted = countOf(recipients.map(({ state }) => state));
  return [
    ...(names.size === recipients.length ? [] : ['names somebody twice']),
    ...(rows === recipients.length ? [] : [`has ${rows} rows and ${recipients.length} recipients`]),
    ...(written(sums.totals) === written(counted)
      ? []
      : [`has ${written(sums.totals)}, and lists ${written(counted)}`]),
    ...(sums.audience === recipients.length ? [] : [`has ${sums.audience} selected, and lists ${recipients.length}`]),
    ...(isFinal ? finalFaults(record, run, shown) : []),
  ];
};

export const untrueReports = (record: Judged): readonly string[] =>
  runsIn(record).flatMap((each) =>
    record.of.looks
      .filter(({ kind, run, state }) => kind !== DRY_RUN && run === each.run.run && state === 'finished')
      .flatMap((look) => faultsOf(record, each, look).map((fault) => `the report of ${named(each)} ${fault}`)),
  );
