import Negotiator from 'negotiator';
import type { Language } from './layout.ts';

/**
 * The reader's language among ours by `Accept-Language` (RFC 9110 section 12.5.4), else the advertiser's, which also
 * wins where the reader wants both as much.
 */
export const languageOf = (acceptLanguage: string | undefined, otherwise: Language): Language => {
  const ours: Language[] = otherwise === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } }).languages(ours);
  return ours.find((language) => language === wanted[0]) ?? otherwise;
};
