import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { centre as de } from './de/centre.ts';
import { centre as en } from './en/centre.ts';
import { centre as es } from './es/centre.ts';
import { centre as fr } from './fr/centre.ts';
import { centre as it } from './it/centre.ts';
import { centre as nl } from './nl/centre.ts';
import type { CentreWords } from './shape/centre.ts';

/** By language. */
export const CENTRE_WORDS: Readonly<Record<ReaderLanguage, CentreWords>> = { fr, en, de, es, it, nl };
