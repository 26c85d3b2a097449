import type { Why } from '#shared/channels/content/mentions.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { languageOf } from '../messages/compose-message.ts';
import { whyOf } from '../messages/why-you.ts';
import { makeBytes } from '../send/make-bytes.ts';
import type { makingSteps } from '../send/making-steps.ts';
import type { DecryptedMessage, Rendered, SendInput, Vetted } from '../send/send-steps.ts';

/** What the steps of the sender are asked, without a message that is stored. */
export interface Shown {
  readonly decrypted: DecryptedMessage;
  readonly input: SendInput;
  readonly stepsAt: (at: Instant) => ReturnType<typeof makingSteps>;
  /** As if a human allowed what nobody decided; `undefined`: it may not go all the same. */
  readonly asAllowed: (request: VetRequest) => Promise<Vetted | undefined>;
  /** What is said of why where no verdict names a basis. */
  readonly whyIn: (verdict: StoredVerdict) => Why;
}

/** The bytes, and what they were made by. */
export interface MadeBytes {
  readonly rendered: Rendered;
  readonly vetted: Vetted;
}

/** The verdict, when the bytes would be handed over by it, and the bytes; `made` is `undefined` where none can be made. */
export interface Found {
  readonly verdict: StoredVerdict;
  readonly asOf: 'now' | 'later' | 'if-allowed';
  readonly made: MadeBytes | undefined;
}

const atOnce = async ({ decrypted, input, stepsAt }: Shown, at: Instant) => {
  const steps = stepsAt(at);
  const vetted = await steps.vet(decrypted, input);
  return { vetted, made: await makeBytes(steps, decrypted, input, vetted) };
};

/** The verdict names a basis, whatever stops the message: its bytes say this one. */
const namesBasis = ({ input }: Shown, { verdict }: Vetted): boolean =>
  whyOf(verdict, input.standing, languageOf(input.advertiser, input.standing)) !== undefined;

/** By what bytes are made that would not leave: by the basis that holds, or would if a human allowed it, else as stated. */
const judgedToShow = async (shown: Shown, judged: Vetted): Promise<Vetted> => {
  if (namesBasis(shown, judged)) return judged;
  const allowed = judged.verdict.outcome === 'review' ? await shown.asAllowed(judged.request) : undefined;
  return allowed ?? { ...judged, shownWhy: shown.whyIn(judged.verdict) };
};

/** Bytes of a message that would not leave, with what is held against them as well. */
const ifAllowed = async (shown: Shown, judged: Vetted, stopped: StoredVerdict): Promise<Found> => {
  const { decrypted, input, stepsAt } = shown;
  const vetted = await judgedToShow(shown, judged);
  const steps = stepsAt(vetted.request.at);
  const checked = await steps.render(decrypted, input, vetted);
  if ('stopped' in checked) return { verdict: stopped, asOf: 'if-allowed', made: undefined };
  const { rendered } = checked;
  const verified = await steps.verify(decrypted, input, vetted, rendered);
  const verdict = 'stopped' in verified ? verified.stopped : stopped;
  return { verdict, asOf: 'if-allowed', made: { rendered, vetted } };
};

/** The bytes as they would be handed over now, else at `notBefore` of the verdict, else as if it allowed them. */
export const findBytes = async (shown: Shown, at: Instant): Promise<Found> => {
  const { vetted, made } = await atOnce(shown, at);
  if ('rendered' in made) return { verdict: made.vetted.verdict, asOf: 'now', made };
  const { notBefore } = made.stopped;
  const then = notBefore === undefined ? undefined : (await atOnce(shown, notBefore)).made;
  if (then !== undefined && 'rendered' in then) return { verdict: made.stopped, asOf: 'later', made: then };
  return ifAllowed(shown, vetted, made.stopped);
};
