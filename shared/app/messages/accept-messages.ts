import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import { Failure } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Channel, Purpose } from '#shared/domain/message/channel.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { BasisKind, Message, Partner, TemplateReference } from '#shared/domain/message/message.ts';
import { stated } from '#shared/domain/stated.ts';
import { monthOf } from '#shared/domain/time/instant.ts';
import type { Clock } from '../clock.port.ts';
import { contactOf, knownAdvertiser } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Contents, NamedTexts, OwnText } from './contents.port.ts';
import { type GivenContent, refuseUnfitValues, refuseWrongAddress, validityOf } from './draft-checks.ts';
import type { Messages } from './messages.port.ts';
import { nameTexts } from './name-texts.ts';
import { refuseUnfitPartner } from './refuse-unfit-partner.ts';
import { costWhenAsked, refuseHopeless } from './refused-when-asked.ts';
import { type ApprovedTemplates, type ContentOf, resolveContent } from './resolve-content.ts';
import { type Draft, orFailure, storeDrafts, storedBefore } from './store-drafts.ts';

/** One message that a caller asks for. */
export interface RequestedMessage {
  readonly address: Address;
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly partner?: Partner | undefined;
  readonly basis?: BasisKind | undefined;
  /** What it offers; of a message made from a template, the template's. */
  readonly offerCategory?: string | undefined;
  readonly sender?: string | undefined;
  /** Either content, or the template version that gives it. */
  readonly content?: GivenContent | undefined;
  readonly template?: TemplateReference | undefined;
  /** What it is about: the advertiser's own reference of an order, an invoice … */
  readonly reference?: string | undefined;
  readonly mergeValues: Readonly<Record<string, string>>;
  readonly validUntil?: Instant | undefined;
  readonly request: RequestHash;
}

interface Ports {
  readonly advertisers: Advertisers;
  readonly fingerprints: Fingerprints;
  readonly contents: Contents;
  readonly namedTexts: NamedTexts;
  readonly messages: Pick<Messages, 'accept' | 'hasSecrets' | 'repeated'>;
  readonly templates: ApprovedTemplates;
  readonly clock: Clock;
}

/** What the messages of one call share: contents and settings are read once. */
interface Checks {
  readonly contentOf: ContentOf;
  readonly refuseHopeless: ReturnType<typeof refuseHopeless>;
}

/** A message that is stored, and the SHA-256 under which its content can be named again. */
export type AcceptedMessage = Pick<Message, 'messageId' | 'contentSha256'> & {
  /** `undefined`: its channel is not billed by length, or it was stored before and would be refused today. */
  readonly cost: Cost | undefined;
};

/** A message to be stored, and what it costs. */
interface Drafted {
  readonly draft: Draft;
  readonly cost: Cost | undefined;
  /** Its text, where the caller gave it whole: from now on it can be named. */
  readonly given?: OwnText | undefined;
}

/**
 * Stores messages; each that resolves to its id is stored and will be vetted just before it is sent (P5). An item that
 * is a failure, or becomes one, does not lose the others; one that was stored before is answered as stored, whatever would refuse it today. Throws only what concerns them all.
 */
export const acceptMessages = async (
  ports: Ports,
  command: {
    readonly access: AdvertiserAccess;
    readonly items: readonly (RequestedMessage | Failure)[];
    /** The caller's key has `messages:transactional`. */
    readonly maySendTransactional: boolean;
  },
): Promise<readonly (AcceptedMessage | Failure)[]> => {
  const { access, items, maySendTransactional } = command;
  await knownAdvertiser(ports.advertisers, access);
  const checks: Checks = {
    contentOf: resolveContent(ports, access, maySendTransactional),
    refuseHopeless: refuseHopeless(ports.advertisers, access),
  };
  const drafts = await Promise.all(
    items.map((item) => orFailure(item, (requested) => draft(ports, access, requested, checks))),
  );
  const stored = await storeDrafts(ports.messages, access, drafts);
  await nameTexts(ports, access, stored);
  return Promise.all(
    stored.map((each, index) => {
      if (each instanceof Failure) return unlessStored(ports.messages, access, items[index], each);
      const { messageId, contentSha256 } = each.draft.message;
      return { messageId, contentSha256, cost: each.cost };
    }),
  );
};

/** What an item is refused for, or the message that its request stored before: settings and time may have changed since. */
const unlessStored = (
  messages: Ports['messages'],
  access: AdvertiserAccess,
  item: RequestedMessage | Failure | undefined,
  refused: Failure,
): Promise<AcceptedMessage | Failure> =>
  orFailure(item ?? refused, async ({ request }) => {
    const before = await storedBefore(messages, access, request);
    if (before === undefined) return refused;
    const { messageId, contentSha256 } = before;
    return { messageId, contentSha256, cost: undefined };
  });

const draft = async (
  { fingerprints, clock }: Ports,
  access: AdvertiserAccess,
  item: RequestedMessage,
  checks: Checks,
): Promise<Drafted> => {
  const acceptedAt = clock.now();
  refuseWrongAddress(item.channel, item.address.kind);
  const { partner, basis, sender, template, reference } = item;
  const { contactId, deliverable } = await contactOf(fingerprints, access, item.address);
  const validUntil = validityOf(item.channel, item.validUntil, acceptedAt);
  const { sha256, offerCategory, ...resolved } = await checks.contentOf(item);
  refuseUnfitValues(resolved.content, item.mergeValues);
  const asked = { ...item, ...resolved, isFromTemplate: item.template !== undefined };
  const advertiser = await checks.refuseHopeless(asked);
  refuseUnfitPartner(item, advertiser);
  const message: Message = {
    advertiserId: access.advertiserId,
    messageId: messageIdOf(item.request.requestId),
    contactId,
    channel: item.channel,
    purpose: item.purpose,
    ...stated({ partner, basis, sender, template, reference }),
    offerCategory,
    contentSha256: sha256,
    acceptedAt,
    validUntil,
    status: 'accepted',
    claimMonth: monthOf(acceptedAt),
  };
  const { text } = resolved;
  const secrets = { address: deliverable, mergeValues: item.mergeValues, ...(text && { text }) };
  const given = item.content !== undefined && !('sha256' in item.content) ? text : undefined;
  const cost = costWhenAsked(asked, advertiser);
  return { draft: { message, secrets, bodySha256: item.request.bodySha256 }, cost, given };
};
