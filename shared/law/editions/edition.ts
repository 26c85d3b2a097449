import { type Rulebook, rulebookOf } from '../fold/rulebook.ts';
import { REGISTER, RULEBOOK } from '../register.ts';
import type { Amendment } from './amendment.ts';
import { AMENDMENTS, FIRST_EDITION } from './amendments.ts';

/** The names of all editions, oldest first; the last one is in force. */
export const editionNames = (amendments: readonly Amendment[] = AMENDMENTS): readonly string[] => [
  FIRST_EDITION,
  ...amendments.map(({ edition }) => edition),
];

/** Whether an edition came before another; false of a name that no edition has. */
export const isBefore = (edition: string, other: string): boolean => {
  const names = editionNames();
  return names.includes(edition) && names.indexOf(edition) < names.indexOf(other);
};

/**
 * The rulebook as one edition had it: the register, with every later amendment undone. `undefined`: there is no edition
 * of this name.
 */
export const rulebookAt = (
  edition: string,
  register: Rulebook['prohibitions'] = REGISTER,
  amendments: readonly Amendment[] = AMENDMENTS,
): Rulebook | undefined => {
  const names = editionNames(amendments);
  const index = names.indexOf(edition);
  if (index < 0) return undefined;
  if (index === names.length - 1 && register === REGISTER) return RULEBOOK;
  const later = amendments.slice(index);
  const added = later.flatMap((amendment) => amendment.added);
  const removed = later.flatMap((amendment) => amendment.removed);
  const sentences = [...register, ...removed].filter((each) => !added.includes(each));
  return rulebookOf(sentences, edition);
};
