import { valuesToJudge } from '#shared/channels/content/kinds-of-fields.ts';
import { type MergeValues, valuesShown } from '#shared/channels/content/merge-fields.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import {
  contentNotFound,
  Failure,
  invalidRequest,
  templateDraft,
  templateNotApproved,
  templateVersionNotFound,
} from '#shared/domain/failure.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { type Content, channelOfContent } from '#shared/domain/message/content.ts';
import type { FieldKinds } from '#shared/domain/message/fields/kinds.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import {
  carriesOppositionMeans,
  type MessageClass,
  needsNoBasis,
  type TemplateVersion,
} from '#shared/domain/message/template.ts';
import { asksForApproval } from '#shared/domain/message/template-approval.ts';
import { valuesCarryOffer } from '#shared/domain/message/value-signs.ts';
import type { NamedTemplate } from '#shared/domain/message/vet.ts';
import { saidFor } from '../settings/said-for.ts';
import type { TemplateVersions } from '../settings/versions.port.ts';
import type { Contents, NamedTexts, OwnText } from './contents.port.ts';
import { type GivenContent, refuseDeadTags, refuseOtherContent, storedContent } from './draft-checks.ts';

/**
 * A template version as the law asks of it, with what the values of one message bring into it: where it has blocks that
 * promote, into the rest (D5).
 */
export const namedTemplate = (
  template: TemplateVersion,
  mergeValues: MergeValues,
  advertiser: Advertiser,
): NamedTemplate => {
  const { templateId, version, class: messageClass, reason, offerSigns, fieldsOutsideBlocks, fieldKinds } = template;
  const shown = fieldsOutsideBlocks === undefined ? mergeValues : valuesShown(fieldsOutsideBlocks, mergeValues);
  return {
    templateId,
    version,
    class: messageClass,
    reason,
    offerSigns,
    bringsOffer: valuesCarryOffer(valuesToJudge(fieldKinds, shown), saidFor(template, advertiser)),
    ...(template.withoutBlocksSha256 === undefined ? {} : { hasProspectingBlocks: true }),
  };
};

/** Template versions with their approvals, as far as messages ask. */
export type ApprovedTemplates = Pick<TemplateVersions, 'get' | 'approvalOf'>;

interface Made {
  readonly channel: Channel;
  readonly reference?: string | undefined;
  readonly offerCategory?: string | undefined;
  readonly content?: GivenContent | undefined;
  readonly template?: TemplateReference | undefined;
}
/** What a message says and offers. */
export type ContentOf = (item: Made) => Promise<{
  readonly sha256: string;
  readonly content: Content;
  /** By what a message without a template finds its content again. Absent: it lies under its hash. */
  readonly text?: OwnText | undefined;
  readonly offerCategory: string;
  /** Its template says that it is no prospecting. */
  readonly isService: boolean;
  /** It says how to stop: all but a transactional one does. */
  readonly carriesStop: boolean;
  /** What its template says that its merge fields hold. */
  readonly fieldKinds?: FieldKinds | undefined;
  /** Its template has blocks that may be left out when it is sent. */
  readonly mayLoseBlocks: boolean;
}>;

/** Of a template that is no prospecting, and of who may send prospecting alone (D5). */
export const transactionalKeyExpected = (templateClass: MessageClass): Failure =>
  new Failure('insufficient-scope', 'This template asks for the scope messages:transactional.', {
    errors: [{ pointer: '/template', detail: `a ${templateClass} template` }],
  });

/** A template version that is no draft. Throws `template-version-not-found` and `template-draft`. */
export const knownTemplate = async (
  templates: Pick<TemplateVersions, 'get'>,
  access: AdvertiserAccess,
  reference: TemplateReference,
  pointer = '/template',
): Promise<TemplateVersion> => {
  const template = await templates.get(access, reference);
  if (!template) throw templateVersionNotFound(pointer);
  if (template.draft) throw templateDraft(pointer);
  return template;
};

/** A template version that messages may be made from. Throws as `knownTemplate`, and `template-not-approved`. */
export const approvedTemplate = async (
  templates: ApprovedTemplates,
  access: AdvertiserAccess,
  reference: TemplateReference,
): Promise<TemplateVersion> => {
  const template = await knownTemplate(templates, access, reference);
  const isOpen = asksForApproval(template.class) && (await templates.approvalOf(access, reference)) === undefined;
  if (isOpen) throw templateNotApproved('/template');
  return template;
};

/**
 * What a message is about, by the advertiser's own reference: asked of a transactional one, so that it is sent for
 * something (D5). Throws `invalid-request`.
 */
export const referenceAsked = (template: TemplateVersion | undefined, reference: string | undefined): void => {
  if (template?.class !== 'transactional' || reference !== undefined) return;
  const detail = 'expected of a message made from a transactional template: the order, invoice … it is about';
  throw invalidRequest([{ pointer: '/reference', detail }]);
};

/** The template's category, which the caller may repeat but not change. */
export const categoryOf = (template: TemplateVersion, asked: string | undefined): string => {
  if (asked !== undefined && asked !== template.category)
    throw invalidRequest([{ pointer: '/offerCategory', detail: 'the template has another category' }]);
  return template.category;
};

/** What a message without template says that it offers; it must say it. */
export const categoryAsked = (asked: string | undefined): string => {
  if (asked === undefined)
    throw invalidRequest([{ pointer: '/offerCategory', detail: 'expected, where no template says it' }]);
  return asked;
};

/**
 * The content of a message: as given, or that of its template version, with the category that goes with it. Throws
 * `invalid-request`, `content-not-found`, `template-version-not-found`, `template-draft`, `template-not-approved`, and
 * `insufficient-scope` for a template that is no prospecting and a key that may not send such (D5).
 */
export const resolveContent = (
  ports: {
    readonly contents: Contents;
    readonly namedTexts: Pick<NamedTexts, 'find'>;
    readonly templates: ApprovedTemplates;
  },
  access: AdvertiserAccess,
  maySendTransactional: boolean,
): ContentOf => {
  const contentOf = storedContent(ports, access);
  const known = new Map<string, Promise<Content | undefined>>();
  const approvedContent = async (sha256: string): Promise<Content> => {
    const asked = known.get(sha256) ?? ports.contents.get(access, sha256);
    known.set(sha256, asked);
    const content = await asked;
    if (content === undefined) throw contentNotFound('/template');
    return content;
  };
  const ofTemplate = async (item: Made, reference: TemplateReference) => {
    const template = await knownTemplate(ports.templates, access, reference);
    refuseOtherContent(item.channel, template.channelKind, '/template');
    if (needsNoBasis(template.class) && !maySendTransactional) throw transactionalKeyExpected(template.class);
    await approvedTemplate(ports.templates, access, reference);
    referenceAsked(template, item.reference);
    const offerCategory = categoryOf(template, item.offerCategory);
    const content = await approvedContent(template.contentSha256);
    refuseOtherContent(item.channel, channelOfContent(content));
    return {
      sha256: template.contentSha256,
      content,
      offerCategory,
      isService: needsNoBasis(template.class),
      carriesStop: carriesOppositionMeans(template.class),
      fieldKinds: template.fieldKinds,
      mayLoseBlocks: template.withoutBlocksSha256 !== undefined,
    };
  };
  return async (item) => {
    if ((item.content === undefined) === (item.template === undefined))
      throw invalidRequest([{ pointer: '/content', detail: 'either content or template is expected' }]);
    if (item.template !== undefined) return ofTemplate(item, item.template);
    const offerCategory = categoryAsked(item.offerCategory);
    if (item.content === undefined) throw contentNotFound('/content');
    const found = await contentOf(item.channel, item.content);
    if ('sha256' in item.content) refuseDeadTags(found.content);
    return { ...found, offerCategory, isService: false, carriesStop: true, mayLoseBlocks: false };
  };
};
