import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { messageIdOf } from '#shared/domain/contact/fingerprint.ts';
import { contactNotFound, Failure, templateVersionNotFound } from '#shared/domain/failure.ts';
import type { ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import type { Content } from '#shared/domain/message/content.ts';
import type { Message, TemplateReference } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { stated } from '#shared/domain/stated.ts';
import { monthOf } from '#shared/domain/time/instant.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { RequestedMessage } from '../messages/accept-messages.ts';
import { refuseUnfitValues, refuseWrongAddress, validityOf } from '../messages/draft-checks.ts';
import type { Messages } from '../messages/messages.port.ts';
import { refuseUnfitPartner } from '../messages/refuse-unfit-partner.ts';
import { referenceAsked } from '../messages/resolve-content.ts';
import { type Draft, orFailure, storeDrafts, storedBefore } from '../messages/store-drafts.ts';
import { refuseOtherKinds } from '../messages/values-of-kinds.ts';
import type { Tokens } from '../oppositions/tokens.port.ts';
import type { RequestHash } from '../records/ledger.port.ts';
import { type Made, makeBytes } from '../send/make-bytes.ts';
import { type MakingPorts, makingSteps } from '../send/making-steps.ts';
import type { DecryptedMessage } from '../send/send-steps.ts';
import { contentToTry } from './content-to-try.ts';
import { readContactOnce } from './read-contact-once.ts';
import { withRoom } from './room-for-tests.ts';
import type { TestRecipientLists } from './test-recipients.port.ts';
import { testRefused } from './test-refused.ts';

/** One recipient of a test. */
interface TestRecipient extends Pick<RequestedMessage, 'mergeValues'> {
  readonly contactId: ContactId;
  readonly request: RequestHash;
}

/** A test of a template version. */
export interface AskedTests extends Pick<RequestedMessage, 'purpose' | 'partner' | 'sender' | 'reference'> {
  readonly access: AdvertiserAccess;
  readonly template: TemplateReference;
  readonly recipients: readonly (TestRecipient | Failure)[];
}

/** A test that is stored. */
export interface AcceptedTest {
  readonly messageId: MessageId;
  /** With the mark in it. `undefined`: its channel is not billed by them, or the test was stored before. */
  readonly segments: number | undefined;
}

interface Ports extends Omit<MakingPorts, 'tokens'> {
  readonly messages: Pick<Messages, 'accept' | 'repeated'>;
  readonly testRecipientLists: TestRecipientLists;
  /** Inert ones: the bytes that are tried at the door reach nobody. */
  readonly tokens: Pick<Tokens, 'mint'>;
}

interface Drafted extends Pick<AcceptedTest, 'segments'> {
  readonly draft: Draft;
}

/** What the recipients of one call share. */
interface Tried {
  readonly ports: Ports;
  readonly asked: AskedTests;
  readonly advertiser: Advertiser;
  readonly template: TemplateVersion;
  readonly content: Content;
  readonly at: Instant;
  readonly stepsAt: (at: Instant) => ReturnType<typeof makingSteps>;
}

const MADE_AT_ONCE = 4;

const messageFor = ({ asked, template, at }: Tried, { contactId, request }: TestRecipient): Message => {
  const { access, purpose, partner, sender, reference } = asked;
  return {
    advertiserId: access.advertiserId,
    messageId: messageIdOf(request.requestId),
    contactId,
    channel: template.channelKind,
    purpose,
    ...stated({ partner, sender, reference }),
    offerCategory: template.category,
    contentSha256: template.contentSha256,
    template: asked.template,
    test: true,
    acceptedAt: at,
    validUntil: validityOf(template.channelKind, undefined, at),
    status: 'accepted',
    claimMonth: monthOf(at),
  };
};

/** The bytes that would leave: now, or at the first lawful instant where the channel has hours. */
const bytesOf = async ({ at, stepsAt }: Tried, decrypted: DecryptedMessage): Promise<Made> => {
  const madeAt = async (now: Instant) => {
    const steps = stepsAt(now);
    const input = await steps.read(decrypted);
    return makeBytes(steps, decrypted, input, await steps.vet(decrypted, input));
  };
  const made = await madeAt(at);
  if (!('stopped' in made) || made.stopped.outcome !== 'defer') return made;
  const { notBefore } = made.stopped;
  return notBefore === undefined ? made : madeAt(notBefore);
};

const drafted = async (tried: Tried, one: TestRecipient): Promise<Drafted> => {
  const { ports, asked, advertiser, template, content, at } = tried;
  const { access } = asked;
  const { contactId, mergeValues, request } = one;
  const { standing, address } = await ports.vetReads.read(access, contactId, at);
  if (standing === undefined || address === undefined) throw contactNotFound();
  refuseWrongAddress(template.channelKind, standing.addressKind);
  const message = messageFor(tried, one);
  const draft = { message, secrets: { address, mergeValues }, bodySha256: request.bodySha256 };
  refuseUnfitValues(content, mergeValues);
  refuseOtherKinds(template, mergeValues, advertiser);
  const reference = { advertiserId: access.advertiserId, messageId: message.messageId };
  const made = await bytesOf(tried, { access, reference, message, secrets: draft.secrets });
  if ('stopped' in made) throw testRefused(made.stopped);
  return { draft, segments: made.rendered.segments };
};

/**
 * Stores tests of a template version, draft or not, approved or not, to contacts that agreed to receive tests and oppose
 * nothing that its messages would meet. Each is made at once and judged, so that what would be refused is refused here, and
 * is judged again just before it is sent, as every message is. A recipient that is a failure, or becomes one, does not lose
 * the others. Asked again under its key, a test is answered as the first time, whatever changed since. Throws `advertiser-not-found`,
 * `template-version-not-found`, and `invalid-request`, for what the template lacks too: the pointers are into what was put.
 */
export const testTemplateVersion = async (
  ports: Ports,
  asked: AskedTests,
): Promise<readonly (AcceptedTest | Failure)[]> => {
  const { access, recipients } = asked;
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const before = await atMost(MADE_AT_ONCE, recipients, (one) =>
    orFailure(one, (each) => testBefore(ports, access, each)),
  );
  const others = recipients.filter((_, index) => before[index] === undefined);
  if (others.length === 0) return before.flatMap((each) => each ?? []);
  const made = await orFailure(others, (left) => newTests(ports, { ...asked, recipients: left }, advertiser));
  const isAnyStored = before.some((each) => each !== undefined && !(each instanceof Failure));
  if (made instanceof Failure && !isAnyStored) throw made;
  const rest = made instanceof Failure ? others.map(() => made) : [...made];
  return before.flatMap((each) => each ?? rest.shift() ?? []);
};

const testBefore = async (
  { messages }: Ports,
  access: AdvertiserAccess,
  { request }: TestRecipient,
): Promise<AcceptedTest | undefined> => {
  const stored = await storedBefore(messages, access, request);
  return stored && { messageId: stored.messageId, segments: undefined };
};

const newTests = async (
  ports: Ports,
  asked: AskedTests,
  advertiser: Advertiser,
): Promise<readonly (AcceptedTest | Failure)[]> => {
  const { access, recipients } = asked;
  const template = await ports.templates.get(access, asked.template);
  if (template === undefined) throw templateVersionNotFound('');
  refuseUnfitPartner(asked, advertiser);
  referenceAsked(template, asked.reference);
  const content = await contentToTry(ports, access, template, advertiser);
  const vetReads = readContactOnce(ports.vetReads);
  const stepsAt = (at: Instant) =>
    makingSteps({ ...ports, vetReads, clock: { now: () => at }, tokens: async () => ports.tokens });
  const at = ports.clock.now();
  const tried = { ports: { ...ports, vetReads }, asked, advertiser, template, content, at, stepsAt };
  const made = await atMost(MADE_AT_ONCE, recipients, (one) =>
    orFailure(one, (recipient) => drafted(tried, recipient)),
  );
  const drafts = await withRoom(ports.testRecipientLists, access, made, at);
  const stored = await storeDrafts(ports.messages, access, drafts);
  return stored.map((each) =>
    each instanceof Failure ? each : { messageId: each.draft.message.messageId, segments: each.segments },
  );
};
