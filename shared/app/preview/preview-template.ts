import { ROOM } from '#shared/channels/room.ts';
import { templateVersionNotFound } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type FinalBytes, inlineContent } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import { carriesOppositionMeans, type TemplateVersion } from '#shared/domain/message/template.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { type Missing, missingUnder } from '#shared/domain/missing.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { languageOf, oppositionUrlOf } from '../messages/compose-message.ts';
import {
  refuseBrokenSubject,
  refuseLargeRendering,
  refuseMissingValues,
  refuseNeedlessPartner,
} from '../messages/draft-checks.ts';
import { referenceAsked } from '../messages/resolve-content.ts';
import { makeBytes } from '../send/make-bytes.ts';
import { makingSteps } from '../send/making-steps.ts';
import type { DecryptedMessage, Rendered, SendInput, Vetted } from '../send/send-steps.ts';
import { costOfForms } from '../settings/content-room.ts';
import { lackingOf } from '../settings/get-template-version.ts';
import { type AskedPreview, MESSAGE_ID, messageOf, type PreviewPorts, readerOf } from './previewed-message.ts';
import { shownWhy, WHY_IS_NOT_RECORDED } from './shown-why.ts';
import { type SizeOfBytes, sizeOfBytes } from './size-of-bytes.ts';

/** What would be handed over, and what is to know of it. */
export interface Preview {
  readonly verdict: StoredVerdict;
  readonly language: 'fr' | 'en';
  /** `now`: they would be handed over now. `later`: at the verdict's `notBefore`. `if-allowed`: as things are, never. */
  readonly asOf: 'now' | 'later' | 'if-allowed';
  /** `undefined`: none can be made, and the verdict says why. */
  readonly bytes: FinalBytes | undefined;
  /** The link in them: it leads to a page, and records nothing. `undefined`: they have none. */
  readonly link: string | undefined;
  readonly size: SizeOfBytes;
  /** `undefined`: its channel is not billed by length. */
  readonly cost: Cost | undefined;
  readonly warnings: readonly Missing[];
}

/** What the steps of the sender are asked, without a message that is stored. */
interface Shown {
  readonly decrypted: DecryptedMessage;
  readonly input: SendInput;
  readonly stepsAt: (at: Instant) => ReturnType<typeof makingSteps>;
}
type Found = Pick<Preview, 'verdict' | 'asOf'> & { readonly rendered: Rendered | undefined };

const atOnce = async ({ decrypted, input, stepsAt }: Shown, at: Instant) => {
  const steps = stepsAt(at);
  const vetted = await steps.vet(decrypted, input);
  return { vetted, made: await makeBytes(steps, decrypted, input, vetted) };
};

/** Bytes of a message that would not leave, with what is held against them as well. */
const ifAllowed = async (
  { decrypted, input, stepsAt }: Shown,
  vetted: Vetted,
  stopped: StoredVerdict,
): Promise<Found> => {
  const steps = stepsAt(vetted.request.at);
  const checked = await steps.render(decrypted, input, vetted);
  if ('stopped' in checked) return { verdict: stopped, asOf: 'if-allowed', rendered: undefined };
  const { rendered } = checked;
  const verified = await steps.verify(decrypted, input, vetted, rendered);
  return { verdict: 'stopped' in verified ? verified.stopped : stopped, asOf: 'if-allowed', rendered };
};

const find = async (shown: Shown, at: Instant, why: () => Vetted['shownWhy']): Promise<Found> => {
  const { vetted, made } = await atOnce(shown, at);
  if ('rendered' in made) return { verdict: made.vetted.verdict, asOf: 'now', rendered: made.rendered };
  const { notBefore } = made.stopped;
  const then = notBefore === undefined ? undefined : (await atOnce(shown, notBefore)).made;
  if (then !== undefined && 'rendered' in then)
    return { verdict: made.stopped, asOf: 'later', rendered: then.rendered };
  return ifAllowed(shown, { ...vetted, shownWhy: why() }, made.stopped);
};

/** What it costs with these values, as far as its length is billed, and what its author is warned of. */
const costOf = ({ input, decrypted }: Shown, template: TemplateVersion, rendered: Rendered | undefined) => {
  const { advertiser, content } = input;
  const { channelKind } = template;
  const carriesStop = carriesOppositionMeans(template.class);
  const { key } = inlineContent(channelKind, content);
  const asked = { carriesStop, values: decrypted.secrets.mergeValues, sender: decrypted.message.sender };
  const cost = ROOM[channelKind]?.cost(advertiser, { ...asked, textAt: '/template' })(content);
  const { warnings } = costOfForms(channelKind, advertiser, [{ content, carriesStop }]);
  return {
    cost: cost && { ...cost, segments: rendered?.segments ?? cost.segments },
    warnings: warnings.map((each) => missingUnder(`/content/${key}`, each)),
  };
};

/**
 * The very bytes that would be handed over of a message made from a template version, by the steps of the sender, with
 * an inert link, and the verdict. Writes nothing, and opens no review. Drafts, and versions that nobody approved yet, are
 * shown too. Throws `advertiser-not-found`, `template-version-not-found`, `insufficient-scope`, `address-expected`, and
 * `invalid-request`: for missing values, and for a draft of which no bytes can be made.
 */
export const previewTemplate = async (ports: PreviewPorts, asked: AskedPreview): Promise<Preview> => {
  const { access, mergeValues } = asked;
  const at = ports.clock.now();
  await knownAdvertiser(ports.advertisers, access);
  const template = await ports.templates.get(access, asked.template);
  if (template === undefined) throw templateVersionNotFound('');
  refuseNeedlessPartner(asked);
  referenceAsked(template, asked.reference);
  const { contactId, address, vetReads } = readerOf(ports, asked, template, at);
  const message = messageOf(asked, template, contactId, at);
  const reference = { advertiserId: access.advertiserId, messageId: MESSAGE_ID };
  const decrypted = { access, reference, message, secrets: { address, mergeValues } };
  const stepsAt = (now: Instant) =>
    makingSteps({ ...ports, vetReads, clock: { now: () => now }, tokens: async () => ports.tokens });
  const input = await stepsAt(at).read(decrypted);
  refuseMissingValues(input.content, mergeValues);
  refuseLargeRendering(input.content, mergeValues);
  refuseBrokenSubject(input.content, mergeValues);
  const shown = { decrypted, input, stepsAt };
  const stated = 'invented' in asked.reader ? asked.reader.why : undefined;
  const { verdict, asOf, rendered } = await find(shown, at, () => shownWhy(template, asked.purpose, at, stated));
  const bytes = rendered?.asFinal();
  const { cost, warnings } = costOf(shown, template, rendered);
  const link = oppositionUrlOf(ports.tokens, ports.publicBaseUrl, message);
  const approval = template.draft ? undefined : await ports.templates.approvalOf(access, asked.template);
  return {
    verdict,
    language: languageOf(input.advertiser, input.standing),
    asOf,
    bytes,
    link: bytes !== undefined && JSON.stringify(bytes).includes(link) ? link : undefined,
    size: bytes === undefined ? {} : sizeOfBytes(bytes),
    cost,
    warnings: [...lackingOf(template, approval), ...(asOf === 'if-allowed' ? [WHY_IS_NOT_RECORDED] : []), ...warnings],
  };
};
