import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { texts as de } from './de/messages.ts';
import { texts as en } from './en/messages.ts';
import { texts as es } from './es/messages.ts';
import { texts as fr } from './fr/messages.ts';
import { texts as it } from './it/messages.ts';
import { texts as nl } from './nl/messages.ts';
import type { TextWords } from './shape/messages.ts';

/** By language. */
export const TEXT_WORDS: Readonly<Record<ReaderLanguage, TextWords>> = { fr, en, de, es, it, nl };
