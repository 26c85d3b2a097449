import { OF_MESSAGES } from './beside.ts';
import { spaced } from './phrases.ts';

/** What people say of themselves and of things: "je ne peux plus venir", "il n'y a plus de stock". */
const OF_THINGS =
  /^((l|la|le|les|y|vous|me|m|s|se) )?(peux|peut|pouvons|pouvez|ai|as|a|avons|avez|ont|aurez|aura|trouve|retrouve|trouvons|sais|savons|vois|comprends|comprend|arrive|marche|fonctionne|reste|fait|faites|fais|vend|vendez|livrez|prenez|ouvrez|habite|suis|sommes|etes|est|sont|bouge|arret[^ ]*|rappelle|souviens|travaille)( |$)/;

/**
 * "ne … plus", "n' … plus", whatever is between. A thing that somebody no longer has, or can, is none, unless they speak of messages.
 */
export const saysNoMore = (words: string): boolean => {
  const each = words.split(' ');
  const negation = each.findIndex((word) => word === 'ne' || word === 'n');
  const end = each.lastIndexOf('plus');
  if (negation < 0 || end <= negation) return false;
  return !OF_THINGS.test(each.slice(negation + 1, end).join(' ')) || OF_MESSAGES.test(spaced(words));
};
