import { textsOfOpenFields, textsWithFallbacks } from '#shared/channels/content/kinds-of-fields.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Content, partsOf } from '#shared/domain/message/content.ts';
import type { FieldKinds } from '#shared/domain/message/fields/kinds.ts';
import { together } from '#shared/domain/message/offer-sign.ts';
import { type FoundSigns, signsIn } from '#shared/domain/message/offer-signs.ts';
import type { SaidFor } from '#shared/domain/message/said-for.ts';
import { type AssessedSigns, assessedSigns } from '#shared/domain/message/template-assessment.ts';
import { withNamedPart } from './named-part.ts';
import type { TemplateReader, TemplateToAssess } from './template-reader.port.ts';

/** The words of content: subject, HTML, text. */
const textsOf = (content: Content): readonly string[] => Object.values(partsOf(content)).map((text) => text ?? '');

/** Content as a template reader is given it. */
const toAssess = (
  content: Content,
  { reason, ownHosts }: { readonly reason: TemplateToAssess['reason']; readonly ownHosts: readonly string[] },
): TemplateToAssess => {
  const { subject, ...parts } = partsOf(content);
  const said = Object.values(parts).filter((part) => part !== undefined);
  return { reason, subject, content: said.join('\n\n'), ownHosts };
};

/** What its words show, those of its fallbacks as well: whoever gets no value reads them. */
const signsOf = (content: Content, saidFor: SaidFor, kinds: FieldKinds | undefined): FoundSigns => {
  const open = textsOfOpenFields(content, kinds);
  const read = [textsOf(content), textsWithFallbacks(content) ?? []].filter((texts) => texts.length > 0);
  const found = read.map((texts) => signsIn(texts, saidFor, open));
  return {
    structural: together(...found.map(({ structural }) => structural)),
    ofWords: together(...found.map(({ ofWords }) => ofWords)),
  };
};

/**
 * The signs of an offer in the content of a version. Where there is a template reader it is asked once, of what says that it is
 * transactional and of nothing else (decision 0119).
 *
 * @param reader `undefined`: none is set, or the version is a draft
 * @param kinds what its fields are declared to hold
 */
export const signsOfVersion = async (
  reader: TemplateReader | undefined,
  content: Content,
  saidFor: SaidFor,
  now: Instant,
  kinds?: FieldKinds,
): Promise<AssessedSigns> => {
  const { reason, ownHosts } = saidFor;
  const found = signsOf(content, saidFor, kinds);
  if (reader === undefined || reason === undefined) return { offerSigns: together(found.structural, found.ofWords) };
  const template = toAssess(content, { reason, ownHosts });
  const answer = withNamedPart(await reader.read(template), template);
  return assessedSigns(found, answer, { model: reader.model, assessedAt: now });
};
