import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { TemplateVersion, TemplateVersionContent } from '#shared/domain/message/template.ts';
import { asksForApproval, type TemplateApproval } from '#shared/domain/message/template-approval.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { JUDGED_UNRELATED } from '#shared/law/readings/message-faults.ts';
import { missingByChannel } from '#shared/law/readings/settings-faults.ts';
import type { CostOfForms } from './content-room.ts';
import { reviewOfTemplate } from './review-of-template.ts';
import { costOfTemplate, faultsOfContent, templateFaults, tooLargeForms } from './template-faults.ts';

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

/** Nobody approved it, and somebody else has to. */
const awaitsApproval = (stored: TemplateVersion, approval: TemplateApproval | undefined): boolean =>
  asksForApproval(stored.class) && approval === undefined;

/** Messages that name this version are taken, whatever the verdict on each. */
export const isTaken = (stored: TemplateVersion, approval: TemplateApproval | undefined): boolean =>
  stored.draft !== true && !awaitsApproval(stored, approval);

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

/** What stops every message of a stored version, and what its author is warned of. */
export interface JudgedTemplate extends CostOfForms {
  readonly missing: readonly Missing[];
}

/** What a stored template version lacks, costs and is warned of; `put`: it as it was written. */
export const judgedTemplate = (
  stored: TemplateVersion,
  put: TemplateVersionContent,
  { approval, review, advertiser, at }: TemplateContext,
): JudgedTemplate => {
  const judged = reviewOfTemplate(stored, review, at);
  const missing = [
    ...(stored.draft ? [DRAFT, ...templateFaults(put, advertiser)] : tooLargeForms(put, advertiser)),
    ...missingInSettings(advertiser, stored.channelKind),
    ...(stored.subjectJudgement === 'unrelated' ? [JUDGED_UNRELATED] : []),
    ...(awaitsApproval(stored, approval) ? [NOT_APPROVED] : []),
    ...judged.missing,
  ];
  const isSound = !stored.draft || faultsOfContent(put).length === 0;
  const { cost, warnings } = isSound ? costOfTemplate(put, advertiser) : { cost: undefined, warnings: [] };
  return { missing, cost, warnings: [...judged.warnings, ...warnings] };
};
