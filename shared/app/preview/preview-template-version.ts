import { ROOM } from '#shared/channels/room.ts';
import { faultOfMissing, invalidRequest, templateVersionNotFound } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type FinalBytes, namedContent } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import { type TemplateVersion, type TemplateVersionContent, templatePut } from '#shared/domain/message/template.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { languageOf, oppositionUrlOf } from '../messages/compose-message.ts';
import { refuseUnfitValues } from '../messages/draft-checks.ts';
import { refuseUnfitPartner } from '../messages/refuse-unfit-partner.ts';
import { referenceAsked } from '../messages/resolve-content.ts';
import { refuseOtherKinds } from '../messages/values-of-kinds.ts';
import { makingSteps } from '../send/making-steps.ts';
import { judgementsOf, writtenContent } from '../settings/templates/get-template-version.ts';
import { isTaken, judgedTemplate } from '../settings/templates/judged-template.ts';
import { faultsOfForms } from '../settings/templates/template-faults.ts';
import { judgedAsAllowed } from '../verdicts/vet-with-decisions.ts';
import { type Found, findBytes, type MadeBytes, type Shown } from './found-bytes.ts';
import { type AskedPreview, MESSAGE_ID, messageOf, type PreviewPorts, readerOf } from './previewed-message.ts';
import { judgedAs, restsOnRecords, shownWhy, WHY_IS_NOT_RECORDED } from './shown-why.ts';
import { partOf, type SizeOfBytes, sizeOfBytes } from './size-of-bytes.ts';

/** What would be handed over, and what is to know of it. */
export interface Preview {
  readonly verdict: StoredVerdict;
  readonly language: ReaderLanguage;
  /**
   * `now`: they would be handed over now. `later`: at the verdict's `notBefore`. `if-allowed`: as things are, never, by the
   * verdict or because no message may be made from this version.
   */
  readonly asOf: Found['asOf'];
  /** `undefined`: none can be made, and the verdict says why. */
  readonly bytes: FinalBytes | undefined;
  /** The link in them: it leads to a page, and records nothing. `undefined`: they have none. */
  readonly link: string | undefined;
  readonly size: SizeOfBytes;
  /** `undefined`: its channel is not billed by length. */
  readonly cost: Cost | undefined;
  readonly warnings: readonly Missing[];
}

/** What these bytes cost, as far as their channel is billed by length, with positions in the text that was written. */
const costOf = (
  { decrypted, input }: Shown,
  { rendered }: MadeBytes,
  { content: written }: TemplateVersionContent,
): Cost | undefined => {
  const text = partOf(rendered.asFinal(), 'text');
  if (text === undefined) return undefined;
  const { mergeValues: values } = decrypted.secrets;
  return ROOM[rendered.channel]?.costOfText(input.advertiser, { text, values })(namedContent(written).content);
};

/** Throws `invalid-request`, as the put of its version would, for a draft that no message could be made of. */
const refuseBrokenDraft = (template: TemplateVersion, put: TemplateVersionContent): void => {
  const faults = template.draft ? faultsOfForms(put) : [];
  if (faults.length > 0) throw invalidRequest(faults.map(faultOfMissing));
};

/**
 * The very bytes that would be handed over of a message made from a template version, by the steps of the sender, with
 * an inert link, and the verdict. Writes nothing, and opens no review. Drafts, and versions that nobody approved yet, are
 * shown too. Throws `advertiser-not-found`, `template-version-not-found`, `insufficient-scope`, `address-expected`, and
 * `invalid-request`: for missing values, and for a draft of which no bytes can be made.
 */
export const previewTemplateVersion = async (ports: PreviewPorts, asked: AskedPreview): Promise<Preview> => {
  const { access, mergeValues } = asked;
  const at = ports.clock.now();
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const template = await ports.templates.get(access, asked.template);
  if (template === undefined) throw templateVersionNotFound('');
  refuseUnfitPartner(asked, advertiser);
  referenceAsked(template, asked.reference);
  const { contactId, address, vetReads } = await readerOf(ports, asked, template, at);
  const message = messageOf(asked, template, contactId, at);
  const put = templatePut(template, await writtenContent(ports, access, template));
  refuseBrokenDraft(template, put);
  const reference = { advertiserId: access.advertiserId, messageId: MESSAGE_ID };
  const decrypted = { access, reference, message, secrets: { address, mergeValues } };
  const stepsAt = (now: Instant) =>
    makingSteps({ ...ports, vetReads, clock: { now: () => now }, tokens: async () => ports.tokens });
  const input = await stepsAt(at).read(decrypted);
  refuseUnfitValues(input.content, mergeValues);
  refuseOtherKinds(template, mergeValues, input.advertiser);
  const stated = 'invented' in asked.reader ? asked.reader.why : undefined;
  const whyIn = (verdict: StoredVerdict) => shownWhy(judgedAs(template, verdict), asked.purpose, at, stated);
  const asAllowed = (request: VetRequest) => judgedAsAllowed(ports.reviews, access, request);
  const shown = { decrypted, input, stepsAt, asAllowed, whyIn };
  const { verdict, asOf, made } = await findBytes(shown, at);
  const bytes = made?.rendered.asFinal();
  const link = oppositionUrlOf(ports.tokens, ports.publicBaseUrl, message);
  const judgements = await judgementsOf(ports, access, template);
  const { missing, warnings } = judgedTemplate(template, put, { ...judgements, advertiser: input.advertiser, at });
  return {
    verdict,
    language: languageOf(input.advertiser, input.standing),
    asOf: isTaken(template, judgements.approval) ? asOf : 'if-allowed',
    bytes,
    link: bytes !== undefined && JSON.stringify(bytes).includes(link) ? link : undefined,
    size: bytes === undefined ? {} : sizeOfBytes(bytes),
    cost: made && costOf(shown, made, put),
    warnings: [...missing, ...(restsOnRecords(made?.vetted.shownWhy) ? [] : [WHY_IS_NOT_RECORDED]), ...warnings],
  };
};
