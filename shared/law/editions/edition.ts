import { type Rulebook, rulebookOf } from '../fold/rulebook.ts';
import { REGISTER, RULEBOOK } from '../register.ts';
import { AMENDMENTS, type Amendment, FIRST_EDITION } from './amendments.ts';

/** Every edition that ever gave a verdict, oldest first. */
export const rulebookVersions = (amendments: readonly Amendment[] = AMENDMENTS): readonly string[] => [
  FIRST_EDITION,
  ...amendments.map(({ edition }) => edition),
];

/**
 * The rulebook as it stood in one edition: the register with every later amendment undone. `undefined`: no edition of
 * this name ever gave a verdict.
 */
export const rulebookAt = (
  edition: string,
  register: Rulebook['prohibitions'] = REGISTER,
  amendments: readonly Amendment[] = AMENDMENTS,
): Rulebook | undefined => {
  const versions = rulebookVersions(amendments);
  const place = versions.indexOf(edition);
  if (place < 0) return undefined;
  if (place === versions.length - 1 && register === REGISTER) return RULEBOOK;
  const later = amendments.slice(place);
  const added = later.flatMap((amendment) => amendment.added);
  const removed = later.flatMap((amendment) => amendment.removed);
  const sentences = [...register, ...removed].filter((each) => !added.includes(each));
  return rulebookOf(sentences, edition);
};
