import { operationNamed, undocumented } from '#test/fuzz/document.ts';
import { type Answered, ask, type Wire } from '#test/fuzz/gateway.ts';
import type { World } from '#test/fuzz/world.ts';

/** Something that a wall let through. */
export interface Finding {
  /** Who tried what, where. */
  readonly tried: string;
  readonly says: string;
}

/** An answer, and what was written while it was given. */
interface Outcome extends Answered {
  readonly wrote: readonly string[];
}

let calls = 0;
/** Calls that were sent. */
export const counted = (): number => calls;

/** Sends a call, and takes back what it wrote. */
export const outcomeOf = async ({ aws }: World, wire: Wire): Promise<Outcome> => {
  calls += 1;
  const [writes, objects] = [aws.table.writes.length, aws.objects.size];
  const answer = await ask(wire);
  const wrote = aws.table.writes.slice(writes).map(({ pk, sk }) => `${pk} ${sk}`);
  aws.table.undoTo(writes);
  return { ...answer, wrote: aws.objects.size === objects ? wrote : [...wrote, 'an object of the bucket'] };
};

/** What a refusal says, but for what differs between any two calls and for the names that were asked for. */
const wordsOf = ({ status, text }: Answered, asked: readonly string[]): string => {
  const said = text.replace(/"(?:correlationId|instance)":"[^"]*"/g, '');
  return `${status} ${asked.reduce((left, name) => left.replaceAll(name, '…'), said)}`;
};

/** A refusal with one of these statuses, as the document says, with nothing written. */
export const refusalFaults = (
  operationId: string,
  { status, wrote, ...answer }: Outcome,
  statuses: readonly number[],
): readonly string[] => {
  const unsaid = answer.by === 'gateway' ? undefined : undocumented(operationNamed(operationId), { status, ...answer });
  return [
    ...(statuses.includes(status) ? [] : [`answers ${status} ${answer.text.slice(0, 100)}`]),
    ...(wrote.length === 0 ? [] : [`writes ${wrote.slice(0, 3).join(', ')}`]),
    ...(unsaid === undefined ? [] : [unsaid]),
  ];
};

/** Nobody learns from an answer whether a thing is another's or is not there at all. */
export const differenceFaults = (
  theirs: { readonly outcome: Outcome; readonly asked: readonly string[] },
  nobodys: { readonly outcome: Outcome; readonly asked: readonly string[] },
): readonly string[] => {
  const [one, other] = [theirs, nobodys].map(({ outcome, asked }) => wordsOf(outcome, asked));
  return one === other
    ? []
    : [`tells what is another's (${one?.slice(0, 200)}) from what is not there (${other?.slice(0, 200)})`];
};
