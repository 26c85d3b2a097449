import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { recipientMessageOf } from '#shared/domain/campaign/recipient-message.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { concludingVerdict } from '../send/apply-verdict.ts';
import type { MakingSteps } from '../send/making-steps.ts';
import type { Taken } from '../send/send-once.ts';
import type { Running } from './runs.port.ts';

/** The address is read with the standing: the one Query. Without one there is no basis either, and nothing is rendered. */
export const takeRecipient =
  (
    steps: Pick<MakingSteps, 'read'>,
    access: AdvertiserAccess,
    { campaign, occurrence }: Running,
    contactId: ContactId,
  ): (() => Promise<Taken>) =>
  async () => {
    const message = recipientMessageOf(campaign, occurrence, contactId);
    const { advertiserId, messageId } = message;
    const { mergeValues } = campaign;
    const found = { access, reference: { advertiserId, messageId, contactId }, message };
    const input = await steps.read({ ...found, secrets: { address: '', mergeValues } });
    return { decrypted: { ...found, secrets: { address: input.address ?? '', mergeValues } }, input };
  };

/** What a verdict that stops a recipient makes of it. */
interface StoppedRecipient {
  readonly state: 'refused' | 'expired' | 'deferred' | 'in-review';
  /** As it ends the message, where it does. */
  readonly verdict: StoredVerdict;
}

/** By the verdict that stopped it: for a recipient that is sent to, and for one that is only looked at. */
export const stoppedBy = (message: Message, given: StoredVerdict): StoppedRecipient => {
  const verdict = concludingVerdict(message, given);
  const [first] = verdict.reasons.map(({ code }) => code);
  if (verdict.outcome === 'refuse')
    return { verdict, state: first === 'VALIDITY_PASSED' || first === 'REVIEW_EXPIRED' ? 'expired' : 'refused' };
  return { verdict, state: verdict.outcome === 'defer' && verdict.notBefore !== undefined ? 'deferred' : 'in-review' };
};
