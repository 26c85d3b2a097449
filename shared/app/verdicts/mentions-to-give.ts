import type { GivenMentions } from '#shared/channels/content/given.ts';
import { GIVEN } from '#shared/channels/given-mentions.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { coversMessage, type ReviewDecision } from '#shared/domain/review/review.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { languageOf, mentionsOf, oppositionUrlOf } from '../messages/compose-message.ts';
import { whyOf } from '../messages/why-you.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import { withDecisions } from './vet-with-decisions.ts';

/** What a message must say, and the personal link that it holds. */
export interface MentionsToGive extends GivenMentions {
  /** Absent: the message is transactional, and holds none. */
  readonly oppositionUrl?: string;
}

interface Ports {
  readonly reviews: Pick<Reviews, 'find'>;
  readonly tokens: Pick<Tokens, 'mint'>;
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

/** As a human would decide who allows. */
const allowedFrom = ({ at }: VetRequest): ReviewDecision => ({
  decision: 'allowed',
  reason: '',
  decider: '',
  number: 0,
  decidedAt: at,
  apiKeyId: '',
  requestId: '',
  bodySha256: '',
});

/** The verdict that would let the message go: once its hour has come, and once a human allows what nobody decided. */
const verdictThatAllows = async (
  { reviews }: Ports,
  access: AdvertiserAccess,
  request: VetRequest,
): Promise<StoredVerdict | undefined> => {
  const allowed = allowedFrom(request);
  const { result } = await withDecisions(reviews, access, (decisions) => {
    const hopeful: VetRequest = {
      ...request,
      decisions: (cause) => {
        const decided = decisions(cause);
        return decided !== undefined && coversMessage(decided, request.at, request.message) ? decided : allowed;
      },
    };
    const verdict = vet(hopeful);
    return verdict.notBefore === undefined ? verdict : vet({ ...hopeful, at: verdict.notBefore });
  });
  return result.outcome === 'allow' ? result : undefined;
};

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
  const verdict = given && (await verdictThatAllows(ports, access, request));
  const why = verdict && whyOf(verdict, standing, languageOf(advertiser, standing));
  if (given === undefined || why === undefined) return undefined;
  const { advertiserId } = access;
  // Not a message that we hold: the id distinguishes the link from those of other verdicts.
  const messageId = messageIdOf(`verdict ${advertiserId} ${contactId} ${channel} ${purpose} ${at}`);
  const link = { advertiserId, contactId, messageId, channel, purpose };
  const oppositionUrl = oppositionUrlOf(ports.tokens, ports.publicBaseUrl, link);
  const mentions = mentionsOf({ advertiser, standing, sends, why, oppositionUrl, ofSender: {} });
  const written = given(mentions, { advertiser, sender: message.sender, senderShown });
  return why.basis === 'service' ? written : { oppositionUrl, ...written };
};
