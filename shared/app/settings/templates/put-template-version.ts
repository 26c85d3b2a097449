import { fieldNames } from '#shared/channels/content/merge-fields.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { faultOfMissing, invalidRequest, versionImmutable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { namedContent } from '#shared/domain/message/content.ts';
import type { TemplateReference } from '#shared/domain/message/message.ts';
import {
  needsReview,
  type TemplateVersion,
  type TemplateVersionContent,
  templateCauseOf,
} from '#shared/domain/message/template.ts';
import type { Clock } from '../../clock.port.ts';
import { refuseFuture } from '../../contacts/contact-of.ts';
import type { Contents } from '../../messages/contents.port.ts';
import { refuseLargeContent } from '../../messages/draft-checks.ts';
import type { Reviews } from '../../reviews/reviews.port.ts';
import type { Advertisers } from '../advertisers.port.ts';
import { currentAdvertiser } from '../get-advertiser.ts';
import { signsOfVersion } from '../reading/signs-of-version.ts';
import type { TemplateReader } from '../reading/template-reader.port.ts';
import { saidFor } from '../said-for.ts';
import type { TemplateVersions } from '../versions.port.ts';
import { judgementsOf, type SeenTemplate, seenTemplate } from './get-template-version.ts';
import { hasSoundBlocks, sentForms, templateFaults } from './template-faults.ts';

interface Ports {
  readonly advertisers: Advertisers;
  readonly templates: TemplateVersions;
  readonly contents: Pick<Contents, 'put'>;
  readonly reviews: Pick<Reviews, 'open' | 'find'>;
  /** Absent: this deployment has none. */
  readonly reader?: TemplateReader | undefined;
  readonly clock: Clock;
}

interface PutTemplateVersion {
  readonly access: AdvertiserAccess;
  readonly template: TemplateReference;
  readonly content: TemplateVersionContent;
  /** True: stored whatever it lacks, to be replaced; no message is made from it. */
  readonly isDraft?: boolean;
  readonly apiKeyId: string;
}

/** What the store holds of the contents: as written, as it is sent, and as it is sent without its blocks. */
const storedContents = async ({ contents }: Ports, { access, content: put, isDraft }: PutTemplateVersion) => {
  const { content: written } = namedContent(put.content);
  // The blocks of a draft may not even close: then it is kept as it was written, and nothing is made from it.
  const isAsWritten = isDraft && !hasSoundBlocks(put);
  const { whole, rest } = isAsWritten ? { whole: written, rest: undefined } : sentForms(written);
  const contentSha256 = await contents.put(access, whole);
  if (rest === undefined) return { whole, rest, hashes: { contentSha256 } };
  const [writtenSha256, withoutBlocksSha256] = await Promise.all([
    contents.put(access, written),
    contents.put(access, rest),
  ]);
  const fieldsOutsideBlocks = [...fieldNames(rest)];
  return { whole, rest, hashes: { contentSha256, writtenSha256, withoutBlocksSha256, fieldsOutsideBlocks } };
};

const versionOf = async (ports: Ports, asked: PutTemplateVersion, advertiser: Advertiser, now: Instant) => {
  const { access, template, content, isDraft, apiKeyId } = asked;
  const { whole, rest, hashes } = await storedContents(ports, asked);
  const { content: _, ...described } = content;
  const reader = isDraft ? undefined : ports.reader;
  const version: TemplateVersion = {
    ...described,
    ...template,
    ...(isDraft ? { draft: true } : {}),
    advertiserId: access.advertiserId,
    recordedAt: now,
    putBy: apiKeyId,
    sha256: sha256OfJson(content),
    channelKind: namedContent(content.content).channel,
    ...hashes,
    ...(await signsOfVersion(reader, rest ?? whole, saidFor(content, advertiser), now, content.fieldKinds)),
  };
  return version;
};

/** The same version, stored before and no draft: what changed around it since takes nothing back. Throws `version-immutable` for another one. */
const sameStored = async ({ templates }: Ports, { access, template, content, isDraft }: PutTemplateVersion) => {
  const stored = isDraft ? undefined : await templates.get(access, template);
  if (stored === undefined || stored.draft) return undefined;
  if (stored.sha256 !== sha256OfJson(content)) throw versionImmutable();
  return stored;
};

/** Throws `invalid-request` pointing at each thing for which no message could ever be made from the template. */
const refuseUnusable = (content: TemplateVersionContent, advertiser: Advertiser): void => {
  const missing = templateFaults(content, advertiser);
  if (missing.length > 0) throw invalidRequest(missing.map(faultOfMissing));
};

/**
 * Stores a template version with its content, with a hash of its canonical JSON. Immutable: the same again is the same
 * version. A draft is stored whatever it lacks, and is replaced by what is put next under its label. A version that is
 * relational, or that says it offers nothing and shows signs of an offer, opens its review (D5); what says that it is transactional is read
 * by the template reader, where there is one, once. Throws `invalid-request`
 * for what its class asks and for content that no message could carry or that can never fit, `version-immutable`,
 * `advertiser-not-found`, `payload-too-large`.
 */
export const putTemplateVersion = async (
  ports: Ports,
  asked: PutTemplateVersion,
): Promise<SeenTemplate & { readonly isNew: boolean }> => {
  const { access, content } = asked;
  const now = ports.clock.now();
  refuseFuture(now, { '/approver/approvedAt': content.approver?.approvedAt });
  refuseLargeContent(namedContent(content.content).content);
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  const before = await sameStored(ports, asked);
  if (before === undefined && !asked.isDraft) refuseUnusable(content, advertiser);
  const { version: stored, isNew } =
    before === undefined
      ? await ports.templates.put(access, await versionOf(ports, asked, advertiser, now))
      : { version: before, isNew: false };
  if (needsReview(stored)) await ports.reviews.open(access, templateCauseOf(stored), now);
  const judgements = await judgementsOf(ports, access, stored);
  return { ...seenTemplate(stored, content.content, { ...judgements, advertiser, at: now }), isNew };
};
