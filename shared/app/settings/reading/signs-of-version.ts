import type { Instant } from '#shared/domain/ids.ts';
import { type Content, partsOf } from '#shared/domain/message/content.ts';
import { offerSignsIn, signsIn } from '#shared/domain/message/offer-signs.ts';
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

/**
 * The signs of an offer in the content of a version. Where there is a template reader it is asked once, of what says that it is
 * transactional and of nothing else (decision 0119).
 *
 * @param reader `undefined`: none is set, or the version is a draft
 */
export const signsOfVersion = async (
  reader: TemplateReader | undefined,
  content: Content,
  saidFor: SaidFor,
  now: Instant,
): Promise<AssessedSigns> => {
  const { reason, ownHosts } = saidFor;
  const texts = textsOf(content);
  if (reader === undefined || reason === undefined) return { offerSigns: [...offerSignsIn(texts, saidFor)] };
  const template = toAssess(content, { reason, ownHosts });
  const answer = withNamedPart(await reader.read(template), template);
  return assessedSigns(signsIn(texts, saidFor), answer, { model: reader.model, assessedAt: now });
};
