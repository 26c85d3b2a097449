/** How words in French change beside a name. */

/** Beginnings of words whose h is aspirated, in French or as French readers say names of other languages. */
const ASPIRATED =
  'hach hadd hai hal ham han haps har has haub haut hav haw haz heavy hein heli hello henn her heu hi hob hoch hoc hold hol hom hon hop hoq hor hos hot hou how hua hub hug hui hul hum hun hup hur hus hut hyund'.split(
    ' ',
  );
/** Words with a mute h that begin like one of those. */
const MUTE =
  'habit haiti halei halieu hallucin halog halter hameco hamecon harmon heli herb heredit herit hermes hermeti hero heron heure heureu hibern hier hilar hipp hirond hist hiver homeo homicid hommage homme homo honn honor hopita horair horizon horlog horo horti hosp host hostil hotel hotes huil huit huitr huma humb humeur humi humour'.split(
    ' ',
  );
/** Aspirated all the same: a hero, a heron, eight, harnesses; a heroine is not. */
const ASPIRATED_ALL_THE_SAME = /^(?:heros\b|heron|huit(?!r)|humer\b|homard|hier(?:arch)|hip[ -]?hop)/;
/** Begin with the sound of a consonant though the letter is a vowel: yaourt, oui, onze, ouate, uhlan. */
const SOUNDS_AS_CONSONANT = /^(?:y[aeiou]|oui\b|ouistiti|ouate|onz|uhlan)/;

const startsWithOneOf = (word: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => word.startsWith(beginning));

/** A name in lower case without accents, as far as its first sound needs. */
const plain = (name: string): string =>
  name
    .trim()
    .slice(0, 30)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[œŒ]/g, 'oe')
    .replaceAll(/[æÆ]/g, 'ae')
    .toLowerCase();

const isElided = (name: string): boolean => {
  if (/^[aeiouy]/.test(name)) return !SOUNDS_AS_CONSONANT.test(name);
  if (!name.startsWith('h') || ASPIRATED_ALL_THE_SAME.test(name)) return false;
  return !startsWithOneOf(name, ASPIRATED) || startsWithOneOf(name, MUTE);
};

/** "de" and a name: "d’Atelier Roux", "de Caves Dubois", "d’Hôtel du Port", "de Haribo". */
export const deName = (name: string): string => (isElided(plain(name)) ? `d’${name}` : `de ${name}`);
