import { lettersOf } from '#shared/domain/sending/shown-names.ts';

const isNumber = (senderId: string): boolean => !/\p{L}/u.test(senderId);

/** Words as they are written between spaces and signs; an elided article ("l’", "d’") is no word of its own. */
const wholeWordsOf = (name: string): readonly string[] => name.split(/[\s.-]+/).map(lettersOf);

/** Eleven characters cannot hold every name: an id names one by a part of it, a whole word of it, or its initials. */
const isNamedBy = (id: string, name: string): boolean => {
  const words = name.split(/[\s'’.-]+/).map(lettersOf);
  const initials = words.map((word) => word.slice(0, 1)).join('');
  if (wholeWordsOf(name).includes(id)) return true;
  return (
    id.length > 1 &&
    (lettersOf(name).includes(id) || words.some((word) => word.length >= 4 && id.includes(word)) || initials === id)
  );
};

/**
 * The sender id names somebody else than its publisher (af2m charter, § C.1.3.1): it has letters, and they are none of these
 * names. A short code and a number name nobody: the text that comes from them says who writes.
 */
export const namesAnother = (senderId: string, names: readonly string[]): boolean =>
  !isNumber(senderId) && !names.some((name) => isNamedBy(lettersOf(senderId), name));
