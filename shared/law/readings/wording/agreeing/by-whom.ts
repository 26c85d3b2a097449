import type { ReadWording } from '../denied.ts';
import { anyOf, has, marked, pattern, SENTENCE_SIGNS, sentenceAt } from '../names.ts';
import { readOnce } from '../read-once.ts';

const NEAR =
  '(?:ami(?:e|s|es)?|enfants?|fils|fille|conjointe?|mari|femme|époux|épouse|parents?|mère|père|frère|sœur|collègues?|proches?|filleule?s?|friends?|child(?:ren)?|son|daughter|husband|wife|spouse|partner|mother|father|colleagues?)';
const THEIR = '(?:mon|ma|mes|my|notre|our)';
/** Somebody else agrees: "mon ami accepte de recevoir", "j’ai l’accord de mon ami". */
const ANOTHER = anyOf([
  `${THEIR}\\s+${NEAR}\\s+(?:(?:veu(?:t|lent)|consent(?!\\s+to)|accept|souhait|désir|autoris|agree|want|wish|would\\s+like|sont\\s+d[’']accord|est\\s+d[’']accord)\\p{L}*)`,
  `j[’']ai\\s+l[’']accord\\s+de\\s+${THEIR}\\s+${NEAR}|i\\s+have\\s+${THEIR}\\s+${NEAR}(?:[’']s)?\\s+(?:consent|permission|agreement)`,
  `accord\\s+de\\s+${THEIR}\\s+${NEAR}[^.;!?\\n]{0,20}?(?<!\\p{L})lui`,
]);
const anotherAgrees = readOnce((sentence) => has(sentence, ANOTHER));
/** What the person says is agreed to by somebody else, who alone can (GDPR, art. 4, 11; L. 34-5, al. 2): a human is asked. Signs, in French and English. */
export const isAgreedByAnother = ({ refusing }: ReadWording, from: number, to: number): boolean =>
  anotherAgrees(refusing) &&
  anotherAgrees(sentenceAt(refusing, from, to, SENTENCE_SIGNS).join(refusing.slice(from, to)));

const SENTENCE_ENDS_OR_BOXES = /[.!?;\n☐☑]/u;
const RECORDED = '(?:pre-?)?recorded\\s+(?:messages?|calls?|voices?)|pre-?recorded';
const A_MACHINE = `(?:automat\\p{L}*|robots?|robo-?calls?|pr[ée]-?enregistr\\p{L}*|${RECORDED}|serveurs?\\s+voca\\p{L}+|anruf(?:automat|maschine)\\p{L}*)`;
const MACHINE = anyOf([A_MACHINE]);
/** Robots that one buys, and what comes by itself and is no call: "pas de robot cuisine", "sans renouvellement automatique". */
const GOODS = anyOf([
  '(?:renouvellements?|prélèvements?|reconductions?|paiements?|débits?|abonnements?|inscriptions?|décisions?|traitements?|réponses?|relances?\\s+de\\s+paiement)\\s+automati\\p{L}+',
  'automat(?:ic|ed)\\s+(?:renewals?|payments?|decisions?|billing|processing)|automati\\p{L}+\\s+(?:verlängerung|abbuchung|entscheidung)\\p{L}*',
  'robots?[\\s-]+(?:de\\s+)?(?:cuisine|cuis(?:eur|son)s?|culinaires?|ménagers?|aspirateurs?|tondeuses?|laveurs?|pâtissiers?|multifonctions?|mixeurs?|piscine|jouets?|vacuum|cleaners?|mowers?|toys?)',
  '(?:kitchen|cooking|vacuum|cleaning|mowing|pool|toy)\\s+robots?',
]);
/** No machine calls: "par téléphone (sans automate)"; not "not only by robots". */
const NOT =
  "(?:sans|pas|jamais|aucune?|hors|ni|non|z[ée]ro|refus\\p{L}*|sauf|excepté|à\\s+l[’']ex(?:clusion|ception)|not?|never|without|except|excluding|\\p{L}+n[’']t)(?!\\s+(?:seulement|uniquement|exclusivement|only|just))";
const NO_MACHINE = anyOf([`${NOT}[\\s-]+(?:[\\p{L}’']+\\s+){0,3}?(?:[dl][’'])?${A_MACHINE}`]);
/** The same, and nothing else in its sentence: "Pas d’automate." */
const NO_MACHINE_ALONE = pattern(
  `^[\\s,:()«»_–-]*${NOT}[\\s-]+(?:[\\p{L}]{1,3}\\s+)?(?:messages?\\s+)?(?:[dl][’'])?${A_MACHINE}[\\s,:()«»_–-]*$`,
);
/** Who calls is somebody: an adviser, who sells, people alone. */
const SOMEBODY = anyOf([
  "(?:une?|vos|nos|votre|an?|your|our)\\s+(?:(?:de\\s+vos|de\\s+nos|sales|of\\s+(?:your|our))\\s+)?(?:conseill(?:er|ère)s?|vendeu(?:r|se)s?|télé(?:vend|prosp|op)\\p{L}+|commercia(?:l(?=\\s+(?:m[’']|vous|peut))|ux)|collaborat\\p{L}+|advis[eo]rs?|agents?)",
  '(?:appel\\p{L}*|pass[ée]{1,2}s?|téléphon\\p{L}*|contact\\p{L}*|phone|call\\p{L}*|telefon\\p{L}*)(?:\\s*[,(]?\\s*(?:uniquement|seulement|exclusivement|et|only|nur))?[\\s,(]+(?:par|by|von)\\s+(?:(?:des|de|un|a|real|vraies?|vrais)\\s+){0,2}(?:personnes|humains?|êtres\\s+humains|humans?|people|menschen)',
]);

/** It speaks of calls, or of whom one is reached by. */
const OF_CALLS = anyOf([
  "r?appel\\p{L}*|n[’']appel\\p{L}*|télé\\p{L}*|contact\\p{L}*|sollicit\\p{L}*|démarch\\p{L}*|parl\\p{L}+|phone\\p{L}*|calls?|calling|ring|robo-?calls?|voix|voca\\p{L}+|voice|speak|talk",
]);
/** The same, of a machine that speaks, and not of what is decided or sent by itself: "aucune décision automatisée". */
const SPEAKER = `(?:automate[ns]?|robot(?:er|s)?|robo-?calls?|pr[ée]-?enregistr\\p{L}*|${RECORDED}|serveurs?\\s+voca\\p{L}+|(?:systèmes?|machines?|messages?|appels?|systems?)\\s+automat\\p{L}*|automated\\s+(?:systems?|calls?)|automatische[nr]?\\s+(?:anruf|telefonanruf)\\p{L}*|anruf(?:automat|maschine)\\p{L}*)`;
const NO_SUCH_MACHINE = anyOf([
  `${NOT}[\\s-]+(?:[\\p{L}’']+\\s+){0,3}?(?:[dl][’'])?${SPEAKER}`,
  `(?:keine?[nrms]?|ohne|nicht\\s+(?:durch|von|per|mit))\\s+(?:\\p{L}+\\s+)?${SPEAKER}`,
]);
/** And that is all: at some hours, more than once or without an agreement it may. */
const AT_ALL =
  '(?=\\s*(?:$|[,:()»–—-])|\\s+(?:chez|ici|par|here|by|for|to|dans|lors|(?:pour|de)\\s+(?:ces|nos|mes)\\s+appels)(?!\\p{L}))';
const CALLS = '(?:utilis|employ|appel|contact|joind|sollicit|téléphon|démarch|parl|admis|autoris)\\p{L}*';
/** Denied behind their name: "les automates sont exclus", "recorded messages are never used". */
const LEFT_OUT_BEHIND = anyOf([
  `${SPEAKER}\\s+(?:d[’']appels?\\s+)?(?:(?:sont|est|seront|sera|restent|are|is)\\s+)?(?:exclu[es]{0,2}|proscrit\\p{L}*|interdit\\p{L}*|bannis?|excluded|ruled\\s+out|banned)${AT_ALL}`,
  `${SPEAKER}\\s+(?:d[’']appels?\\s+)?(?:ne\\s+|n[’'])(?:(?:vous|nous|me|sont|seront|sera|est|pas|jamais|plus)\\s+){0,3}${CALLS}(?:\\s+(?:pas|jamais))?${AT_ALL}`,
  `${SPEAKER}\\s+(?:(?:are|is|will|do|does)\\s+(?:not|never)|\\p{L}+n[’']t)\\s+(?:ever\\s+|be\\s+)?(?:used|call|ring|phone|contact|play)\\p{L}*(?:\\s+(?:you|me))?${AT_ALL}`,
  `${SPEAKER}\\s+(?:finden|erfolgen|werden|gibt\\s+es)\\s+(?:bei\\s+uns\\s+)?(?:nicht|nie|niemals)`,
]);
/** "Aucune machine ne vous appelle", of calls; not of what one buys ("machine à café"). */
const NO_DEVICE = anyOf([
  `${NOT}\\s+(?:(?:par|à|avec|by|with|from|to)\\s+(?:(?:des|une|an?y?)\\s+)?machines?(?!\\s+(?:à|de)\\s|\\s+d[’'])|(?:(?:une|a|any)\\s+)?machines?\\s+(?:n[’']\\p{L}+|(?:ne|qui|that|will|calls?|ever)(?!\\p{L})))`,
]);
/** Who somebody is, or what reads a page: "je ne suis pas un robot". */
const NO_CALLER = anyOf([
  "(?:suis|êtes|sommes|être|am|are|be|isn[’']t)\\s+(?:pas\\s+|not\\s+)?(?:une?|des|an?)\\s+robots?|(?:bin|sind)\\s+(?:\\p{L}+\\s+){0,4}kein\\p{L}*\\s+(?:roboter|automat)|kein\\p{L}*\\s+roboter\\s+(?:bin|sind|im)|robots?\\s+(?:n[’'](?:index|accèd|li)\\p{L}*|d[’']indexation)",
]);
const leavesMachinesOut = (sentence: string): boolean => {
  if (has(sentence, LEFT_OUT_BEHIND)) return true;
  const isOfCalls = has(sentence, OF_CALLS);
  const isDenied = has(sentence, NO_MACHINE) && (isOfCalls || has(sentence, NO_MACHINE_ALONE));
  return isDenied || (isOfCalls && has(sentence, NO_DEVICE)) || has(marked(sentence, NO_CALLER), NO_SUCH_MACHINE);
};

/** The wording leaves machines out of calls, and the call at these places is named by none; or it is, and is left out there. */
export const isOfNoMachine = ({ refusing }: ReadWording, from: number, to: number): boolean => {
  const name = refusing.slice(from, to);
  if (has(name, MACHINE))
    return has(sentenceAt(refusing, from, to, SENTENCE_ENDS_OR_BOXES).join(name), LEFT_OUT_BEHIND);
  return marked(refusing, GOODS).split(SENTENCE_ENDS_OR_BOXES).some(leavesMachinesOut);
};
/** The same, and somebody is said to call: whether a machine may is for a human to say (L. 34-5, al. 1: "par ce moyen"). */
export const isOfSomebody = ({ text }: ReadWording, from: number, to: number): boolean => {
  const sentence = sentenceAt(text, from, to, SENTENCE_SIGNS).join(text.slice(from, to));
  return has(sentence, SOMEBODY) && !has(sentence, MACHINE);
};
