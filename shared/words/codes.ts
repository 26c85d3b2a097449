import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { codes as de } from './de/messages.ts';
import { codes as en } from './en/messages.ts';
import { codes as es } from './es/messages.ts';
import { codes as fr } from './fr/messages.ts';
import { codes as it } from './it/messages.ts';
import { codes as nl } from './nl/messages.ts';
import type { CodeWords } from './shape/messages.ts';

/** By language. */
export const CODE_WORDS: Readonly<Record<ReaderLanguage, CodeWords>> = { fr, en, de, es, it, nl };
