import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { pages as de } from './de/pages.ts';
import { pages as en } from './en/pages.ts';
import { pages as es } from './es/pages.ts';
import { pages as fr } from './fr/pages.ts';
import { pages as it } from './it/pages.ts';
import { pages as nl } from './nl/pages.ts';
import type { PageWords } from './shape/pages.ts';

/** By language. */
export const PAGE_WORDS: Readonly<Record<ReaderLanguage, PageWords>> = { fr, en, de, es, it, nl };
