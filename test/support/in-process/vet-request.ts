import { contactOf, knownAdvertiser } from '#shared/app/contacts/contact-of.ts';
import { refuseWrongAddress, validityOf } from '#shared/app/messages/draft-checks.ts';
import { approvedTemplate, categoryAsked, categoryOf, namedTemplate } from '#shared/app/messages/resolve-content.ts';
import { trackingPixelsIn } from '#shared/app/messages/tracking-pixels-in.ts';
import { factsOfBytes, readBytes } from '#shared/app/verdicts/facts-of-bytes.ts';
import { formsOfStanding } from '#shared/app/verdicts/forms-of-standing.ts';
import { templateOfBytes } from '#shared/app/verdicts/template-of-bytes.ts';
import type { ExternalMessage } from '#shared/channels/content/external.ts';
import { withoutTrackingPixels } from '#shared/channels/email/html/tracking-pixels.ts';
import { addressOf } from '#shared/contracts/http/contact-address.ts';
import { channelOf } from '#shared/contracts/http/message.ts';
import { acceptMessagesRoute } from '#shared/contracts/http/routes/accept-messages.ts';
import { giveVerdictsRoute } from '#shared/contracts/http/routes/give-verdicts.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import { contentNotFound, Failure } from '#shared/domain/failure.ts';
import { type Content, namedContent } from '#shared/domain/message/content.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import type { BytesFacts, NamedTemplate, ProposedMessage, VetRequest } from '#shared/domain/message/vet.ts';
import { parseOrRefuse } from '#shared/edge/validate.ts';
import type { Fields } from '../../acceptance/world.ts';
import type { Stores } from './stores.ts';

/** What a message is judged on. */
export interface Judged {
  readonly request: VetRequest;
  readonly bytes: BytesFacts | undefined;
}

/** Bytes made elsewhere hold no link that we made. */
const NO_LINK_OF_OURS = { tokens: { read: () => undefined }, publicBaseUrl: 'https://aval.example' };

const pixelsIn = (html: string | undefined) =>
  trackingPixelsIn(html === undefined ? [] : withoutTrackingPixels(html).pixels);

/** Who it goes to, and everything that is read for it, as `giveVerdicts` and the send path read it. */
const readFor = async (
  stores: Stores,
  access: AdvertiserAccess,
  { contact, channel, template: named }: Pick<ReturnType<typeof proposedOf>, 'contact' | 'channel' | 'template'>,
) => {
  const address = addressOf(contact);
  refuseWrongAddress(channel, address.kind);
  const { contactId, deliverable } = await contactOf(stores.fingerprints, access, address);
  const standing = await stores.ledger.readStanding(access, contactId);
  const read = {
    at: stores.clock.now(),
    address: deliverable,
    isPublicMailbox: isPublicMailbox(deliverable),
    standing,
    sends: stores.sends.get(contactId) ?? [],
    advertiser: await knownAdvertiser(stores.advertisers, access),
    formOf: await formsOfStanding(stores.formVersions, access, standing),
    decisions: stores.decisionOn,
  };
  return { contactId, read, template: named && (await approvedTemplate(stores.templates, access, named)) };
};

/** With the channel that the message itself says, as the routes read it. Throws `invalid-request`. */
const withChannel = <M extends Parameters<typeof channelOf>[0]>(message: M) => {
  const channel = channelOf(message);
  if (channel instanceof Failure) throw channel;
  return { ...message, channel };
};

const proposedOf = (message: Fields) => withChannel(parseOrRefuse(giveVerdictsRoute.item, message));

const categoryFor = (template: TemplateVersion | undefined, asked: string | undefined): string =>
  template ? categoryOf(template, asked) : categoryAsked(asked);

const templateAsked = (
  template: TemplateVersion,
  { withoutProspectingBlocks }: Pick<ReturnType<typeof proposedOf>, 'withoutProspectingBlocks'>,
  external: ExternalMessage | undefined,
  { advertiser, standing }: Pick<VetRequest, 'advertiser' | 'standing'>,
): NamedTemplate =>
  external
    ? templateOfBytes(template, { external, standing, withoutProspectingBlocks }, advertiser)
    : namedTemplate(template, {}, advertiser);

/** A message that one asks about, as `POST /v1/verdicts` judges it. Throws `invalid-request` and the like as it does. */
export const askedInProcess = async (stores: Stores, access: AdvertiserAccess, message: Fields): Promise<Judged> => {
  const asked = proposedOf(message);
  const { contact: _, bytes, withoutProspectingBlocks, template: __, offerCategory, validUntil, ...rest } = asked;
  const { contactId, read, template } = await readFor(stores, access, asked);
  const external = bytes && readBytes(rest.channel, bytes);
  const proposed: ProposedMessage = {
    ...rest,
    ...external?.said,
    offerCategory: categoryFor(template, offerCategory),
    template: template && templateAsked(template, asked, external, read),
    subjectJudgement: template?.subjectJudgement,
    ...(bytes && pixelsIn('email' in bytes ? bytes.email.html : undefined)),
    validUntil: validityOf(rest.channel, validUntil, read.at),
  };
  const { advertiser, standing } = read;
  const found =
    external && factsOfBytes(NO_LINK_OF_OURS, external, { advertiser, standing, contactId, address: read.address });
  return {
    request: { ...read, message: proposed },
    bytes: found && { ...found, ...(withoutProspectingBlocks && { withoutProspectingBlocks }) },
  };
};

const handedIn = (message: Fields) => withChannel(parseOrRefuse(acceptMessagesRoute.item, message));
type Given = ReturnType<typeof handedIn>['content'];
const contentOf = (given: Given): Content | undefined => {
  if (given === undefined || 'sha256' in given) return undefined;
  return namedContent(given).content;
};

/** A message that is handed in to be sent, as the send path judges it before it is rendered. */
export const sentInProcess = async (stores: Stores, access: AdvertiserAccess, message: Fields): Promise<Judged> => {
  const { content: given, mergeValues, ...asked } = handedIn(message);
  const { channel, purpose, basis, sender, offerCategory, validUntil, reference } = asked;
  const { read, template } = await readFor(stores, access, asked);
  const content = contentOf(given) ?? (template && (await stores.contents.get(access, template.contentSha256)));
  if (content === undefined) throw contentNotFound('/content');
  const isMail = 'subject' in content;
  const proposed: ProposedMessage = {
    ...{ channel, purpose, basis, sender, reference },
    offerCategory: categoryFor(template, offerCategory),
    template: template && namedTemplate(template, mergeValues, read.advertiser),
    subject: isMail ? content.subject : undefined,
    subjectJudgement: template?.subjectJudgement,
    ...pixelsIn(isMail ? content.html : undefined),
    validUntil: validityOf(channel, validUntil, read.at),
  };
  return { request: { ...read, message: proposed }, bytes: undefined };
};
