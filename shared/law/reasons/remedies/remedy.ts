import type { Words } from '../../texts/text.ts';

/**
 * What to do about a reason: one sentence, and where it is done. `pointer` names the part of the message asked for
 * (`/offerCategory`); `route` names the call that mends it (`POST /v1/consents`). Neither: it is done outside Aval.
 */
export interface Remedy {
  readonly sentence: Words;
  readonly pointer?: string;
  readonly route?: string;
}

/** A remedy, in French for the customer and in English for the developer, and where it is done. */
export const remedy = (fr: string, en: string, where: Omit<Remedy, 'sentence'> = {}): Remedy => ({
  sentence: { fr, en },
  ...where,
});

export const CONSENTS = { route: 'POST /v1/consents' } as const;
export const SALES = { route: 'POST /v1/sales' } as const;
export const CONTACTS = { route: 'PUT /v1/contacts' } as const;
export const SETTINGS = { route: 'PUT /v1/advertisers/{advertiserId}' } as const;
export const FORMS = { route: 'PUT /v1/advertisers/{advertiserId}/forms/{formId}/versions/{version}' } as const;
export const TEMPLATES = {
  route: 'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
} as const;
/** What became of the message asked for. */
export const MESSAGE = { route: 'GET /v1/messages/{messageId}' } as const;
/** The address of the message asked for. */
export const CONTACT = { pointer: '/contact' } as const;
export const REVIEWS = { route: 'POST /v1/reviews/{reviewId}/decision' } as const;
