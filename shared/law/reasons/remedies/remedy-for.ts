import type { StoredReason } from '#shared/domain/message/verdict.ts';
import type { Prohibition } from '../../article.ts';
import type { Words } from '../../texts/text.ts';
import { wordsOnceDecided } from '../decided.ts';
import { reasonOf, remedyOf } from '../reasons.ts';
import { REMEDIES_BY_DETAIL } from './by-detail.ts';
import { REMEDIES_OF_SALES } from './of-basis.ts';
import type { Remedy } from './remedy.ts';

const BY_DETAIL: Readonly<Record<string, Readonly<Record<string, Remedy>>>> = REMEDIES_BY_DETAIL;
const byDetail = (code: string, detail: string | undefined): Remedy | undefined => BY_DETAIL[code]?.[detail ?? ''];

const ofSale = (sentence: Prohibition | undefined): Remedy | undefined =>
  sentence?.judges === 'basis' && sentence.bases.every((kind) => kind === 'existing-customer')
    ? REMEDIES_OF_SALES[sentence.code]
    : undefined;

/** What to do about what a sentence found: of a sale as such, by its detail, or by its code. */
export const remedyFor = (code: string, sentence?: Prohibition, detail?: string): Remedy | undefined =>
  ofSale(sentence) ?? byDetail(code, detail) ?? remedyOf(code);

/** What a reason says, and what to do about it: the one source of every answer, page, event and report. */
export const saidOf = (
  { code, detail }: Pick<StoredReason, 'code' | 'detail'>,
  sentence: Prohibition | undefined,
): { readonly says: Words; readonly remedy: Remedy | undefined } => {
  const known = reasonOf(code);
  const decided = wordsOnceDecided(code, detail);
  return {
    says: decided?.says ?? { fr: known?.fr ?? code, en: known?.en ?? code },
    remedy: decided?.remedy ?? remedyFor(code, sentence, detail),
  };
};
