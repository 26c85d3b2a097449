import type { Bilingual, Missing } from '../missing.ts';

/** What waits for a human to decide a review, and where that is done. */
export const awaitsReview = (pointer: string, sentence: Bilingual): Missing => ({
  pointer,
  sentence,
  remedy: {
    sentence: {
      fr: 'Faites trancher l’examen ouvert par une personne nommée : GET /v1/reviews donne son identifiant.',
      en: 'Have a named human decide the open review: GET /v1/reviews has its id.',
    },
    route: 'POST /v1/reviews/{reviewId}/decision',
  },
});
