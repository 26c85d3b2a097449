import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { leavesBlocksOut } from '../messages/render-message.ts';
import { isPastValidity } from './apply-verdict.ts';
import type { MakingSteps } from './making-steps.ts';
import type { DecryptedMessage, Rendered, SendInput, Vetted } from './send-steps.ts';

/** Bytes that may go on with the verdict that lets them, or the verdict that stops the message. */
export type Made = { readonly rendered: Rendered; readonly vetted: Vetted } | { readonly stopped: StoredVerdict };

/**
 * Renders and checks what was allowed. Where the bytes are stopped with blocks that promote in them, the rest is judged
 * and made once more without (D5): a fault in a block does not stop the rest of the message.
 */
export const makeBytes = async (
  steps: MakingSteps,
  decrypted: DecryptedMessage,
  input: SendInput,
  vetted: Vetted,
): Promise<Made> => {
  const { verdict } = vetted;
  if (verdict.outcome !== 'allow' || isPastValidity(decrypted.message, verdict)) return { stopped: verdict };
  const rendered = await steps.render(decrypted, input, vetted);
  const checked = 'stopped' in rendered ? rendered : await steps.verify(decrypted, input, vetted, rendered.rendered);
  if (!('stopped' in checked)) return { ...checked, vetted };
  if (input.contentWithoutBlocks === undefined || leavesBlocksOut(vetted)) return checked;
  const rest = await steps.vet(decrypted, input, checked.stopped.reasons);
  return leavesBlocksOut(rest) ? makeBytes(steps, decrypted, input, rest) : checked;
};
