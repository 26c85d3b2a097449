import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contentNotFound, templateVersionNotFound } from '#shared/domain/failure.ts';
import type { Instant, TemplateId } from '#shared/domain/ids.ts';
import { type InlineContent, inlineContent } from '#shared/domain/message/content.ts';
import type { Cost } from '#shared/domain/message/cost.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { needsNoBasis, type TemplateVersion, templateCauseOf, templatePut } from '#shared/domain/message/template.ts';
import { asksForApproval, type TemplateApproval } from '#shared/domain/message/template-approval.ts';
import type { Missing, Usable } from '#shared/domain/missing.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { JUDGED_UNRELATED } from '#shared/law/readings/message-faults.ts';
import { missingByChannel } from '#shared/law/readings/settings-faults.ts';
import type { Clock } from '../clock.port.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Contents } from '../messages/contents.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import type { Advertisers } from './advertisers.port.ts';
import { currentAdvertiser } from './get-advertiser.ts';
import { reviewOfTemplate } from './review-of-template.ts';
import { costOfTemplate, faultsOfContent, templateFaults, tooLargeForms } from './template-faults.ts';
import { contentsOf, type TemplateContents } from './template-fields.ts';
import type { TemplateVersions, VersionList } from './versions.port.ts';

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

const SETTINGS_ROUTE = 'PATCH /v1/advertisers/{advertiserId}';
const VERSION_ROUTE = 'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}';
const APPROVAL_ROUTE = 'POST /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/approval';

const DRAFT: Missing = {
  pointer: '/draft',
  sentence: {
    fr: 'Cette version est un brouillon : aucun message n’en est fait.',
    en: 'This version is a draft: no message is made from it.',
  },
  remedy: {
    sentence: {
      fr: 'Corrigez ce qui manque, puis enregistrez-la de nouveau sous le même nom, sans draft.',
      en: 'Mend what is missing, then put it again under the same label, without draft.',
    },
    route: VERSION_ROUTE,
  },
};

const NOT_APPROVED: Missing = {
  pointer: '/class',
  sentence: {
    fr: 'Aucune autre clé que celle qui l’a enregistrée n’a encore approuvé cette version.',
    en: 'No other key than the one that put this version approved it yet.',
  },
  remedy: {
    sentence: {
      fr: 'Faites approuver la version avec la clé d’une autre personne.',
      en: 'Have the version approved with the key of another person.',
    },
    route: APPROVAL_ROUTE,
  },
};

/** A draft, or one that needs an approval and has none: no message is made from it yet. */
export const lackingOf = (stored: TemplateVersion, approval: TemplateApproval | undefined): readonly Missing[] => [
  ...(stored.draft ? [DRAFT] : []),
  ...(asksForApproval(stored.class) && approval === undefined ? [NOT_APPROVED] : []),
];

/** What the settings lack for the channel of the template: nothing in the template points at it. */
const missingInSettings = (advertiser: Advertiser, channel: string): readonly Missing[] => {
  const lacking = new Map<string, readonly Missing[]>(Object.entries(missingByChannel(advertiser))).get(channel) ?? [];
  return lacking.map(({ sentence, remedy }) => ({
    pointer: '',
    sentence,
    remedy: { sentence: remedy.sentence, route: SETTINGS_ROUTE },
  }));
};

/** What a stored version is judged by. */
export interface TemplateContext {
  readonly approval: TemplateApproval | undefined;
  readonly review: Review | undefined;
  readonly advertiser: Advertiser;
  readonly at: Instant;
}

/** What a stored template version is, and lacks; `content` is as it was written. */
export const seenTemplate = (
  stored: TemplateVersion,
  content: InlineContent,
  { approval, review, advertiser, at }: TemplateContext,
): SeenTemplate => {
  const put = templatePut(stored, content);
  const judged = reviewOfTemplate(stored, review, at);
  const missing = [
    ...(stored.draft ? [DRAFT, ...templateFaults(put, advertiser)] : tooLargeForms(put, advertiser)),
    ...missingInSettings(advertiser, stored.channelKind),
    ...(stored.subjectJudgement === 'unrelated' ? [JUDGED_UNRELATED] : []),
    ...(asksForApproval(stored.class) && approval === undefined ? [NOT_APPROVED] : []),
    ...judged.missing,
  ];
  const usable = { [stored.channelKind]: missing.length === 0 || { missing } };
  const isSound = !stored.draft || faultsOfContent(put).length === 0;
  const { cost, warnings } = isSound ? costOfTemplate(put, advertiser) : { cost: undefined, warnings: [] };
  return {
    stored,
    content,
    approval,
    usable,
    warnings: [...judged.warnings, ...warnings],
    cost,
    contents: contentsOf(content),
  };
};

interface Ports {
  readonly advertisers: Advertisers;
  readonly templates: Pick<TemplateVersions, 'get' | 'approvalOf'>;
  readonly contents: Pick<Contents, 'get'>;
  readonly reviews: Pick<Reviews, 'find'>;
  readonly clock: Clock;
}

const writtenContent = async (
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

/** Versions of one template, or of all, by template and label. Throws `advertiser-not-found`. */
export const listTemplateVersions = async (
  ports: { readonly advertisers: Advertisers; readonly templates: VersionList<TemplateVersion> },
  asked: { readonly access: AdvertiserAccess; readonly templateId?: TemplateId; readonly page: PageAsked },
): Promise<Page<TemplateVersion>> => {
  await knownAdvertiser(ports.advertisers, asked.access);
  return ports.templates.list(asked.access, asked.templateId, asked.page);
};
