import type { Differences } from './bytes.ts';
import type { Delivery } from './delivery.ts';
import type { Judgement } from './judge/judge.ts';

/** What became of one mail, from its file to what a reader sees. */
export interface Fate extends Delivery {
  /** Absent: it was not sent. */
  readonly judgement?: Judgement | undefined;
  readonly differences?: Differences | undefined;
  /** Tags that a reader sees. */
  readonly deadTags: readonly string[];
}

/** What a mail is counted as. */
const isBlind = ({ judgement }: Fate): boolean => judgement !== undefined && !judgement.seen;
const isChanged = ({ differences }: Fate): boolean => (differences?.lost.length ?? 0) > 0;

const hasOwnTag = ({ outcome, stops }: Fate): boolean => outcome === 'sent' && stops.length > 0;

const linesOf = (fate: Fate): readonly string[] => {
  const { outcome, why, judgement, differences, deadTags } = fate;
  const removed = differences?.removed ?? [];
  return [
    ...(outcome === 'sent' ? [] : why),
    ...(judgement?.looks ?? [])
      .filter(({ seen }) => !seen)
      .map((look) => `not seen at ${look.mode}: ${look.why.join('; ')}`),
    ...(differences?.lost ?? []).map((text) => `changed: ${JSON.stringify(text)}`),
    ...(outcome === 'sent' ? fate.stops : []).map((place) => `your way to stop becomes our link: ${place}`),
    ...(differences?.links ?? []).map((link) => `leads to the opposition page: ${JSON.stringify(link)}`),
    ...removed.map((picture) => `taken out: ${picture}`),
    ...(fate.examples.length > 0 ? [`filled with an example: ${fate.examples.join(', ')}`] : []),
    ...(deadTags.length > 0 ? [`a reader sees ${deadTags.slice(0, 5).join(' ')}`] : []),
  ];
};

const wordOf = (fate: Fate): string => {
  if (fate.outcome === 'sent') return isBlind(fate) ? 'BLIND' : 'sent';
  return fate.outcome === 'door' || fate.outcome === 'message' ? 'refused' : fate.outcome;
};

/** One mail a line, and below it why; then the counts. */
export const reportOf = (fates: readonly Fate[]): string => {
  const lines = fates.flatMap((fate) => [
    `${wordOf(fate).padEnd(8)}${fate.file.name}`,
    ...linesOf(fate).map((line) => `          ${line}`),
  ]);
  const count = (is: (fate: Fate) => boolean): number => fates.filter(is).length;
  const sent = count(({ outcome }) => outcome === 'sent');
  const milliseconds = fates.flatMap(({ judgement }) => judgement?.looks.map((look) => look.milliseconds) ?? []);
  const mean = milliseconds.reduce((sum, each) => sum + each, 0) / Math.max(1, milliseconds.length);
  const modes = new Set(fates.flatMap(({ judgement }) => judgement?.looks.map(({ mode }) => mode) ?? []));
  const browser =
    modes.size === 0 ? '' : `  the browser took ${mean.toFixed(0)} ms to look at a mail in one way, of ${modes.size}\n`;
  return `${lines.join('\n')}

${fates.length} mails: ${sent} sent, ${fates.length - sent} not
  a way to stop is not seen   ${count(isBlind)}
  bytes changed               ${count(isChanged)}
  dead tags shown             ${count(({ deadTags }) => deadTags.length > 0)}
  own ways to stop replaced   ${count(({ differences }) => (differences?.links.length ?? 0) > 0)}
  tags to stop made our link  ${count(hasOwnTag)}
  pictures taken out          ${count(({ differences }) => (differences?.removed.length ?? 0) > 0)}
${browser}`;
};

/** True when each mail that is sent shows its way to stop, unchanged and without a dead tag. */
export const isSound = (fates: readonly Fate[]): boolean =>
  !fates.some((fate) => isBlind(fate) || isChanged(fate) || fate.deadTags.length > 0);
