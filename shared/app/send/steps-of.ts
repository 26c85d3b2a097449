import type { RenderedOn } from '#shared/channels/renderings.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { isPublicMailbox } from '#shared/domain/contact/mailbox-hosts.ts';
import { advertiserNotFound, contentNotFound, templateVersionNotFound } from '#shared/domain/failure.ts';
import type { SentChannel } from '#shared/domain/message/channel.ts';
import { subjectOf } from '#shared/domain/message/content.ts';
import type { Message, Sends } from '#shared/domain/message/message.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { vetBytes } from '#shared/law/fold/vet.ts';
import { factsOf, type Prepare, preparedOnce, renderMessage } from '../messages/render-message.ts';
import { namedTemplate } from '../messages/resolve-content.ts';
import { trackingPixelsIn } from '../messages/tracking-pixels-in.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { vetWithDecisions } from '../verdicts/vet-with-decisions.ts';
import type { HandOff, Providers } from './providers.port.ts';
import type { SendPorts } from './send-ports.ts';
import type { MessageReference } from './send-queue.port.ts';
import type { DecryptedMessage, SendInput, SendSteps } from './send-steps.ts';
import { settleMessage } from './settle-message.ts';

/** A claim rests on a read at most this old; an older one is made again, with the vet. */
const READ_VALID_MS = 2_000;

/** Longest wait for a provider, and what is kept of the function's time to write its answer down. */
const PROVIDER_PATIENCE_MS = 20_000;
const TIME_TO_SETTLE_MS = 5_000;

const readAll = async (ports: SendPorts, { access, message }: DecryptedMessage): Promise<SendInput> => {
  const [advertiser, content, template] = await Promise.all([
    ports.advertisers.get(access),
    ports.contents.get(access, message.contentSha256),
    message.template && ports.templates.get(access, message.template),
  ]);
  if (advertiser === undefined) throw advertiserNotFound();
  if (content === undefined) throw contentNotFound('/contentSha256');
  if (message.template !== undefined && template === undefined) throw templateVersionNotFound('/template');
  const rest = template?.withoutBlocksSha256;
  const contentWithoutBlocks = rest === undefined ? undefined : await ports.contents.get(access, rest);
  if (rest !== undefined && contentWithoutBlocks === undefined) throw contentNotFound('/template');
  // Last, so that the two seconds a claim allows are spent on vetting and rendering alone.
  const input = await ports.vetReads.read(access, message.contactId, ports.clock.now());
  const formOf = await formsOfStanding(ports.formVersions, access, input.standing);
  return { ...input, advertiser, content, contentWithoutBlocks, formOf, template };
};

const bucketOf = ({ message }: DecryptedMessage, sends: readonly Sends[] = []) => {
  const { claimMonth: month, channel } = message;
  const seen = sends.find((each) => each.month === month && each.channel === channel);
  return { month, channel, revision: seen?.revision ?? 0 };
};

/** Most contents have no such image: the parse without them is the one that is used. */
const pixelsIn = (prepare: Prepare, { contentSha256 }: Message, { content }: SendInput) =>
  trackingPixelsIn(prepare(content, contentSha256, 'taken-out').trackingPixels);

const proposed = (
  { message, secrets }: DecryptedMessage,
  { advertiser, content, template }: SendInput,
  pixels: ReturnType<typeof trackingPixelsIn>,
) => ({
  channel: message.channel,
  purpose: message.purpose,
  partner: message.partner,
  basis: message.basis,
  offerCategory: message.offerCategory,
  sender: message.sender,
  subject: subjectOf(content),
  subjectJudgement: template?.subjectJudgement,
  validUntil: message.validUntil,
  reference: message.reference,
  ...pixels,
  template: template && namedTemplate(template, secrets.mergeValues, advertiser),
});

/** To the provider of its channel. */
const handTo = <Name extends SentChannel>(
  providers: Providers,
  { channel, outgoing }: RenderedOn<Name>,
  reference: MessageReference,
  timeoutMs: number,
): Promise<HandOff> => providers[channel](outgoing, reference, timeoutMs);

/** The send path's steps over real ports. */
export const stepsOf = (ports: SendPorts): SendSteps => {
  const prepare = preparedOnce();
  return {
    open: async (job) => {
      const access = admit(job.advertiserId);
      const found = await ports.messages.getWithSecrets(access, job.messageId);
      const reference = { advertiserId: job.advertiserId, messageId: job.messageId };
      return found && { access, reference, ...found };
    },
    read: (decrypted) => readAll(ports, decrypted),
    vet: async (decrypted, input, blocksStoppedBy) => {
      const { standing, sends, advertiser, formOf } = input;
      const { address } = decrypted.secrets;
      const to = { address, isPublicMailbox: isPublicMailbox(address) };
      const message = proposed(decrypted, input, pixelsIn(prepare, decrypted.message, input));
      // A message that waited was judged before: an opposition since then is reported as such (row 64 of the decision table).
      const allowedAtSeq = decrypted.message.verdict?.seq;
      const known = { ...to, standing, sends, advertiser, formOf, allowedAtSeq, blocksStoppedBy };
      return vetWithDecisions(ports.reviews, decrypted.access, { at: ports.clock.now(), message, ...known });
    },
    render: async (decrypted, input, vetted) => {
      const links = { tokens: await ports.tokens(), publicBaseUrl: ports.publicBaseUrl };
      return renderMessage(links, { decrypted, input, vetted, prepare });
    },
    verify: async (_opened, _input, vetted, rendered) => {
      const facts = factsOf(rendered, vetted, ports.allowsLocalLinks);
      const verdict = vetBytes(vetted.request, vetted.verdict, facts);
      return verdict.outcome === 'allow' ? { rendered } : { stopped: verdict };
    },
    claim: async (decrypted, input, entry) => {
      const age = millisecondsOf(ports.clock.now()) - millisecondsOf(input.readAt);
      if (age > READ_VALID_MS) return { outcome: 'changed' };
      const bucket = bucketOf(decrypted, input.sends);
      return ports.claims.claim(decrypted.access, decrypted.message.contactId, bucket, entry);
    },
    handOff: async ({ reference }, rendered, timeLeftMs) => {
      const timeoutMs = Math.max(1, Math.min(PROVIDER_PATIENCE_MS, timeLeftMs - TIME_TO_SETTLE_MS));
      return handTo(ports.providers, rendered, reference, timeoutMs);
    },
    settle: (decrypted, settlement) => settleMessage(ports, decrypted, settlement),
    release: ({ access, message }, entry) =>
      ports.claims.release(access, message.contactId, { month: message.claimMonth, channel: message.channel }, entry),
  };
};
