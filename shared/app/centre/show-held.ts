import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { type Held, heldOf } from '#shared/domain/centre/held.ts';
import { maskedAddress } from '#shared/domain/centre/masked-address.ts';
import { type SentMessage, shownAsSent } from '#shared/domain/centre/sent-lately.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import type { AwaitingRequest } from '#shared/domain/rights/take-step.ts';
import { shownByAddress } from '#shared/law/readings/shown-by-address.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { noticeOf, type OppositionNotice } from '../oppositions/show-opposition-page.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import type { AskedRequests } from './asked-requests.port.ts';
import { awaitingRequest } from './confirm-in-centre.ts';
import { mayBeInvited, type OfferedForm, type OfferingPorts, offeredForms } from './offered-forms.ts';

export interface HeldPorts extends OfferingPorts {
  readonly addressOfLink: AddressOfLink;
  readonly askedRequests: Pick<AskedRequests, 'of'>;
  readonly clock: Clock;
}

/** Who writes, and what is held of the contact; each is absent where nothing is. */
export interface ShownCentre {
  readonly notice: OppositionNotice;
  readonly held?: Held | undefined;
  readonly maskedAddress?: string | undefined;
  /** What was sent of late; empty: nothing was. */
  readonly messages: readonly SentMessage[];
  /** The request that the advertiser gave this link for, while nobody knows whether it is theirs. */
  readonly awaiting?: Pick<AwaitingRequest, 'id' | 'kind' | 'via' | 'by' | 'receivedAt'> | undefined;
  /** What they may agree to, and have not. */
  readonly offers: readonly OfferedForm[];
  /** They refuse something, no form is offered, and nothing keeps them from being shown how to receive it again. */
  readonly mayComeBack: boolean;
  /** The position in the ledger of the contact at which this is shown; 0: nothing is held. */
  readonly seen: number;
}

/** What the open centre shows. Writes nothing. Throws `advertiser-not-found`, `stored-unreadable`. */
export const showHeld = async (
  ports: HeldPorts,
  { access, link }: { readonly access: AdvertiserAccess; readonly link: OppositionToken },
): Promise<ShownCentre> => {
  const [advertiser, { address, standing, sends }] = await Promise.all([
    knownAdvertiser(ports.advertisers, access),
    ports.addressOfLink.of(access, link),
  ]);
  const at = ports.clock.now();
  const contact = standing !== undefined && address !== undefined && { kind: address.kind, at, standing };
  const shown =
    address === undefined
      ? []
      : shownByAddress({
          ...{ at, advertiser, standing, address: address.value },
          isPublicMailbox: isPublicMailbox(address.value),
        });
  const offers = contact ? await offeredForms(ports, access, contact) : [];
  const held = standing === undefined ? undefined : heldOf(standing, shown);
  return {
    notice: noticeOf(advertiser, link),
    awaiting: address === undefined ? undefined : await awaitingRequest(ports, { access, link, standing }),
    offers,
    mayComeBack:
      contact &&
      offers.length === 0 &&
      (held?.oppositions ?? []).some(({ isLiftedInPart }) => !isLiftedInPart) &&
      contact.standing.declared.ageBand !== 'under-15' &&
      mayBeInvited(contact.standing),
    seen: standing?.seq ?? 0,
    messages: shownAsSent(sends, at),
    ...(held === undefined ? {} : { held }),
    ...(address === undefined ? {} : { maskedAddress: maskedAddress(address.value) }),
  };
};
