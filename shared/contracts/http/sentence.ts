import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';

/** A sentence in both languages that Aval speaks. */
export const Sentence = z.strictObject({
  fr: about('In French.', z.string()),
  en: about('In English.', z.string()),
});
