import type { AddressKind } from '#shared/channels/record.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { ASKED_IN_CENTRE, type AskLine } from '#shared/domain/centre/asked.ts';
import { type GivenToList, givenTo } from '#shared/domain/centre/given-to.ts';
import { type Held, type HeldUse, heldOf } from '#shared/domain/centre/held.ts';
import { isOffered } from '#shared/domain/centre/is-offered.ts';
import { shownAsSent } from '#shared/domain/centre/sent-lately.ts';
import { shownAddress } from '#shared/domain/centre/shown-address.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { isOfTracking } from '#shared/domain/opposition/opposition.ts';
import { type Acknowledged, acknowledgedOf } from '#shared/domain/rights/acknowledgement.ts';
import type { RightsRequest } from '#shared/domain/rights/rights-request.ts';
import type { AwaitingRequest } from '#shared/domain/rights/take-step.ts';
import { shownByAddress } from '#shared/law/readings/shown-by-address.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { MessageReads } from '../oppositions/message-opposed.ts';
import { noticeOf, type OppositionNotice } from '../oppositions/show-opposition-page.ts';
import type { OppositionToken } from '../oppositions/tokens.port.ts';
import type { Disclosures } from '../partners/partner-records.port.ts';
import type { AddressOfLink } from './address-of-link.port.ts';
import type { AskedRequests } from './asked-requests.port.ts';
import { awaitingIn, requestsOfContact } from './confirm-in-centre.ts';
import { type ListedMessage, withKinds } from './kinds-of-sent.ts';
import { mayBeInvited, type OfferedForm, type OfferingPorts, offeredForms } from './offered-forms.ts';
import { whatComes } from './what-comes.ts';

/** Requests that a page lists. */
const MOST_SHOWN = 20;

export interface HeldPorts extends OfferingPorts, MessageReads {
  readonly addressOfLink: AddressOfLink;
  readonly askedRequests: Pick<AskedRequests, 'of'>;
  readonly disclosures: Pick<Disclosures, 'of'>;
  readonly clock: Clock;
}

/** What was asked for, and what became of it. */
export interface ShownRequest {
  /** The line that they chose, or that of its kind. */
  readonly kind: AskLine;
  readonly via: RightsRequest['via'];
  readonly acknowledged: Acknowledged;
}

/** A person reads of those alone that a code said to be theirs: of another a stranger may be the author (docs/decisions/0082). */
const shownRequests = (all: readonly RightsRequest[], now: Instant): readonly ShownRequest[] =>
  all
    .filter(({ identity }) => identity === 'code')
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
    .flatMap((request) => {
      const kind = ASKED_IN_CENTRE.find((each) => each === request.kind);
      return kind === undefined
        ? []
        : [{ kind: request.line ?? kind, via: request.via, acknowledged: acknowledgedOf(request, now) }];
    })
    .slice(0, MOST_SHOWN);

/** Who writes, and what is held of the contact; each is absent where nothing is. */
export interface ShownCentre {
  readonly notice: OppositionNotice;
  readonly held?: Held | undefined;
  /** In clear: who typed the code reads it where the code came. */
  readonly address?: { readonly kind: AddressKind; readonly shown: string } | undefined;
  /** What was sent of late; empty: nothing was. */
  readonly messages: readonly ListedMessage[];
  /** The partners that data went to, as the advertiser recorded it of this contact; absent: it cannot be read now. */
  readonly givenTo?: GivenToList | undefined;
  /** The request that the advertiser gave this link for, while nobody knows whether it is theirs. */
  readonly awaiting?: Pick<AwaitingRequest, 'id' | 'kind' | 'via' | 'by' | 'receivedAt'> | undefined;
  /** What they asked for in the centre, or said there to be theirs; the latest first. */
  readonly requests: readonly ShownRequest[];
  /** What they may agree to, and have not. */
  readonly offers: readonly OfferedForm[];
  /** Of what is held, the offers that may be sent: a basis counts, and nothing stops it. */
  readonly comes: readonly HeldUse[];
  /** They refuse something that no form here offers, and nothing keeps them from being shown how to receive it again. */
  readonly mayComeBack: boolean;
  /** The position in the ledger of the contact at which this is shown; 0: nothing is held. */
  readonly seen: number;
}

/** Offers are stopped that no form here brings back; tracking is none. */
const isRefusedBeyond = (offers: readonly OfferedForm[], held: Held | undefined): boolean =>
  offers.length === 0
    ? (held?.oppositions ?? []).some(({ of, isLiftedInPart }) => !isLiftedInPart && !isOfTracking(of))
    : (held?.uses ?? []).some(
        (use) => use.stoppedAt !== undefined && use.purpose !== 'tracking' && !isOffered(offers, use),
      );

/** By whichever of its two names the advertiser recorded it. What cannot be read is not shown: the rest of the page is, since a try of the code is taken already. */
const givenToOf = async (
  { disclosures }: Pick<HeldPorts, 'disclosures'>,
  access: AdvertiserAccess,
  ids: readonly ContactId[],
): Promise<GivenToList | undefined> =>
  Promise.all([...new Set(ids)].map((id) => disclosures.of(access, id))).then(
    (found) => givenTo(found.flat()),
    () => undefined,
  );

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
          at,
          advertiser,
          standing,
          address: address.value,
          isPublicMailbox: isPublicMailbox(address.value),
        });
  const asked = address === undefined ? [] : await requestsOfContact(ports.askedRequests, { access, link, standing });
  const offers = contact ? await offeredForms(ports, access, contact) : [];
  const held = standing === undefined ? undefined : heldOf(standing, shown);
  const comes =
    contact && held !== undefined ? await whatComes(ports, access, { at, standing: contact.standing, held }) : [];
  const contactId = standing?.contactId ?? link.contactId;
  const [messages, given] = await Promise.all([
    withKinds(ports, { access, contactId }, shownAsSent(sends, at)),
    address === undefined ? undefined : givenToOf(ports, access, [link.contactId, contactId]),
  ]);
  return {
    notice: noticeOf(advertiser, link),
    awaiting: awaitingIn(asked, link),
    requests: shownRequests(asked, at),
    offers,
    comes,
    mayComeBack:
      contact &&
      isRefusedBeyond(offers, held) &&
      contact.standing.declared.ageBand !== 'under-15' &&
      mayBeInvited(contact.standing),
    seen: standing?.seq ?? 0,
    messages,
    givenTo: given,
    ...(held === undefined ? {} : { held }),
    ...(address === undefined ? {} : { address: { kind: address.kind, shown: shownAddress(address.value) } }),
  };
};
