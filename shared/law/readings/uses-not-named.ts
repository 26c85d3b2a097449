import { type Advertiser, namesOf } from '#shared/domain/advertiser/advertiser.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';
import { LACKS_OF_USE, REMEDIES_OF_USE } from '../reasons/remedies/of-use.ts';
import { faultOfQuotation, type UseLack } from './wording/use-said.ts';

const pieceAt = (pointer: string, lack: UseLack): Missing =>
  missing(pointer, LACKS_OF_USE[lack], REMEDIES_OF_USE[lack].sentence);

/**
 * What a form lacks for each sensitive category that it speaks of, so that a consent on it may be explicit for that use (SENS-1): one piece
 * for each quotation that names nothing, and one for each category without words. Pure.
 */
export const usesNotNamed = (form: FormVersion, advertiser: Advertiser): readonly Missing[] => {
  const { explicitWords = [], explicitFor = [] } = form;
  const names = namesOf(advertiser);
  const isQuoted = (category: string): boolean => explicitWords.some((each) => each.category === category);
  return [
    ...explicitWords.flatMap(({ words }, index) => {
      const fault = faultOfQuotation(form, words, names);
      return fault === undefined ? [] : pieceAt(`/explicitWords/${index}/words`, fault);
    }),
    ...explicitFor.flatMap((category, index) =>
      isQuoted(category) ? [] : [pieceAt(`/explicitFor/${index}`, 'former-category')],
    ),
  ];
};
