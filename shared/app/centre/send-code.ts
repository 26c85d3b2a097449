import { CODE_CARRIERS, CODE_CHANNELS } from '#shared/channels/codes/carriers.ts';
import { KIND_NOT_KNOWN } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { CODE_BYTES, CODE_MINUTES, codeFrom, nextCodeAt } from '#shared/domain/centre/code.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { addressKindOf } from '#shared/domain/message/channel.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { opposeOptedOut } from '../feedback/oppose-opted-out.ts';
import type { StopPorts } from '../oppositions/oppose-as-answer.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import type { CodeKeys, Codes } from './codes.port.ts';
import { type HandOverPorts, handOver } from './hand-over.ts';

export interface SendCodePorts extends StopPorts, HandOverPorts {
  /** Bytes of chance. */
  readonly chance: (size: number) => Uint8Array;
  readonly addressOfLink: AddressOfLink;
  readonly codes: Pick<Codes, 'begin' | 'release'>;
  readonly codeKeys: () => Promise<CodeKeys>;
}

export interface SendCode {
  readonly access: AdvertiserAccess;
  readonly link: OppositionToken;
  readonly language: ReaderLanguage;
  /** Whoever asks pressed the button for another code: what their page says, and nothing that is stored. */
  readonly isAnother?: boolean | undefined;
}

/** What became of it: whoever asks is not informed whether an address is held, nor when somebody else asked. */
export type CodeSent =
  /** `nextAt`: it is the last for now, and from when on another one may be asked for. */
  | {
      readonly became: 'sent';
      readonly at: Instant;
      readonly isAnother?: boolean | undefined;
      readonly nextAt?: Instant | undefined;
    }
  | { readonly became: 'too-many'; readonly at: Instant; readonly nextAt: Instant }
  | 'no-sender';

const lastForNow = (sentAt: readonly Instant[], at: Instant): { readonly nextAt?: Instant } => {
  const nextAt = nextCodeAt(sentAt) ?? at;
  return nextAt > at ? { nextAt } : {};
};

/**
 * Sends a code to the address that the message of a link went to, with the advertiser's own sender and words of ours; a code that comes later than it counts serves nobody. Noted before it
 * is sent, so that nobody gets more than they may, whatever is asked at once; where the provider may take it later the note is taken back. A number that opted out at the
 * provider opposes (docs/decisions/0079).
 * It is no message of an advertiser: nothing is vetted, counted or tracked, and a halt does not hold it, since it is the person who asks. The answer is the
 * same where no address is held. Throws `advertiser-not-found`, and `dependency-unavailable` where the provider may take it later.
 */
export const sendCode = async (
  ports: SendCodePorts,
  { access, link, language, isAnother }: SendCode,
): Promise<CodeSent> => {
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const { contactId, channel } = link;
  const carrier = CODE_CHANNELS[addressKindOf(channel) ?? KIND_NOT_KNOWN];
  const [code, keys] = [codeFrom(ports.chance(CODE_BYTES)), await ports.codeKeys()];
  if (CODE_CARRIERS[carrier](advertiser, { language, code, to: '' }) === undefined) return 'no-sender';
  const hash = keys.hashOf({ advertiserId: access.advertiserId, contactId }, code, ports.newId());
  const at = ports.clock.now();
  const { isNoted, sentBefore } = await ports.codes.begin(access, contactId, { hash, at });
  if (!isNoted) return { became: 'too-many', at, nextAt: nextCodeAt(sentBefore) ?? at };
  const sent = { became: 'sent', at, isAnother, ...lastForNow([...sentBefore, at], at) } as const;
  const { address, standing } = await ports.addressOfLink.of(access, link);
  if (address === undefined) return sent;
  // What is answered to a code opposes the contact as it is stored now: no message leads from it to another name.
  const now = { ...link, contactId: standing?.contactId ?? contactId };
  const outgoing = CODE_CARRIERS[carrier](advertiser, { language, code, to: address.value });
  const handedOver = await handOver(ports, carrier, { outgoing, link: now, validForSeconds: CODE_MINUTES * 60 });
  if (handedOver.answer !== 'not-taken') return sent;
  if (!handedOver.retryable) {
    // No later try would be taken: it counts, and whoever asks learns no more than where no address is held.
    if (handedOver.cause === OPTED_OUT) await opposeOptedOut(ports, access, link);
    return sent;
  }
  await ports.codes.release(access, contactId, hash);
  throw dependencyUnavailable('The provider of codes', new Error(handedOver.cause));
};
