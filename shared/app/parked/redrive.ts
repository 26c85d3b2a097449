import { isRetryable } from '#shared/domain/failure.ts';
import type { ParkedFrom } from '#shared/domain/parked.ts';
import type { Parked, ParkedList } from './parked.port.ts';

/** What an operator asks of the parked things, a page at a time. */
export interface RedriveCommand {
  /** False: only says what would be done. */
  readonly apply: boolean;
  /** Ids of what is to be forgotten; when there are some, nothing else is touched. */
  readonly drop: readonly string[];
  /** Only what came from there, or has this reason. */
  readonly from?: ParkedFrom | undefined;
  readonly reason?: string | undefined;
  readonly after?: string | undefined;
}

/** What was done with one of them, or would be. `gone`: what it was about is there no more. `kept`: it fails as before. */
type RedriveOutcome = 'goes-back' | 'went-back' | 'gone' | 'kept' | 'to-drop' | 'dropped';

export interface RedriveReport {
  readonly entries: readonly (Parked & { readonly outcome: RedriveOutcome })[];
  /** Where the next page begins. Absent: this was the last. */
  readonly next?: string | undefined;
}

export interface RedrivePorts {
  readonly parked: ParkedList;
  /** Puts it back where it came from; `gone` where there is nothing to do any more. Throws where it fails as before. */
  readonly goBack: Readonly<Record<ParkedFrom, (body: string) => Promise<'went-back' | 'gone'>>>;
}

const PAGE = 100;

/**
 * Says what is parked and, when it is to be applied, puts it back where it came from: each is put back first and then removed
 * from the list, so that a crash repeats and never loses. What goes on failing stays.
 */
export const redrive = async (ports: RedrivePorts, command: RedriveCommand): Promise<RedriveReport> => {
  const { items, next } = await ports.parked.page(command.after, PAGE);
  const meant = items.filter(
    ({ parkedId, from, reason }) =>
      (command.drop.length === 0 || command.drop.includes(parkedId)) &&
      (command.from === undefined || from === command.from) &&
      (command.reason === undefined || reason === command.reason),
  );
  const entries: (Parked & { readonly outcome: RedriveOutcome })[] = [];
  for (const parked of meant) entries.push({ ...parked, outcome: await outcomeOf(ports, command, parked) });
  return { entries, next };
};

const outcomeOf = async (ports: RedrivePorts, command: RedriveCommand, parked: Parked): Promise<RedriveOutcome> => {
  const isDropped = command.drop.includes(parked.parkedId);
  if (!command.apply) return isDropped ? 'to-drop' : 'goes-back';
  const outcome = isDropped ? 'dropped' : await putBack(ports, parked);
  if (outcome !== 'kept') await ports.parked.remove(parked.parkedId);
  return outcome;
};

const putBack = async (ports: RedrivePorts, { parkedId, from }: Parked): Promise<RedriveOutcome> => {
  const body = await ports.parked.bodyOf(parkedId);
  if (body === undefined) return 'gone';
  try {
    return await ports.goBack[from](body);
  } catch (error) {
    if (isRetryable(error)) throw error;
    return 'kept';
  }
};
