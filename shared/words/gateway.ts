import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { gateway as de } from './de/pages.ts';
import { gateway as en } from './en/pages.ts';
import { gateway as es } from './es/pages.ts';
import { gateway as fr } from './fr/pages.ts';
import { gateway as it } from './it/pages.ts';
import { gateway as nl } from './nl/pages.ts';
import type { GatewayWords } from './shape/pages.ts';

/** By language. */
export const GATEWAY_WORDS: Readonly<Record<ReaderLanguage, GatewayWords>> = { fr, en, de, es, it, nl };
