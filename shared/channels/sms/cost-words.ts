import type { Cost, OutsideAlphabet } from '#shared/domain/message/cost.ts';
import type { Bilingual, Missing } from '#shared/domain/missing.ts';

/** Named one by one; all of them are in the cost itself. */
const MOST_NAMED = 3;

/** What cannot be seen is named by its number. */
const shown = (character: string): string =>
  /^[\p{Z}\p{C}\p{M}]/u.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    : character;

const positionOf = ({ in: where, field = '', position = 0 }: OutsideAlphabet): Bilingual => {
  if (where === 'name') return { fr: 'dans le nom', en: 'in the name' };
  if (where === 'text') return { fr: `caractère ${position}`, en: `character ${position}` };
  return { fr: `caractère ${position} de ${field}`, en: `character ${position} of ${field}` };
};

const characters = ({ outside }: Cost): Bilingual => {
  const named = outside
    .slice(0, MOST_NAMED)
    .map((one) => ({ character: shown(one.character), place: positionOf(one) }));
  const more = outside.length > MOST_NAMED ? ', …' : '';
  return {
    fr: named.map(({ character, place }) => `${character} (${place.fr})`).join(', ') + more,
    en: named.map(({ character, place }) => `${character} (${place.en})`).join(', ') + more,
  };
};

/** `segment` or `segments`. */
const segments = (count: number): string => `${count} segment${count > 1 ? 's' : ''}`;

const counted = ({ segments: count, encoding, units }: Cost): Bilingual => ({
  fr: `${segments(count)} une fois le nom et le STOP ajoutés (${units} unités, ${encoding})`,
  en: `${segments(count)} once the name and STOP are added (${units} units, ${encoding})`,
});

const isDear = ({ segments: count, segmentsWithout }: Cost): boolean => segmentsWithout < count;

const dear = (cost: Cost): Bilingual => {
  const which = characters(cost);
  const rest = segments(cost.segmentsWithout);
  return cost.outside.length === 1
    ? {
        fr: `${which.fr} n’est pas dans l’alphabet GSM-7 : sans lui, ${rest}.`,
        en: `${which.en} is not in the alphabet GSM-7: without it, ${rest}.`,
      }
    : {
        fr: `${which.fr} ne sont pas dans l’alphabet GSM-7 : sans eux, ${rest}.`,
        en: `${which.en} are not in the alphabet GSM-7: without them, ${rest}.`,
      };
};

const plainly = ({ outside }: Cost): Bilingual => {
  const some = outside.filter(({ instead }) => instead !== undefined && instead !== '').slice(0, MOST_NAMED);
  const pairs = (word: string) =>
    some
      .map(({ character, instead = '' }) => `${instead === ' ' ? 'U+0020' : instead} ${word} ${shown(character)}`)
      .join(', ');
  return some.length === 0
    ? { fr: 'Ôtez ces caractères.', en: 'Take these characters out.' }
    : { fr: `Écrivez ${pairs('à la place de')}.`, en: `Write ${pairs('in place of')}.` };
};

const unknown = ({ fieldsNotCounted }: Cost): Bilingual =>
  fieldsNotCounted.length === 0
    ? { fr: '', en: '' }
    : {
        fr: ' Les champs sans valeur par défaut y comptent pour rien.',
        en: ' Fields without a fallback are counted as empty.',
      };

/** It takes more segments than are allowed: how many, of how many, and what makes it so. */
export const tooLong = (cost: Cost, what: Bilingual, pointer: string): Missing => {
  const { fr, en } = counted(cost);
  const because = isDear(cost) ? dear(cost) : undefined;
  const fits = cost.segmentsWithout <= cost.maxSegments;
  const shorter: Bilingual = {
    fr: `Raccourcissez ${pointer === '/mergeValues' ? 'les valeurs' : 'le texte'}, ou permettez plus de segments (sms.maxSegments).`,
    en: `Shorten ${pointer === '/mergeValues' ? 'the values' : 'the text'}, or allow more segments (sms.maxSegments).`,
  };
  return {
    pointer,
    sentence: {
      fr: `${what.fr} : ${fr}, pour ${segments(cost.maxSegments)} au plus (OPPOSITION_MENTION_MISSING).${because ? ` ${because.fr}` : ''}${unknown(cost).fr}`,
      en: `${what.en}: ${en}, where ${segments(cost.maxSegments)} ${cost.maxSegments > 1 ? 'are' : 'is'} allowed (OPPOSITION_MENTION_MISSING).${because ? ` ${because.en}` : ''}${unknown(cost).en}`,
    },
    remedy: { sentence: because !== undefined && fits ? plainly(cost) : shorter, pointer },
  };
};

/** It fits, and characters outside GSM-7 make it cost more. Empty: they do not. */
export const dearCharacters = (cost: Cost, pointer: string): readonly Missing[] => {
  if (!isDear(cost)) return [];
  const { fr, en } = counted(cost);
  const because = dear(cost);
  return [
    {
      pointer,
      sentence: { fr: `Ce texte prend ${fr}. ${because.fr}`, en: `This text takes ${en}. ${because.en}` },
      remedy: { sentence: plainly(cost), pointer },
    },
  ];
};
