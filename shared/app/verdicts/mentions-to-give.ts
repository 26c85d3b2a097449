import type { GivenMentions } from '#shared/channels/content/given.ts';
import { GIVEN } from '#shared/channels/given-mentions.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { languageOf, mentionsOf, oppositionMailboxOf, oppositionUrlOf } from '../messages/compose-message.ts';
import { whyOf } from '../messages/why-you.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import { judgedAsAllowed } from './vet-with-decisions.ts';

/** What a message must say, and the personal link that it holds. */
export interface MentionsToGive extends GivenMentions {
  /** Absent: the message is transactional, and holds none. */
  readonly oppositionUrl?: string;
}

interface Ports {
  readonly reviews: Pick<Reviews, 'find'>;
  readonly tokens: Pick<Tokens, 'mint' | 'mailboxes'>;
  readonly publicBaseUrl: string;
}

/** A message that another system makes. */
interface MessageMade {
  /** Of what its caller states, without its bytes. */
  readonly request: VetRequest;
  /** Who its bytes show as their sender; absent: there are none. */
  readonly senderShown?: string | undefined;
  readonly contactId: ContactId;
}

/**
 * What a message must say where another system makes and sends it: who writes, why, the personal link to stop. `undefined`:
 * it may not go whatever a human decides, or its channel has no written mentions. Its bytes play no part, but for the sender that
 * a text shows.
 */
export const mentionsToGive = async (
  ports: Ports,
  access: AdvertiserAccess,
  { request, senderShown, contactId }: MessageMade,
): Promise<MentionsToGive | undefined> => {
  const { advertiser, standing, sends, message, at } = request;
  const { channel, purpose } = message;
  const given = GIVEN[channel];
  const allowing = given && (await judgedAsAllowed(ports.reviews, access, request));
  const why = allowing && whyOf(allowing.verdict, standing, languageOf(advertiser, standing));
  if (given === undefined || why === undefined) return undefined;
  const { advertiserId } = access;
  // Not a message that we hold: the id distinguishes the link from those of other verdicts.
  const messageId = messageIdOf(`verdict ${advertiserId} ${contactId} ${channel} ${purpose} ${at}`);
  const link = { advertiserId, contactId, messageId, channel, purpose };
  const oppositionUrl = oppositionUrlOf(ports.tokens, ports.publicBaseUrl, link);
  const means = { oppositionUrl, oppositionMailbox: oppositionMailboxOf(ports.tokens, link, why) };
  const mentions = mentionsOf({ advertiser, standing, sends, why, ...means, ofSender: {} });
  const written = given(mentions, { advertiser, sender: message.sender, senderShown });
  return why.basis === 'service' ? written : { oppositionUrl, ...written };
};
