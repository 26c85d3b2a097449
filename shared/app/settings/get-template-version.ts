import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contentNotFound, templateVersionNotFound } from '#shared/domain/failure.ts';
import type { TemplateId } from '#shared/domain/ids.ts';
import { type Content, type InlineContent, inlineContent } from '#shared/domain/message/content.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import { needsNoBasis, type TemplateVersion } from '#shared/domain/message/template.ts';
import { asksForApproval, type TemplateApproval } from '#shared/domain/message/template-approval.ts';
import { type Missing, missingUnder, type Usable } from '#shared/domain/missing.ts';
import type { Page, PageAsked } from '#shared/domain/page.ts';
import { missingByChannel } from '#shared/law/readings/settings-faults.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import type { Contents } from '../messages/contents.port.ts';
import type { Advertisers } from './advertisers.port.ts';
import { contentTooLarge } from './content-room.ts';
import { currentAdvertiser } from './get-advertiser.ts';
import type { TemplateVersions, VersionList } from './versions.port.ts';

/** A template version as it was put, who approved it, and whether messages can be made from it now. */
export interface SeenTemplate {
  readonly stored: TemplateVersion;
  readonly content: InlineContent;
  readonly approval: TemplateApproval | undefined;
  readonly usable: Usable;
}

const SETTINGS_ROUTE = 'PATCH /v1/advertisers/{advertiserId}';
const APPROVAL_ROUTE = 'POST /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/approval';

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

/** What the settings lack for the channel of the template: nothing in the template points at it. */
const missingInSettings = (advertiser: Advertiser, channel: string): readonly Missing[] => {
  const lacking = new Map<string, readonly Missing[]>(Object.entries(missingByChannel(advertiser))).get(channel) ?? [];
  return lacking.map(({ sentence, remedy }) => ({
    pointer: '',
    sentence,
    remedy: { sentence: remedy.sentence, route: SETTINGS_ROUTE },
  }));
};

/** The contents that were stored of a version: as written, as it is sent, and as it is sent without its blocks. */
interface Parts {
  readonly written: Content;
  readonly whole: Content;
  readonly rest: Content | undefined;
}

const tooLarge = (stored: TemplateVersion, advertiser: Advertiser, { whole, rest }: Parts, key: string) => {
  const isService = needsNoBasis(stored.class);
  const forms = [
    { content: whole, isService: isService && rest === undefined },
    ...(rest === undefined ? [] : [{ content: rest, isService }]),
  ];
  return contentTooLarge(stored.channelKind, advertiser, forms).map((each) => missingUnder(`/content/${key}`, each));
};

/** What a stored template version is, and lacks. */
export const seenTemplate = (
  stored: TemplateVersion,
  parts: Parts,
  approval: TemplateApproval | undefined,
  advertiser: Advertiser,
): SeenTemplate => {
  const { key, content } = inlineContent(stored.channelKind, parts.written);
  const missing = [
    ...missingInSettings(advertiser, stored.channelKind),
    ...(asksForApproval(stored.class) && approval === undefined ? [NOT_APPROVED] : []),
    ...tooLarge(stored, advertiser, parts, key),
  ];
  return { stored, content, approval, usable: { [stored.channelKind]: missing.length === 0 || { missing } } };
};

const partsOf = async (contents: Pick<Contents, 'get'>, access: AdvertiserAccess, stored: TemplateVersion) => {
  const read = async (sha256: string): Promise<Content> => {
    const content = await contents.get(access, sha256);
    if (content === undefined) throw contentNotFound('');
    return content;
  };
  const { contentSha256, withoutBlocksSha256, writtenSha256 = contentSha256 } = stored;
  const [written, whole, rest] = await Promise.all([
    read(writtenSha256),
    read(contentSha256),
    withoutBlocksSha256 === undefined ? undefined : read(withoutBlocksSha256),
  ]);
  return { written, whole, rest };
};

/**
 * A template version as it was put, and whether messages can be made from it now. Throws `advertiser-not-found` and
 * `template-version-not-found`.
 */
export const getTemplateVersion = async (
  ports: {
    readonly advertisers: Advertisers;
    readonly templates: Pick<TemplateVersions, 'get' | 'approvalOf'>;
    readonly contents: Pick<Contents, 'get'>;
  },
  { access, template }: { readonly access: AdvertiserAccess; readonly template: TemplateReference },
): Promise<SeenTemplate> => {
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  const stored = await ports.templates.get(access, template);
  if (stored === undefined) throw templateVersionNotFound('');
  const [parts, approval] = await Promise.all([
    partsOf(ports.contents, access, stored),
    ports.templates.approvalOf(access, template),
  ]);
  return seenTemplate(stored, parts, approval, advertiser);
};

/** Versions of one template, or of all, by template and label. Throws `advertiser-not-found`. */
export const listTemplateVersions = async (
  ports: { readonly advertisers: Advertisers; readonly templates: VersionList<TemplateVersion> },
  asked: { readonly access: AdvertiserAccess; readonly templateId?: TemplateId; readonly page: PageAsked },
): Promise<Page<TemplateVersion>> => {
  await knownAdvertiser(ports.advertisers, asked.access);
  return ports.templates.list(asked.access, asked.templateId, asked.page);
};
