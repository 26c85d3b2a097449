import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import type { RecipientOutcome } from '#shared/domain/campaign/recipient.ts';
import type { Pause } from '../../pause.port.ts';
import type { Running } from '../runs.port.ts';
import { type RecipientPorts, type Sent, waitingOutcome } from './recipient-outcome.ts';
import { outcomeByClaim } from './send-recipient.ts';

/** Longer than a claim may rest on its read: whoever read before us has claimed by then, or reads again. */
const READ_HOLDS_MS = 3_000;
/** No look is begun with less of the function's time left. */
const TIME_TO_LOOK_MS = 15_000;
const LOOKS_AT_ONCE = 8;

/** The recipients of a chunk, as far as they are in doubt. */
interface Looking {
  readonly access: AdvertiserAccess;
  readonly running: Running;
  readonly sent: readonly Sent[];
  readonly timeLeftMs: () => number;
}

/**
 * The outcomes of a chunk, where whoever is in doubt is looked for in the claims once more: another worker of the chunk may have read the
 * facts of before, and it has claimed after some seconds, or reads again (docs/decisions/0090). Whoever cannot be looked at comes up again,
 * but for failures.
 */
export const lookAgain = async (
  of: RecipientPorts & { readonly pause: Pause },
  { access, running, sent, timeLeftMs }: Looking,
): Promise<readonly RecipientOutcome[]> => {
  if (sent.every(({ isInDoubt }) => isInDoubt !== true)) return sent.map(({ outcome }) => outcome);
  const hasTime = timeLeftMs() > TIME_TO_LOOK_MS;
  if (hasTime) await of.pause(READ_HOLDS_MS);
  return atMost(LOOKS_AT_ONCE, sent, async ({ outcome, isInDoubt }) => {
    if (isInDoubt !== true) return outcome;
    const recipient = { contactId: outcome.contactId };
    const again = waitingOutcome(running, recipient, { code: 'claim-held', seconds: 0 }, of.ports.clock.now());
    if (!hasTime) return again;
    const asked = { access, running, recipient, unforeseen: 0, timeLeftMs };
    return outcomeByClaim(of, asked).then(
      (held) => held ?? outcome,
      // A failure was looked for once before, and whoever cannot be read again and again must end.
      () => (outcome.state === 'failed' ? outcome : again),
    );
  });
};
