import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of, sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import type { Message } from '#shared/domain/message/message.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { familyOpposed } from '#shared/domain/opposition/same-act.ts';
import { earlier } from '#shared/domain/time/instant.ts';
import { opposeByReport, type StopPorts } from '../oppositions/oppose-as-answer.ts';

/**
 * Registers what the provider said in place of sending a message: the person had asked it to stop. An opposition to the channel, or to what the advertiser chose that a STOP covers, of the time
 * when the provider was asked (`at`; now unless said), since nobody says when it was; once for each message, however often it is
 * tried or read. A STOP covers relational messages as well.
 */
export const opposeOptedOut = async (
  ports: StopPorts,
  access: AdvertiserAccess,
  { messageId, contactId, channel }: Pick<Message, 'messageId' | 'contactId' | 'channel'>,
  at: Instant = ports.clock.now(),
): Promise<void> => {
  const act = sha256Of(`${OPTED_OUT}/${messageId}`);
  await opposeByReport(ports, {
    access,
    contactId,
    addressKind: addressKindOf(channel) ?? KIND_NOT_KNOWN,
    of: familyOpposed(channel),
    via: 'provider-complaint',
    // A clock that is ahead of ours dates no act into our future.
    occurredAt: earlier(at, ports.clock.now()),
    requestId: act,
    bodySha256: act,
    messageId,
    coversRelational: true,
    evidence: { sha256: sha256OfJson({ messageId, answer: OPTED_OUT }), reference: OPTED_OUT },
    actor: { by: 'provider' },
  });
};
