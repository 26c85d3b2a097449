import { splitDraft } from '#shared/channels/content/split-draft.ts';
import type { RenderedOn } from '#shared/channels/renderings.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { recordOf, type SentChannel } from '#shared/domain/message/channel.ts';
import type { Sends } from '#shared/domain/message/message.ts';
import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { addSeconds, CLOCKS_DIFFER_SECONDS, earlier, millisecondsOf, monthOf } from '#shared/domain/time/instant.ts';
import { lawfulUntil } from '#shared/law/readings/lawful-until.ts';
import { opposeOptedOut } from '../feedback/oppose-opted-out.ts';
import { reportUrlOf } from '../messages/compose-message.ts';
import type { Prepare } from '../messages/render-message.ts';
import { variantNames } from '../messages/sent/variant-names.ts';
import { refusedFor } from './apply-verdict.ts';
import type { SendsBucket } from './claims.port.ts';
import { type MakingPorts, type MakingSteps, makingSteps } from './making-steps.ts';
import type { HandOff, HandOffTags, HandOffTerms, Providers } from './providers.port.ts';
import type { SendPorts } from './send-ports.ts';
import type { DecryptedMessage, Rendered, SendInput, SendSteps } from './send-steps.ts';
import { settleMessage } from './settle-message.ts';

/** A claim rests on a read at most this old; an older one is made again, with the vet. */
const READ_VALID_MS = 2_000;

/** Longest wait for a provider, and what is kept of the function's time to write its answer down. */
const PROVIDER_PATIENCE_MS = 20_000;
const TIME_TO_SETTLE_MS = 5_000;

/** True when too much time went by since the read for a claim to rest on it. */
export const isStale = ({ clock }: Pick<SendPorts, 'clock'>, { readAt }: Pick<SendInput, 'readAt'>): boolean =>
  millisecondsOf(clock.now()) - millisecondsOf(readAt) > READ_VALID_MS;

/**
 * The bucket of a claim, with those beside it, since around midnight two workers may claim in two months: a message that was accepted last month and one of this month count on the same
 * day, and neither may be claimed on a read that lacks the other.
 */
const bucketOf = ({ message }: DecryptedMessage, sends: readonly Sends[], at: Instant): SendsBucket => {
  const { claimMonth: month, channel } = message;
  const revisionOf = (of: string) => sends.find((each) => each.month === of && each.channel === channel)?.revision ?? 0;
  const months = [-CLOCKS_DIFFER_SECONDS, 0, CLOCKS_DIFFER_SECONDS].map((seconds) => monthOf(addSeconds(at, seconds)));
  const others = [...new Set(months)].filter((each) => each !== month);
  return {
    month,
    channel,
    revision: revisionOf(month),
    beside: others.map((each) => ({ month: each, revision: revisionOf(each) })),
  };
};

/** To the provider of its channel. */
const handTo = <Name extends SentChannel>(
  providers: Providers,
  { channel, outgoing }: RenderedOn<Name>,
  reference: HandOffTags,
  terms: HandOffTerms,
): Promise<HandOff> =>
  providers[channel]?.(outgoing, reference, terms) ??
  Promise.resolve({ answer: 'not-taken', retryable: false, cause: 'no-route' });

/** Gives the provider of its channel what the message names. */
const prepareAt = async <Name extends SentChannel>(
  providers: Providers,
  { channel, outgoing }: RenderedOn<Name>,
): Promise<void> => providers[channel]?.prepare?.(outgoing);

/** Why a deployment cannot send it: it has no route for its channel, or one that does not report the key that the script offers. */
const unroutedBecause = (
  { providers, callAnswers }: Pick<PipelinePorts, 'providers' | 'callAnswers'>,
  { channel, outgoing }: Rendered,
): StoredReason | undefined => {
  if (providers[channel] === undefined) return { code: 'CHANNEL_UNSUPPORTED', detail: channel };
  const offersKeys = 'keys' in outgoing && Object.keys(outgoing.keys).length > 0;
  return offersKeys && callAnswers?.keyPress !== true ? { code: 'OPPOSITION_ROAD_NOT_WORKING' } : undefined;
};

/** The steps that make the bytes, of channels that a deployment has a route for: what has none is refused, and never claimed. */
const routedSteps = (ports: PipelinePorts, prepare?: Prepare): MakingSteps => {
  const making = makingSteps(ports, prepare);
  return {
    ...making,
    verify: async (decrypted, input, vetted, rendered) => {
      const reason = unroutedBecause(ports, rendered);
      if (reason !== undefined) return { stopped: refusedFor(vetted.verdict, [reason]) };
      const checked = await making.verify(decrypted, input, vetted, rendered);
      if ('stopped' in checked) return checked;
      await prepareAt(ports.providers, checked.rendered);
      const { advertiserId, contactId, messageId, channel, purpose } = decrypted.message;
      const link = { advertiserId, contactId, messageId, channel, purpose };
      const callbackUrl = reportUrlOf(await ports.tokens(), ports.publicBaseUrl, link);
      const reported = { ...checked.rendered, callbackUrl };
      const isEnded =
        recordOf(rendered.channel).deliversUntil !== undefined || ports.endedByRoute?.includes(rendered.channel);
      if (!isEnded) return { rendered: reported };
      const until = earlier(lawfulUntil(vetted.request), decrypted.message.validUntil);
      return { rendered: { ...reported, lawfulUntil: until } };
    },
  };
};

/** What the steps need up to the hand-off. */
export type PipelinePorts = Omit<MakingPorts, 'tokens'> &
  Pick<SendPorts, 'claims' | 'variants' | 'providers' | 'callAnswers' | 'endedByRoute' | 'tokens' | 'opposing'>;

const keeping = ({ variants }: Pick<PipelinePorts, 'variants'>): SendSteps['keep'] => {
  const nameOf = variantNames();
  return async ({ access, message, encryptHoles }, { draft }) => {
    const { variant, holes } = splitDraft<unknown>(draft, message.template === undefined ? 'one' : 'many');
    const variantSha256 = nameOf(message.contentSha256, variant);
    await variants.keep(access, variantSha256, variant);
    return { variantSha256, holes: encryptHoles?.(holes) };
  };
};

/** The steps from the read to the hand-off over real ports, for single messages and recipients of campaigns. */
export const pipelineStepsOf = (
  ports: PipelinePorts,
  prepare?: Prepare,
): MakingSteps & Pick<SendSteps, 'keep' | 'claim' | 'handOff' | 'release' | 'oppose'> => ({
  ...routedSteps(ports, prepare),
  keep: keeping(ports),
  claim: async (decrypted, input, entry) => {
    if (isStale(ports, input)) return { outcome: 'changed' };
    const bucket = bucketOf(decrypted, input.sends, entry.claimedAt);
    return ports.claims.claim(decrypted.access, decrypted.message.contactId, bucket, entry);
  },
  handOff: async ({ reference, message }, rendered, timeLeftMs) => {
    const timeoutMs = Math.max(1, Math.min(PROVIDER_PATIENCE_MS, timeLeftMs - TIME_TO_SETTLE_MS));
    const until = rendered.lawfulUntil ?? message.validUntil;
    const validForSeconds = (millisecondsOf(until) - millisecondsOf(ports.clock.now())) / 1000;
    const { callbackUrl, segments } = rendered;
    const reports = callbackUrl === undefined ? {} : { callbackUrl };
    return handTo(ports.providers, rendered, reference, { timeoutMs, validForSeconds, ...reports, segments });
  },
  oppose: ({ access, message }) => opposeOptedOut({ ...ports.opposing, clock: ports.clock }, access, message),
  release: ({ access, message }, entry) => ports.claims.release(access, message, entry),
});

/** The send path's steps over real ports. `prepare`: of who makes them several times, and parses each content once. */
export const stepsOf = (ports: SendPorts, prepare?: Prepare): SendSteps => ({
  ...pipelineStepsOf(ports, prepare),
  open: async (job) => {
    const access = admit(job.advertiserId);
    const found = await ports.messages.getWithSecrets(access, job.messageId);
    const reference = { advertiserId: job.advertiserId, messageId: job.messageId };
    return found && { access, reference, ...found };
  },
  notePutBack: ({ advertiserId, messageId }, putBack) =>
    ports.messages.notePutBack(admit(advertiserId), messageId, putBack),
  settle: (decrypted, settlement) => settleMessage(ports, decrypted, settlement),
});
