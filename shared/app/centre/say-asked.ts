import { ASKED_CARRIERS, CODE_CHANNELS } from '#shared/channels/codes/carriers.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { opposeOptedOut } from '../feedback/oppose-opted-out.ts';
import type { StopPorts } from '../oppositions/oppose-as-answer.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { SaidTo } from './ask-in-centre.ts';
import { type HandOverPorts, handOver } from './hand-over.ts';
import type { AcknowledgedNow } from './once-open.ts';

export interface SayAskedPorts extends StopPorts, HandOverPorts {}

export interface SayAsked {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly language: ReaderLanguage;
  readonly asked: AcknowledgedNow;
  /** Where the code went: nobody else is written to. */
  readonly to: SaidTo;
}

/** What is said later than this is no acknowledgement. */
const VALID_FOR_SECONDS = 24 * 3600;

/**
 * Says to who made a request in the centre that it is recorded, at the address that their code went to, as a code leaves: so that
 * they keep it. The page has said so already: what no provider takes is not tried again, and the answer is its cause; `undefined`: it was taken. Throws as the stores do: also where a
 * number that opted out cannot be noted.
 */
export const sayAsked = async (
  ports: SayAskedPorts,
  { access, link, language, asked: { kind, acknowledged }, to }: SayAsked,
): Promise<string | undefined> => {
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const carrier = CODE_CHANNELS[to.address.kind];
  const outgoing = ASKED_CARRIERS[carrier](advertiser, { language, kind, acknowledged, to: to.address.value });
  // What is answered to it opposes the contact as it is stored now: no message leads from it to another name.
  const now = { ...link, contactId: to.contactId };
  const handedOver = await handOver(ports, carrier, { outgoing, link: now, validForSeconds: VALID_FOR_SECONDS });
  if (handedOver.answer === 'not-taken' && handedOver.cause === OPTED_OUT) await opposeOptedOut(ports, access, link);
  return handedOver.answer === 'taken' ? undefined : handedOver.cause;
};
