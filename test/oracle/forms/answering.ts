/** How a form is answered, read from its plain text (no accents, lower case): by a box, by two, or by doing nothing. */

const TICK = '(?:de)?coch\\w+|(?:un)?tick\\w*|ankreuz\\w*|kreuzen|marque|barri|spunt\\w*|aanvinkt?';

/** Who does nothing is held to agree. */
const SILENCE = [
  `sauf si [^.;!?]*(?:${TICK}|refus|dites non)`,
  'refus possible en cochant',
  `a moins (?:que|de) [^.;!?]*(?:${TICK}|refus|oppos)`,
  'a defaut de cocher',
  'case (?:vide|vierge)',
  'sans (?:reponse|retour) de votre part',
  'silence vaut (?!refus)',
  '(?:sauf|sans) (?:opposition|refus|avis contraire)',
  'unless you',
  "(?:par defaut|d'office|automatiquement|automatically|by default)[^.;!?]{0,30} (?:inscri|abonn|subscrib|enrol)",
  "(?:inscri|abonn|subscrib|enrol)\\w*[^.;!?]{0,60} (?:par defaut|d'office|automati(?:que|quement|cally)\\b)",
  'sofern sie nicht',
  'salvo diverso',
  'tenzij u',
  `pour (?:refuser|ne pas|vous opposer|vous desinscrire)[^.;!?]*?(?:${TICK})`,
  `(?:si|if|wenn|se|als) [^.!?;]*(?:\\b(?:pas|not|nicht|no|non|niet)\\b|n't|rather)[^.!?;]*(?<!(?:ne|not|nicht|no|non) )(?:${TICK})`,
  `(?:${TICK})(?: [^.!?;:]{1,40})? (?:si|if|wenn|se) [^.!?;]*(?:\\b(?:pas|not|nicht|no|non)\\b|n't|oppos)`,
  "(?:don't|do not) want them\\? tick",
  "(?:don't|do not) want this by ticking",
];
const BY_SILENCE = new RegExp(`(?<![a-z])(?:${SILENCE.join('|')})`);

const BOX = /[\u2610\u2611]/;
const REFUSES = /refuse|oppose|ne souhaite pas|opt out|non merci|pas d'accord|decline/;
/** A form with one box, whose words refuse and name nothing. */
const refusesByItsBox = (text: string): boolean => {
  const parts = text.split(BOX);
  if (parts.length !== 2) return false;
  const [before = '', after = ''] = parts;
  const label =
    after.trim() === ''
      ? (before
          .trim()
          .split(/[.!?;\n]/)
          .at(-1) ?? '')
      : (after.split(/[.!?;\n]/)[0] ?? '');
  return REFUSES.test(label) && !/mail|sms|appel|courrier|j'accepte/.test(label);
};

/** Terms of sale are agreed to by whoever orders, and say nothing of offers. */
const OF_TERMS =
  /(?:j'accepte|vous acceptez|i agree|i accept|ich akzeptiere|acepto|accetto|ik ga akkoord)(?: [a-z']+){0,5} (?:cg[vu]|conditions|terms|agb|terminos|condiciones|termini|voorwaarden)/g;
const OWN_WORDS =
  /j'(?:accepte|autorise)|je (?:souhaite|consens|veux|desire|donne|m'inscris|m'abonne)|(?:pour|veux) (?:recevoir|etre)|souhaitez-vous|acceptez-vous|\bi (?:agree|accept|consent|want|would)|\byes\b|\boui\b|ich (?:mochte|willige|stimme)|\bja\b|acepto|deseo|quiero|accetto|acconsento|desidero|\bgraag\b|\bik (?:wil|ontvang)/;

/** What a place of a form is left to: nothing in its sentence agrees, and some act of the form refuses. */
export const isAnsweredBySilence = (text: string, at: number): boolean => {
  if (!BY_SILENCE.test(text) && !refusesByItsBox(text)) return false;
  const before =
    text
      .slice(0, at)
      .split(/[.!;\n]|\?(?!\s*[\u2610\u2611])/)
      .at(-1) ?? '';
  const after = text.slice(at).split(/[.!;?\n]/)[0] ?? '';
  const said = (before + after).replace(OF_TERMS, ' ');
  return !OWN_WORDS.test(said) && !/coch(?:ant|ez)[^.]*vous acceptez|cochez pour/.test(said);
};

/** Two boxes side by side, the first to agree and the second to refuse: what is ticked is for the record to say. */
export const secondChoice =
  /(?<=[\u2610\u2611]\s*(?:j'accepte|acconsento|i agree|presto il consenso|si|oui|yes)\s*)[\u2610\u2611]\s*(?:je refuse|je n'accepte pas|non? acconsento|nego il consenso|i do not agree)/g;

/** An address that is asked for an order alone, or that is to be taken out. */
export const forAnotherUse = (rest: string): boolean =>
  /^[^.!?\n]{0,60}(?:utilisee? uniquement|ne servira qu'|used only)[^.;]*(?:commande|order)|^[^.!?\n]{0,120}(?:ne servira|ne sera) (?:jamais|pas)(?: utilisee?)? (?:a|pour) (?!autre)|^ soi(?:t|ent) supprim/.test(
    rest,
  ) || /^\w*(?:\s*\?\s*(?:non|no) (?:merci|thanks)|\s*:? tres peu pour moi|, je m'en passe)/.test(rest);
