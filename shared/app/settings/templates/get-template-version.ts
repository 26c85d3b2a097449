import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contentNotFound, templateVersionNotFound } from '#shared/domain/failure.ts';
import { type InlineContent, inlineContent } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { needsNoBasis, type TemplateVersion, templateCauseOf, templatePut } from '#shared/domain/message/template.ts';
import type { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import type { Missing, Usable } from '#shared/domain/missing.ts';
import type { Clock } from '../../clock.port.ts';
import type { Contents } from '../../messages/contents.port.ts';
import type { Reviews } from '../../reviews/reviews.port.ts';
import type { Advertisers } from '../advertisers.port.ts';
import { currentAdvertiser } from '../get-advertiser.ts';
import type { TemplateVersions } from '../versions.port.ts';
import { judgedTemplate, type TemplateContext } from './judged-template.ts';
import { contentsOf, type TemplateContents } from './template-fields.ts';

/** A template version as it was put, who approved it, and whether messages can be made from it now. */
export interface SeenTemplate {
  readonly stored: TemplateVersion;
  readonly content: InlineContent;
  readonly approval: TemplateApproval | undefined;
  readonly usable: Usable;
  readonly warnings: readonly Missing[];
  /** What its messages cost at their longest known values; `undefined`: its channel is not billed by length. */
  readonly cost: Cost | undefined;
  /** Its fields and links, and how large its parts are. */
  readonly contents: TemplateContents;
}

/** What a stored template version is, and lacks; `content` is as it was written. */
export const seenTemplate = (
  stored: TemplateVersion,
  content: InlineContent,
  context: TemplateContext,
): SeenTemplate => {
  const { missing, cost, warnings } = judgedTemplate(stored, templatePut(stored, content), context);
  const usable = { [stored.channelKind]: missing.length === 0 || { missing } };
  return {
    stored,
    content,
    approval: context.approval,
    usable,
    warnings,
    cost,
    contents: contentsOf({ ...stored, content }),
  };
};

interface Ports {
  readonly advertisers: Advertisers;
  readonly templates: Pick<TemplateVersions, 'get' | 'approvalOf'>;
  readonly contents: Pick<Contents, 'get'>;
  readonly reviews: Pick<Reviews, 'find'>;
  readonly clock: Clock;
}

/** The content of a stored version, as it was written. Throws `content-not-found`. */
export const writtenContent = async (
  { contents }: Pick<Ports, 'contents'>,
  access: AdvertiserAccess,
  stored: TemplateVersion,
) => {
  const content = await contents.get(access, stored.writtenSha256 ?? stored.contentSha256);
  if (content === undefined) throw contentNotFound('');
  return inlineContent(stored.channelKind, content).content;
};

/** Who approved a version, and the review of its class: of a draft, and of what is prospecting, there is none. */
export const judgementsOf = async (
  { templates, reviews }: Pick<Ports, 'templates' | 'reviews'>,
  access: AdvertiserAccess,
  stored: TemplateVersion,
): Promise<Pick<TemplateContext, 'approval' | 'review'>> => {
  if (stored.draft) return { approval: undefined, review: undefined };
  const [approval, review] = await Promise.all([
    templates.approvalOf(access, stored),
    needsNoBasis(stored.class) ? reviews.find(access, templateCauseOf(stored)) : undefined,
  ]);
  return { approval, review };
};

/**
 * A template version as it was put, and whether messages can be made from it now. Throws `advertiser-not-found` and
 * `template-version-not-found`.
 */
export const getTemplateVersion = async (
  ports: Ports,
  { access, template }: { readonly access: AdvertiserAccess; readonly template: TemplateReference },
): Promise<SeenTemplate> => {
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  const stored = await ports.templates.get(access, template);
  if (stored === undefined) throw templateVersionNotFound('');
  const [content, judgements] = await Promise.all([
    writtenContent(ports, access, stored),
    judgementsOf(ports, access, stored),
  ]);
  return seenTemplate(stored, content, { ...judgements, advertiser, at: ports.clock.now() });
};
