import type { Instant } from '#shared/domain/ids.ts';
import { needsReview, type TemplateVersion } from '#shared/domain/message/template.ts';
import type { Missing } from '#shared/domain/missing.ts';
import { awaitsReview } from '#shared/domain/review/awaits-review.ts';
import { coversMessage, isOpenAt, type Review } from '#shared/domain/review/review.ts';

/** What a review means for a template: what stops its messages, and what its author should know. */
export interface ReviewOfTemplate {
  readonly missing: readonly Missing[];
  readonly warnings: readonly Missing[];
}

const RELATIONAL_IS_OPEN = awaitsReview('/class', {
  fr: 'Personne n’a encore jugé que ce modèle est relationnel : ses messages attendent.',
  en: 'Nobody has judged yet that this template is relational: its messages wait.',
});

const SIGNS_ARE_OPEN = awaitsReview('/content', {
  fr: 'Ce modèle montre des signes d’une offre : ses messages comptent comme de la prospection tant que personne n’en a jugé.',
  en: 'This template shows signs of an offer: its messages count as prospecting until somebody has judged it.',
});

const NOBODY_READ_IT = awaitsReview('/content', {
  fr: 'Le modèle de langue qui lit les modèles de messages n’a pas répondu, ou pas comme demandé : les messages de celui-ci comptent comme de la prospection tant que personne n’en a jugé.',
  en: 'The language model that reads templates did not answer, or not as it was asked to: messages of this one count as prospecting until somebody has judged it.',
});

const FOUND_TO_PROMOTE = awaitsReview('/content', {
  fr: 'Le modèle de langue qui lit les modèles de messages a trouvé une promotion dans celui-ci : ses messages comptent comme de la prospection tant que personne n’en a jugé.',
  en: 'The language model that reads templates found that this one promotes: its messages count as prospecting until somebody has judged it.',
});

/** What its author should know of its signs: what was found says more than that nobody answered. */
const warningOf = ({ offerSigns }: TemplateVersion): Missing => {
  if (offerSigns.includes('assessed-promoting')) return FOUND_TO_PROMOTE;
  return offerSigns.every((sign) => sign === 'not-assessed') ? NOBODY_READ_IT : SIGNS_ARE_OPEN;
};

const COMPLAINED = awaitsReview('/content', {
  fr: 'Une personne s’est plainte d’un message de ce modèle ; ses messages partent comme décidé auparavant.',
  en: 'A person complained of a message of this template; its messages go on as decided before.',
});

const JUDGED_PROSPECTING: Missing = {
  pointer: '/class',
  sentence: {
    fr: 'Une personne a jugé que ce modèle est de la prospection : ses messages ont besoin d’une base.',
    en: 'A human judged that this template is prospecting: its messages need a basis.',
  },
  remedy: {
    sentence: {
      fr: 'Enregistrez une version sans ce qui promeut, ou faites juger de nouveau l’examen.',
      en: 'Store a version without what promotes, or have the review decided again.',
    },
    route: 'POST /v1/reviews/{reviewId}/decision',
  },
};

const NOTHING: ReviewOfTemplate = { missing: [], warnings: [] };

/** Where nobody has decided yet. What incites to a surcharged call is prospecting, and nobody decides otherwise. */
const whileOpen = (template: TemplateVersion): ReviewOfTemplate => {
  if (!needsReview(template)) return NOTHING;
  const isPlainlyRelational = template.class === 'relational' && !template.offerSigns.includes('surcharge');
  return isPlainlyRelational
    ? { missing: [RELATIONAL_IS_OPEN], warnings: [] }
    : { missing: [], warnings: [warningOf(template)] };
};

/** What its review, if there is one, means for the messages of a template now. Pure. */
export const reviewOfTemplate = (
  template: TemplateVersion,
  review: Review | undefined,
  at: Instant,
): ReviewOfTemplate => {
  const { decision } = review ?? {};
  const message = { channel: template.channelKind, offerCategory: template.category };
  const applies = decision !== undefined && coversMessage(decision, at, message);
  if (!applies) return whileOpen(template);
  if (decision.decision === 'refused') return { missing: [], warnings: [JUDGED_PROSPECTING] };
  return isOpenAt(review ?? {}, at) ? { missing: [], warnings: [COMPLAINED] } : NOTHING;
};
