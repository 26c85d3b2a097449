/**
 * Voices of Amazon Polly ("Available voices", read on 2026-11-29), with their language and their engines. A flow that names
 * any other, or one by an engine that it does not have, takes its error.
 */
const VOICES: Readonly<Record<string, readonly [language: string, ...engines: string[]]>> = {
  Lea: ['fr-FR', 'neural', 'standard'],
  Remi: ['fr-FR', 'neural'],
  Celine: ['fr-FR', 'standard'],
  Amy: ['en-GB', 'neural', 'standard'],
  Emma: ['en-GB', 'neural', 'standard'],
  Joanna: ['en-US', 'neural', 'standard'],
  Vicki: ['de-DE', 'neural', 'standard'],
  Marlene: ['de-DE', 'standard'],
  Lucia: ['es-ES', 'neural', 'standard'],
  Bianca: ['it-IT', 'neural', 'standard'],
  Laura: ['nl-NL', 'neural'],
  Lotte: ['nl-NL', 'standard'],
};
/** The language of a voice; `undefined`: there is no such voice. */
export const languageOfVoice = (voice: string): string | undefined => VOICES[voice]?.[0];
/** The engines that speak by a voice. Empty: there is no such voice. */
export const enginesOfVoice = (voice: string): readonly string[] => VOICES[voice]?.slice(1) ?? [];
