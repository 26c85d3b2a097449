import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { footer as de } from './de/messages.ts';
import { footer as en } from './en/messages.ts';
import { footer as es } from './es/messages.ts';
import { footer as fr } from './fr/messages.ts';
import { footer as it } from './it/messages.ts';
import { footer as nl } from './nl/messages.ts';
import type { FooterWords } from './shape/messages.ts';

/** By language. */
export const FOOTER_WORDS: Readonly<Record<ReaderLanguage, FooterWords>> = { fr, en, de, es, it, nl };
