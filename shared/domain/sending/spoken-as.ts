import type { ReaderLanguage } from '../reader-language.ts';

/** What the SSML of a call names the language of its reader, by which a provider chooses a voice (BCP 47, with the country of that voice). */
export const SPOKEN_AS = {
  fr: 'fr-FR',
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  it: 'it-IT',
  nl: 'nl-NL',
} as const satisfies Readonly<Record<ReaderLanguage, string>>;
export type SpokenAs = (typeof SPOKEN_AS)[ReaderLanguage];

const TAGS: readonly SpokenAs[] = Object.values(SPOKEN_AS);

/** The language that the SSML of a call says it is in; `undefined`: it says none of ours, so that no voice is known to speak it. */
export const spokenAs = (ssml: string): SpokenAs | undefined => {
  const said = /^<speak[^<>]*\sxml:lang="([^"]+)"/.exec(ssml)?.[1];
  return TAGS.find((tag) => tag === said);
};

/** The same words without the attributes of `speak`, for providers that take none. */
export const withoutAttributes = (ssml: string): string => ssml.replace(/^<speak[^<>]*>/, '<speak>');
