import type { HaltReason } from '#shared/domain/halt.ts';
import type { Claim } from '#shared/domain/message/message.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { classOutside } from '#shared/law/readings/class-of.ts';
import { hasJustOpened } from '#shared/law/readings/has-just-opened.ts';
import { leavesBlocksOut } from '../messages/render-message.ts';
import { makeBytes } from './make-bytes.ts';
import type { MakingSteps } from './making-steps.ts';
import type { HandOff } from './providers.port.ts';
import type { SendPorts } from './send-ports.ts';
import type { DecryptedMessage, KeptSent, Rendered, SendInput, SendSteps, Vetted } from './send-steps.ts';
import { isStale } from './steps-of.ts';

/** Times that a message is read and vetted again in one delivery because its sends changed meanwhile. */
const ROUNDS = 4;

/** No hand-off starts with less than this much of the function's time left. */
const TIME_FOR_A_HAND_OFF_MS = 10_000;

/** What hands one message over, once. It neither waits nor writes down what came of it: that is for its callers. */
export interface Pipeline {
  readonly steps: MakingSteps & Pick<SendSteps, 'keep' | 'claim' | 'handOff' | 'release' | 'oppose'>;
  readonly ports: Pick<SendPorts, 'clock' | 'newId' | 'halts'>;
}

/** A message with all that its verdict needs, just read. */
export interface Taken {
  readonly decrypted: DecryptedMessage;
  readonly input: SendInput;
}

/** Not a matter of the law: whoever sends leaves out or passes over the person by what was read. Nothing was claimed. */
export interface PassedOver {
  readonly end: 'passed-over';
}

/** The message in hand, of which nothing else may be claimed until it ends. */
interface Attempting<P extends PassedOver> {
  /** Takes the message up and reads what its verdict needs. Called again where its sends changed meanwhile. */
  readonly take: () => Promise<Taken>;
  readonly timeLeftMs: () => number;
  /** Why nothing is made for this person at all, by what was read; asked before it is vetted. Absent: nothing is such. */
  readonly leavesOut?: (input: SendInput) => P | undefined;
  /** Why nothing is to leave though the law allows it, by what was read; asked each time that it is read. Absent: nothing is such. */
  readonly passesOver?: (input: SendInput) => P | undefined;
}

/** What came of one attempt. */
export type AttemptEnd =
  /** Its claim was there already. */
  | { readonly end: 'claimed-before'; readonly entry: Claim }
  /** The table is a copy, and another may have handed it over. Nothing was claimed. */
  | { readonly end: 'may-have-left'; readonly decrypted: DecryptedMessage }
  /** The law, its validity or its bytes keep it; `vetted`: before its bytes were made, on what was read. Nothing was claimed. */
  | { readonly end: 'stopped'; readonly verdict: StoredVerdict; readonly vetted: Vetted; readonly input: SendInput }
  /** An operator holds it back. Nothing was claimed. */
  | { readonly end: 'halted'; readonly reason: HaltReason }
  /** Its hour began some seconds ago by our clock, which may be ahead. Nothing was claimed. */
  | { readonly end: 'hour-just-begun' }
  /** The function's time ran out before its hand-off, or it took so long that its read was stale again and again. */
  | { readonly end: 'out-of-time' }
  /** Its sends changed as often as we read them. */
  | { readonly end: 'sends-changed' }
  /** The provider did not take it, and our claim is undone. */
  | { readonly end: 'not-taken'; readonly handOff: Extract<HandOff, { answer: 'not-taken' }>; readonly vetted: Vetted }
  /** The provider took it, or nobody knows. Never to be handed over again. */
  | ({ readonly end: 'handed-over'; readonly handOff: Exclude<HandOff, { answer: 'not-taken' }> } & Claimed);

/** What was claimed and handed over. */
interface Claimed {
  readonly decrypted: DecryptedMessage;
  readonly vetted: Vetted;
  readonly rendered: Rendered;
  readonly kept: KeptSent;
  readonly entry: Claim;
}

/**
 * Read, vet, render, verify, keep, claim, hand off, in exactly this order (docs/failure-modes.md): for single messages and for
 * recipients of a campaign alike. Throws what its steps throw; after a throw of the hand-off nobody knows what left. Where the provider
 * names the person as one who asked it to stop, that is registered, and the message is read and vetted again.
 */
export const sendOnce = async <P extends PassedOver = never>(
  pipeline: Pipeline,
  attempting: Attempting<P>,
): Promise<AttemptEnd | P> => {
  let [again, isOpposed]: [Again['again'], boolean] = ['sends-changed', false];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ended = await runRound(pipeline, attempting, isOpposed);
    if (!('again' in ended)) return ended;
    again = ended.again;
    if (again === 'opted-out') isOpposed = true;
  }
  return { end: again === 'stale' ? 'out-of-time' : 'sends-changed' };
};

/** Why a message is read and vetted again, once. */
interface Again {
  /** `stale`: its read was too long ago. `opted-out`: the provider named the person as one who asked it to stop, and that is registered. */
  readonly again: 'sends-changed' | 'stale' | 'opted-out';
}

/** `isOpposed`: the provider named the person in a round before. */
const runRound = async <P extends PassedOver>(
  pipeline: Pipeline,
  attempting: Attempting<P>,
  isOpposed: boolean,
): Promise<AttemptEnd | P | Again> => {
  const { steps, ports } = pipeline;
  const { decrypted, input } = await attempting.take();
  const before = claimOf(decrypted, input);
  if (before) return { end: 'claimed-before', entry: before };
  if (ports.halts.mayHaveLeft(decrypted.message)) return { end: 'may-have-left', decrypted };
  const leftOut = attempting.leavesOut?.(input);
  if (leftOut !== undefined) return leftOut;
  const first = await steps.vet(decrypted, input);
  const made = await makeBytes(steps, decrypted, input, first);
  if ('stopped' in made) return { end: 'stopped', verdict: made.stopped, vetted: first, input };
  const passedOver = attempting.passesOver?.(input);
  if (passedOver !== undefined) return passedOver;
  const { vetted, rendered } = made;
  if (hasJustOpened(vetted.request)) return { end: 'hour-just-begun' };
  if (attempting.timeLeftMs() < TIME_FOR_A_HAND_OFF_MS) return { end: 'out-of-time' };
  const reason = await ports.halts.reasonFor(decrypted.message);
  if (reason !== undefined) return { end: 'halted', reason };
  const kept = await steps.keep(decrypted, rendered);
  const entry = entryOf(decrypted, vetted, { claimedAt: ports.clock.now(), claimToken: ports.newId() });
  const claim = await steps.claim(decrypted, input, entry);
  if (claim.outcome === 'changed') return { again: isStale(ports, input) ? 'stale' : 'sends-changed' };
  if (claim.outcome === 'claimed-before') return { end: 'claimed-before', entry: claim.entry };
  // It was long in coming: an opposition may have been acknowledged more than two seconds ago.
  if (isStale(ports, input)) {
    await steps.release(decrypted, entry);
    return { again: 'stale' };
  }
  const attempted = await handOver(steps, { decrypted, vetted, rendered, kept, entry }, attempting.timeLeftMs());
  const isOptedOut = attempted.end === 'not-taken' && attempted.handOff.cause === OPTED_OUT;
  // What an opposition does not keep is vetted, and refused by the provider, again.
  if (!isOptedOut || isOpposed) return attempted;
  await steps.oppose(decrypted);
  return { again: 'opted-out' };
};

/** The claim of this very message among what was read, if it has one. */
export const claimOf = ({ message }: DecryptedMessage, input: SendInput): Claim | undefined =>
  input.sends
    .filter(({ month, channel }) => month === message.claimMonth && channel === message.channel)
    .flatMap(({ entries }) => entries)
    .find(({ messageId }) => messageId === message.messageId);

/** What the bytes are where they are no prospecting; with blocks that promote in them they are (D5). */
const classOfEntry = (vetted: Vetted): Pick<Claim, 'class'> => {
  const { request, verdict } = vetted;
  if (request.message.template?.hasProspectingBlocks === true && !leavesBlocksOut(vetted)) return {};
  const noted = classOutside(verdict);
  return noted === undefined ? {} : { class: noted };
};

/**
 * A claim; that of a test says so, since nothing counts it, that of a renewal request, since it is asked once (RET-4), and that of what is
 * no prospecting, since it is no offer.
 */
const entryOf = (
  { message: { messageId, test } }: DecryptedMessage,
  vetted: Vetted,
  by: Pick<Claim, 'claimedAt' | 'claimToken'>,
): Claim => ({
  messageId,
  ...by,
  ...(test === undefined ? {} : { test }),
  ...classOfEntry(vetted),
  ...(vetted.verdict.reasons.some(({ code }) => code === 'OK_RENEWAL_REQUEST') ? { asksToRenew: true } : {}),
});

/**
 * Hands over what was claimed, once. The only function that hands a message to a provider. Where nothing left, our claim is
 * undone first, so that the message may be claimed again, or ends without one.
 */
const handOver = async (steps: Pipeline['steps'], claimed: Claimed, timeLeftMs: number): Promise<AttemptEnd> => {
  const { decrypted, vetted, rendered, entry } = claimed;
  const handOff = await steps.handOff(decrypted, rendered, timeLeftMs);
  if (handOff.answer !== 'not-taken') return { end: 'handed-over', handOff, ...claimed };
  await steps.release(decrypted, entry);
  return { end: 'not-taken', handOff, vetted };
};
