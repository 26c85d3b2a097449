import * as z from 'zod/mini';
import type { SeenTemplate } from '#shared/app/settings/templates/get-template-version.ts';
import { about, named } from '#shared/domain/about.ts';
import { AdvertiserId, TemplateId, VersionLabel } from '#shared/domain/ids.ts';
import {
  needsReview,
  TemplateVersion as StoredTemplateVersion,
  TemplateVersionContent,
  templateCauseOf,
  templatePut,
} from '#shared/domain/message/template.ts';
import { TemplateApproval } from '#shared/domain/message/template-approval.ts';
import { Cost, costView } from '../cost.ts';
import { Missing, missingViews, UsableByChannel, usableView } from './missing.ts';
import { TEMPLATE_CONTENTS, templateContentsView } from './template-contents.ts';

const { shape } = StoredTemplateVersion;

/** Path parameters of the routes of one template. */
export const TemplatePath = z.strictObject({
  advertiserId: about('The advertiser whose messages are made from it.', AdvertiserId),
  templateId: about('The id that you choose for the template; all its versions share it.', TemplateId),
});

/** Path parameters of the routes of one version of a template. */
export const TemplateVersionPath = z.extend(TemplatePath, {
  version: about(
    'The label that you choose for this version. What it names never changes, unless it is a draft.',
    VersionLabel,
  ),
});

/** A version of a template, without what it says. */
export const TemplateEntry = named(
  'TemplateEntry',
  z.strictObject({
    advertiserId: shape.advertiserId,
    templateId: shape.templateId,
    version: shape.version,
    status: about(
      'final: it never changes. draft: no message is made from it, and what is put next under its label replaces it.',
      z.enum(['final', 'draft']),
    ),
    class: shape.class,
    sha256: shape.sha256,
    contentSha256: shape.contentSha256,
    withoutBlocksSha256: shape.withoutBlocksSha256,
    offerSigns: shape.offerSigns,
    recordedAt: shape.recordedAt,
    reviewCause: about(
      'The cause under which a human must look at it before it counts as its class: see GET /v1/reviews. Absent: none.',
      z.optional(z.string()),
    ),
  }),
);

/** A version of a template as it was put, and whether messages can be made from it. */
export const TemplateVersion = named(
  'TemplateVersion',
  z.strictObject({
    ...TemplateEntry.shape,
    template: about(
      'What was put, with the defaults and without draft: it can be put again as it is.',
      TemplateVersionContent,
    ),
    approval: about(
      'Who approved it, with another key than the one that put it. Absent: nobody did, or nobody needs to.',
      z.optional(
        z.strictObject({ approver: TemplateApproval.shape.approver, approvedAt: TemplateApproval.shape.approvedAt }),
      ),
    ),
    assessment: shape.assessment,
    usable: about(
      'Its channel: true when messages can be made from it now, or what is missing. The law on each message is not asked.',
      UsableByChannel,
    ),
    cost: about(
      'What a message made from it costs, with its fallbacks in place and its other fields empty. Absent: it is no SMS, or a draft that lacks more.',
      z.optional(Cost),
    ),
    ...TEMPLATE_CONTENTS,
    warnings: about('What is worth knowing, although messages can be made from it. Empty: nothing.', z.array(Missing)),
  }),
);

/** One version in a list. */
export const templateEntryView = (stored: StoredTemplateVersion): z.infer<typeof TemplateEntry> => ({
  advertiserId: stored.advertiserId,
  templateId: stored.templateId,
  version: stored.version,
  status: stored.draft ? 'draft' : 'final',
  class: stored.class,
  sha256: stored.sha256,
  contentSha256: stored.contentSha256,
  ...(stored.withoutBlocksSha256 === undefined ? {} : { withoutBlocksSha256: stored.withoutBlocksSha256 }),
  offerSigns: stored.offerSigns,
  recordedAt: stored.recordedAt,
  ...(needsReview(stored) ? { reviewCause: templateCauseOf(stored) } : {}),
});

/** One version, whole. */
export const templateVersionView = ({
  stored,
  content,
  approval,
  usable,
  warnings,
  cost,
  contents,
}: SeenTemplate): z.infer<typeof TemplateVersion> => ({
  ...templateEntryView(stored),
  template: templatePut(stored, content),
  ...(approval === undefined ? {} : { approval: { approver: approval.approver, approvedAt: approval.approvedAt } }),
  ...(stored.assessment === undefined ? {} : { assessment: stored.assessment }),
  usable: usableView(usable),
  ...costView(cost),
  ...templateContentsView(contents),
  warnings: missingViews(warnings),
});

/** A template as the examples put it. */
export const templateExample = () => ({
  class: 'transactional',
  category: 'orders',
  content: {
    email: {
      subject: 'Votre commande {{numero}}',
      html: '<p>Bonjour {{prenom}}, votre commande {{numero}} est confirmée.</p>',
    },
  },
  reason: 'order',
  reference: 'CGV, article 4 : confirmation de commande',
  fieldKinds: { numero: 'reference', prenom: 'name' },
});
