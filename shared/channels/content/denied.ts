import { NOT_SAID } from '#shared/domain/opposition/stop-instruction.ts';
import { foldedLine } from './fold.ts';
import { VERBS_OF_SENDING } from './stopping/what-is-sent.ts';

/** Words of six languages that say "no" of what comes after them, folded. */
const NO =
  '(?:pas|point|ni|non|sans|aucun(?:e|ement)?|nullement|jamais|rien|not|no|nor|never|neither|without|cannot|isn.t|aren.t|doesn.t|don.t|wasn.t|weren.t|hasn.t|haven.t|nicht|kein(?:e[nmrs]?)?|ohne|weder|sin|ningun[ao]?|nessun[ao]?|senza|geen|niet|zonder)';
/** Small words that may come between the two: "pas une", "not sent for any", "keine". What points at the mail ("ce", "this", "notre") is none. */
const BETWEEN =
  '(?:d|l|de|du|des|en|un|une|la|le|les|a|au|aux|et|ou|par|pour|ete|etre|cas|titre|but|fins?|caractere|nature|contenu|objet|vocation|message|courriel|courrier|e-?mail|mail|lettre|communication|sollicitation|envoi|appels?|calls?|anruf|llamadas?|chiamat[ae]|gesprek|information|contient|comporte|an|any|the|is|be|being|been|as|for|of|or|and|in|by|sent|meant|intended|considered|contain(?:s|ing)?|kind|sort|type|form|purposes?|eine?[nmrs]?|als|um|es|das|di|una|uno|con|een|publicit\\w*|commercia\\w*|promotion\\w*|advertis\\w*|marketing|offres?)';
const START = '(?<![\\p{L}\\p{N}])(?<!\\b(?:pourquoi|why) )';
const LEADS_TO = new RegExp(`${START}${NO}[ '’-]+(?:${BETWEEN}[ '’-]+)*$`, 'u');

/** Of whoever writes, or gave an address: "nous ne sommes pas X", "not sent to us by X", "ne provient pas de X". */
const NO_NAME =
  '(?:(?:sommes|suis|est|etes|sont|vient|viennent|provien\\w*|emane\\w*|a|ont|avons|etait) (?:pas|point|nullement|jamais)|ni|not|nor|never|neither|isn.t|aren.t|doesn.t|wasn.t|weren.t|nicht|niet)';
const BETWEEN_NAME =
  '(?:d|l|de|du|des|la|le|les|a|au|par|pour|ete|part|nom|compte|chez|aupres|nous|affilie\\w*|lies?|envoye\\w*|transmis\\w*|communique\\w*|fourni\\w*|obtenu\\w*|collecte\\w*|recu\\w*|the|been|on|behalf|of|from|by|with|to|us|affiliated|sent|given|passed|provided|obtained|collected|received|supplied|von|vom|van)';
const LEADS_TO_NAME = new RegExp(`${START}${NO_NAME}[ '’]+(?:${BETWEEN_NAME}[ '’]+)*$`, 'u');

/** How far before a word its denial is looked for: a long text is read in linear time. */
const LOOK_BACK = 80;
const before = (words: string, at: number): string => words.slice(Math.max(0, at - LOOK_BACK), at);

/** Folded words on one line say this at least once where no denial leads to it: "ceci n'est pas une |publicité". */
export const saysUndenied = (words: string, what: RegExp): boolean =>
  [...words.matchAll(new RegExp(what, 'g'))].some(({ index }) => !LEADS_TO.test(before(words, index)));

const placesOf = (name: string, words: string): readonly number[] => {
  const places: number[] = [];
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length)) places.push(at);
  return places;
};

/** These words, folded, hold one of these names, however they are broken into lines, where they do not say that it is not theirs. */
export const namesAny = (folded: string, names: readonly string[]): boolean => {
  const said = folded.replaceAll(/\s+/g, ' ');
  return names
    .map(foldedLine)
    .some((name) => name !== '' && placesOf(name, said).some((at) => !LEADS_TO_NAME.test(before(said, at))));
};

/** Words by which one says that something cannot be done, or need not. */
const CANNOT =
  '(?:\\b(?:ne |n.)(?:pou[vr]|peu)\\w* (?:pas|plus|point) |\\b(?:impossible|inutile|pas possible|aucun moyen|pas moyen|aucune possibilite) (?:de |d.)|\\b(?:cannot|can.t|can not|unable to|not able to|(?:im|not )possible to|no way to|no need to) |\\b(?:no|aucune?|sans) )';
/** Words that say of stopping that one cannot; that one cannot by some means ("par téléphone") says that one can by others. */
const CANNOT_STOP = new RegExp(
  `${CANNOT}(?:(?:vous|se|s.|me|m.|te|nous|etre|be|lien de|link to|longer) ?)*(?:desabonn|desinscri|oppos|unsubscri|opt[- ]?out|stop receiving)\\w*\\b(?!(?: (?:a ces envois|de nos messages|from these emails))? (?:par|via|en|depuis|by|via|through|without|sans)\\b)`,
);
const EVERY_CANNOT = new RegExp(CANNOT_STOP, 'g');

/** Folded words without what they say cannot be done. */
export const withoutCannotStop = (folded: string): string => folded.replace(EVERY_CANNOT, ' ');
/** Folded words say that one cannot stop. */
export const saysCannotStop = (folded: string): boolean => CANNOT_STOP.test(folded);

/** Small words, and those of sending, between what denies and the word to be sent: "ne répondez pas |par STOP", "inutile d’envoyer |STOP". */
const SENDING = `(?:[dl]|de|du|le|la|un|par|avec|votre|mot|the|a|any|word|by|with|mit|das|wort|con|la|palabra|parola|met|het|woord|${VERBS_OF_SENDING})`;
/** Words that deny whatever they lead to; "ou non" and "or not" deny nothing. */
const NO_STOP =
  '(?:ni|non|sans|aucun(?:e|ement)?|nullement|no|nor|neither|without|cannot|isn.t|aren.t|doesn.t|don.t|wasn.t|weren.t|hasn.t|haven.t|nicht|kein(?:e[nmrs]?)?|ohne|weder|sin|ningun[ao]?|nessun[ao]?|senza|geen|niet|zonder)';
/** Words that may end what came before ("ne ratez rien STOP 36123"): they deny beside a word of sending, before a small word, or where a sentence begins with them. */
const MAY_END = '(?:pas|plus|point|jamais|rien)';
const OR_NOT = '(?<!\\b(?:si|se|if|wenn|falls|indien|ou|or|oder|o|of) )';
const TO_SEND = `(?=\\w+(?:er|re) )${VERBS_OF_SENDING}`;
const LEADS_TO_STOP = new RegExp(
  `(?:${[
    `(?<![\\p{L}\\p{N}/])${OR_NOT}${NOT_SAID}${NO_STOP}[ '’-]+`,
    `${OR_NOT}${CANNOT}`,
    `\\b(?:ne |n.)(?:(?:nous|lui|leur|me|y) |m.)?${VERBS_OF_SENDING} (?:surtout |donc |absolument )?${MAY_END} (?:${MAY_END} )?`,
    `\\b(?:ne |n.)(?:lis|trait|accept)\\w* ${MAY_END} (?:vos|les|de) `,
    `\\b(?:interdit|interdiction|defense|evite[rz]?) (?:de |d.)${TO_SEND} `,
    `\\b(?:pas|plus|jamais|rien) (?:(?:besoin|la peine|necessaire|utile|question|a) )?(?:de |d.|a )?(?!repondre ["«“„‘' ]*$)${TO_SEND} `,
    `(?<![\\p{L}\\p{N}])${OR_NOT}(?:pas|point|jamais) (?:d.un|de|du|le|un) `,
    `(?:^|: ?)[^\\p{L}\\p{N}]*(?:pas|point|jamais|rien) `,
    `\\b(?:do|does|did|can|could|should|must|will|please) (?:please )?not |(?<![\\p{L}\\p{N}])(?<!\\bor )never (?=${VERBS_OF_SENDING} )|(?:^|: ?)[^\\p{L}\\p{N}]*(?:not|never) `,
  ].join('|')})(?:${SENDING}[ '’-]+)*["«“„‘' ]*$`,
  'u',
);
/** "Ne pas répondre STOP 36123" forbids it, or forbids an answer and gives the instruction after it without a mark. */
const MAY_LEAD_TO_STOP = /\bpas repondre ["«“„‘' ]*$/;
/** Words between a means and what says that it does not work; what is sold is none: "STOP 36123 cette offre ne marche pas le lundi". */
const OF_MEANS =
  "(?:(?:ce|cet|cette|le|la|il|elle|numero|code|service|stop|sms|mot|commande|envoi|qui|mais|car|et|desormais|maintenant|actuellement|aujourd.hui|this|the|that|which|number|it|but|now|diese|die|nummer|este|el|questo|dit|het|deze)[ '’]+){0,4}";
const OUT_OF_USE =
  '(?:hors service|hors d.usage|en panne|inacti(?:f|ve)|obsolete|(?:desactiv|ignor|ferm|refus|erron|non trait)ee?|suspendue?|indisponible|inoperante?|sans effet|invalide?|unavailable)';
const NOT_IN_USE =
  '(?:plus|pas|non|jamais) (?:disponible|possible|valable|valide|active?|actif|utilisable|prise? en (?:compte|charge)|recue?|lue?|(?:accept|trait|ger)ee?|en service)';
/** What says of a means behind it that it does not work. */
const IS_IN_VAIN = new RegExp(
  `^[\\s()»"”’',:–—-]*${OF_MEANS}(?:${[
    '(?:ne |n.)(?:\\w+ )?(?:marche|fonctionne|existe|sert|desabonne|desinscri|arrete|suffit|permet)\\w* (?:pas|plus|point|jamais|a rien|rien)',
    '(?:n.est|ne ser(?:a|ont)) (?:pas|plus|jamais) (?:\\w+ )?(?:acti[fv]|valable|valide|recu|lu|possible|disponible|pris|en service|accepte|traite|gere)',
    `(?:est|etant|sera) (?:(?!pas |plus )\\p{L}+ ){0,2}?${OUT_OF_USE}(?![\\p{L}])|(?:${OUT_OF_USE}|(?:(?:est|sera) )?(?:impossible|${NOT_IN_USE}))(?=[\\s)»"”.!]*$)`,
    '(?:is |are )?(?:no longer|not|never) (?:\\w+ )?(?:work|valid|active|available|in use|received|monitored|read|accepted)',
    '(?:does ?n.t|does not|do not|don.t|won.t|will not) (?:work|stop)',
    '(?:funktioniert|geht|gilt|wirkt|hilft) nicht|(?:ist )?nicht (?:mehr )?(?:gultig|aktiv|moglich|erreichbar)',
    '(?:ya )?no (?:funciona|sirve|vale|es valido|esta activo)',
    'non (?:funziona|vale|serve|e (?:piu )?(?:valido|attivo))',
    '(?:werkt|geldt|helpt) niet|(?:is )?niet (?:meer )?(?:geldig|actief|mogelijk)',
  ].join('|')})`,
  'u',
);

/** Folded words behind a word to be sent say that it does not work. */
export const saysInVain = (wordsAfter: string): boolean => IS_IN_VAIN.test(wordsAfter.slice(0, LOOK_BACK));
/** Folded words on both sides of a word to be sent say that one shall not send it, need not, or that it does not work. */
export const isDeniedBetween = (wordsBefore: string, wordsAfter: string): boolean =>
  LEADS_TO_STOP.test(before(wordsBefore, wordsBefore.length)) || saysInVain(wordsAfter);
/** Folded words before a word to be sent can be read as forbidding it. */
export const mayBeDenied = (wordsBefore: string): boolean =>
  MAY_LEAD_TO_STOP.test(before(wordsBefore, wordsBefore.length));
