import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import { Failure, type FailureCode, invalidRequest } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import type { FinalBytes } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { BytesFacts, ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import type { Clock } from '../clock.port.ts';
import { contactOf, knownAdvertiser } from '../contacts/contact-of.ts';
import type { Address, Fingerprints } from '../contacts/fingerprints.port.ts';
import { refuseWrongAddress, validityOf } from '../messages/draft-checks.ts';
import { refuseUnfitPartner } from '../messages/refuse-unfit-partner.ts';
import {
  type ApprovedTemplates,
  approvedTemplate,
  categoryAsked,
  categoryOf,
  namedTemplate,
  referenceAsked,
} from '../messages/resolve-content.ts';
import { trackingPixelsIn } from '../messages/tracking-pixels-in.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { FormVersions } from '../settings/versions.port.ts';
import { readForChannel } from './calls-beside.ts';
import { expiryOf } from './expiry-of-verdict.ts';
import { factsOfBytes, type OwnLinks, readBytes } from './facts-of-bytes.ts';
import { formsOfStanding } from './forms-of-standing.ts';
import { type MentionsToGive, mentionsToGive } from './mentions-to-give.ts';
import { causeOfBytes, templateOfBytes } from './template-of-bytes.ts';
import type { VetReads } from './vet-reads.port.ts';
import { vetBytesWithDecisions, vetWithDecisions } from './vet-with-decisions.ts';

/** A message that one asks about. */
export type Asked = Omit<ProposedMessage, 'validUntil' | 'offerCategory' | 'template'> & {
  readonly address: Address;
  readonly offerCategory?: string | undefined;
  readonly template?: TemplateReference | undefined;
  readonly validUntil?: Instant | undefined;
  /** The final bytes, where another system sends the message: they are checked, and nothing is put into them. */
  readonly bytes?: FinalBytes | undefined;
  /** What the caller says of its own bytes: the template's blocks that promote are not in them (D5). */
  readonly withoutProspectingBlocks?: true | undefined;
  /** The answer has what the message must say, and the personal link, for a system that makes the bytes itself. */
  readonly returnMentions?: true | undefined;
};

/** A verdict given in advance, and until when it may be relied upon as a courtesy (OPP-2). */
export interface GivenVerdict {
  readonly verdict: StoredVerdict;
  readonly verdictExpiresAt: Instant;
  /** What the bytes cost; `undefined`: there are none, or their channel is not billed by length. */
  readonly cost: Cost | undefined;
  /** Absent: they were not asked for, the message may not go whatever a human decides, or nothing is written on its channel. */
  readonly mentions?: MentionsToGive | undefined;
}

interface Ports {
  readonly tokens: Pick<Tokens, 'mint' | 'read' | 'mailboxes'>;
  readonly publicBaseUrl: OwnLinks['publicBaseUrl'];
  readonly vetReads: VetReads;
  readonly advertisers: Advertisers;
  readonly formVersions: FormVersions;
  readonly templates: ApprovedTemplates;
  readonly reviews: Pick<Reviews, 'find' | 'open'>;
  readonly fingerprints: Fingerprints;
  readonly clock: Clock;
}

/** What is wrong with one item alone. */
const ITS_OWN: ReadonlySet<FailureCode> = new Set([
  'invalid-request',
  'address-expected',
  'template-version-not-found',
  'template-draft',
  'template-not-approved',
  'stored-unreadable',
]);

/**
 * Says of each message whether it may be sent now, and why; sends nothing. An item that is a failure, or names no
 * address of its channel, or a contact that cannot be read, does not lose the others. Throws `advertiser-not-found`, and `dependency-unavailable` naming
 * `OPPOSITION_STORE_UNAVAILABLE` when the standings cannot be read: then there is no verdict at all (D24).
 */
export const giveVerdicts = (
  ports: Ports,
  { access, items }: { readonly access: AdvertiserAccess; readonly items: readonly (Asked | Failure)[] },
): Promise<readonly (GivenVerdict | Failure)[]> =>
  Promise.all(items.map((item) => (item instanceof Failure ? item : verdictOrFailure(ports, access, item))));

/** What is wrong with one item becomes its outcome; what is wrong with the call or the stores ends it. */
const verdictOrFailure = async (
  ports: Ports,
  access: AdvertiserAccess,
  item: Asked,
): Promise<GivenVerdict | Failure> => {
  try {
    return await verdictOn(ports, access, item);
  } catch (error) {
    if (error instanceof Failure && ITS_OWN.has(error.code)) return error;
    throw error;
  }
};

/** Throws `invalid-request` where nothing could have been left out: no bytes, or no template with blocks that promote. */
const refuseNeedlessStatement = (
  { bytes, withoutProspectingBlocks }: Asked,
  template: Pick<TemplateVersion, 'withoutBlocksSha256'> | undefined,
): void => {
  if (withoutProspectingBlocks === undefined || (bytes && template?.withoutBlocksSha256 !== undefined)) return;
  const detail = 'expected only beside bytes of a template with prospecting blocks';
  throw invalidRequest([{ pointer: '/withoutProspectingBlocks', detail }]);
};

/** What a message is judged on: the request, and what was found in its bytes; `undefined`: it has none. */
interface ToJudge {
  readonly request: VetRequest;
  /** The same of what the caller states alone. */
  readonly requestWithoutBytes: VetRequest;
  readonly contactId: ContactId;
  readonly found: BytesFacts | undefined;
  readonly cost: Cost | undefined;
}

/** Reads what a message is judged on. Throws as `giveVerdicts` does. */
export const requestOn = async (
  ports: Omit<Ports, 'reviews' | 'tokens'> & OwnLinks,
  access: AdvertiserAccess,
  asked: Asked,
): Promise<ToJudge> => {
  const { address, bytes, withoutProspectingBlocks, returnMentions: _, ...rest } = asked;
  const { template: named, offerCategory, validUntil, ...message } = rest;
  refuseWrongAddress(message.channel, address.kind);
  const external = bytes && readBytes(message.channel, bytes);
  const { contactId, deliverable } = await contactOf(ports.fingerprints, access, address);
  const at = ports.clock.now();
  // Before the settings: an unreadable standing is the answer that a caller must get by its name.
  const of = { contactId, channel: message.channel, at, address: deliverable };
  const { standing, sends, callsBeside, sendsBeside } = await readForChannel(ports.vetReads, access, of);
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  refuseUnfitPartner(message, advertiser);
  const formOf = await formsOfStanding(ports.formVersions, access, standing);
  const template = named && (await approvedTemplate(ports.templates, access, named));
  referenceAsked(template, message.reference);
  refuseNeedlessStatement(asked, template);
  const stated: ProposedMessage = {
    ...message,
    offerCategory: template ? categoryOf(template, offerCategory) : categoryAsked(offerCategory),
    template: template && namedTemplate(template, {}, advertiser),
    subjectJudgement: message.subjectJudgement ?? template?.subjectJudgement,
    validUntil: validityOf(message.channel, validUntil, at),
  };
  const shown: ProposedMessage = external
    ? {
        ...stated,
        ...external.said,
        template: template && templateOfBytes(template, { external, standing, withoutProspectingBlocks }, advertiser),
        ...trackingPixelsIn(external.trackingPixels),
      }
    : stated;
  const to = { address: deliverable, isPublicMailbox: isPublicMailbox(deliverable) };
  const known = { at, ...to, standing, sends, callsBeside, sendsBeside, advertiser, formOf };
  const found = external && {
    ...factsOfBytes(ports, external, { advertiser, standing, contactId, address: deliverable }),
    ...(withoutProspectingBlocks === undefined ? {} : { withoutProspectingBlocks }),
  };
  return {
    request: { ...known, message: shown },
    requestWithoutBytes: { ...known, message: stated },
    contactId,
    found,
    cost: external?.costFor?.(advertiser),
  };
};

const verdictOn = async (ports: Ports, access: AdvertiserAccess, asked: Asked): Promise<GivenVerdict> => {
  const { request, requestWithoutBytes, contactId, found, cost } = await requestOn(ports, access, asked);
  const { at } = request;
  const {
    verdict,
    reviewOf,
    request: judged,
  } = found
    ? await vetBytesWithDecisions(ports.reviews, access, request, found)
    : await vetWithDecisions(ports.reviews, access, request);
  for (const cause of new Set([verdict.cause, causeOfBytes(request.message, requestWithoutBytes.message)]))
    if (cause !== undefined && reviewOf(cause) === undefined) await ports.reviews.open(access, cause, at);
  const toGive = { request: requestWithoutBytes, senderShown: request.message.sender, contactId };
  const mentions = asked.returnMentions && (await mentionsToGive(ports, access, toGive));
  return { verdict, verdictExpiresAt: expiryOf(verdict, judged), cost, mentions };
};
