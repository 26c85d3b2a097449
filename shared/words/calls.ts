import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { calls as de } from './de/calls.ts';
import { calls as en } from './en/calls.ts';
import { calls as es } from './es/calls.ts';
import { calls as fr } from './fr/calls.ts';
import { calls as it } from './it/calls.ts';
import { calls as nl } from './nl/calls.ts';
import type { CallWords } from './shape/calls.ts';

/** By language. */
export const CALL_WORDS: Readonly<Record<ReaderLanguage, CallWords>> = { fr, en, de, es, it, nl };
