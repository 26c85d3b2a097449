import { NAME } from '../channel-names.ts';
import { HEDGED } from '../mail-reply/signs.ts';
import { areOfAny } from '../of-any-means.ts';
import { LIMITED, OTHER_THINGS } from './beside.ts';
import { type Clause, has } from './clauses.ts';
import { spaced } from './phrases.ts';
import { UNWANTED_OR_DONE } from './stops.ts';

/** Of a time, a place or a degree, not "no more": "contactez-moi plus tard". */
const NOT_OF_DEGREE = '(?! (tard|tot|bas|haut|loin|souvent|vite|rapidement|facilement|longtemps|de|d|que)( |$))';

/** Somebody has no more of something: "je n'ai plus aucun problème", "il n'y a plus rien". */
const OF_HAVING = `(?<!(^| )(n|ne) ([^ ]+ )?(ai|as|a|avons|avez|ont|reste|peux|peut|comprends|trouve|vois|fait|faites|est|sont|fonctionne|marche) )`;

/** By one means is not altogether: "ne me démarchez plus sur mon fixe". */
const NOT_BY = '(?!([^ ]+ )?(au|sur|on|(par|via|by) (?!quelque|tou|n |aucun|la suite|avance)) )';

/** What lies behind is of one means: "par SMS", "commerciale par téléphone", "sur mon adresse mail". */
const BY_ONE_MEANS = new RegExp(
  `^(?: (?:par|via|sur|dans|au|aux?|de|du|des|d|la|les?|l|mon|ma|mes|vos|votre|ce|adresse|boite|voie|biais|ni|commercial[^ ]*|publicitaire[^ ]*|me|us|moi|nous|by|on|over|my|your|per|por|mi|mio|mijn|meine?)){0,4}(?:${NAME}| (?:courrier|whatsapp|moyen|canal) )`,
);
const A_THING = '(?:bancaire|connexion|facturation|devis|vehicule|err?on|inexact|faus|perime)';
const THE =
  '(?:de|d|du|des|of|for|ma|mon|mes|la|le|les|l|cette|cet|ce|un|une|my|that|this|the|liees?|relatives?|a|an|der|die|das|den|dem|zu[mr]?|fur|von|meine[rnm]?|diese[rnm]?|del|el|mi|esta|este|della|dell|dello|il|mia|questo|van|het|mijn|voor)';
/** What is named right behind "my data" says that they are of a thing: "les données de facture erronées"; what is named further on says nothing of them. */
const OF_A_THING = new RegExp(`^(?: ${THE}){0,3} ${A_THING}|^(?: ${THE}){1,3}${OTHER_THINGS.source}`);
const OR_MORE = / (?:compte|account|cuenta|conto|konto)(?= )| in order(?= )/g;
const isOfAThing = (behind: string): boolean =>
  !/ person/.test(behind) && OF_A_THING.test(behind.replace(OR_MORE, ' '));

/** What leaves something out of what is refused. */
export const BUT_FOR = '(?:sauf|excepte|hormis|a l exception|a part|except|ausser|excepto|salvo|tranne|behalve)';
/** A sale that is announced, and nothing that somebody buys. */
const SALES = '(?:(?:private|flash) sales?|ventes? (?:privee|flash|exclusive)s?)';
/** A means, or offers: what leaves neither out leaves out nothing ("sauf urgence", "sauf pour ma commande"). */
const EXCEPTED = new RegExp(
  ` ${BUT_FOR}(?: (?:par|via|by|on|over|per|por|au|les?|la|l|des?|du|d|vos|votre|mes|mon|your|the|my|e|pour|for|toutes?))*(?:${NAME}| (?:offre|promo|solde|premi|offer|sale|first|angebot|ofert|offert|aanbied|actus(?= )|actualites(?= )|nouveautes(?= )|invitations(?= )|destock|black friday|${SALES})[^ ]*(?= ))`,
);
const OF_SALES = new RegExp(` ${SALES}(?= )`, 'g');
const BUT_FOR_ANYTHING = new RegExp(` ${BUT_FOR} .*`);

const atAWord = (phrases: readonly string[]): RegExp => new RegExp(`(?<![^ ])(?:${phrases.join('|')})`);

/** True where words leave a channel or offers out of what they refuse. */
export const isExcepted = (words: string): boolean =>
  has(EXCEPTED, words) && !OTHER_THINGS.test(spaced(words).replace(OF_SALES, ''));

/** All advertising, in six languages: "arrêtez toute publicité", "cessez toutes vos sollicitations". */
const ALL_ADVERTISING = [
  '(arr?et|cess|stop|refus|suspend|oppos|interdi|(?<!est (la )?)fin|non|pas de|plus de)[^ ]* (a |de |d |avec |m envoyer |me faire |recevoir )*(toute?s? |tous )(forme de |forme d |sorte de |type de |(vos|votre|les|la|ces|ce|autres?) )*(publicite|pub|prospection|sollicitation|demarchage|promo|promotion|communication|offre|envoi|contact|relance|marketing|annonce|mailing)s?( |$)',
  '(stop|stopping|cease|end|no to|refuse|object to|opt out of|out of) (sending |me |us |from )*(all|any)( of)?( your)? (the )?(advertis|ads|marketing|promotion|promo|solicitation|communication|contact)',
  '(keinerlei|(stopp?|beend|unterlass|widersprech|gegen|kein)[^ ]* ([^ ]+ ){0,3}(jegliche|jede|alle)) (art von |form von |ihre |weitere |kommerzielle )*werb',
  '(ninguna|ningun tipo de|(basta|dej|deten|ces|rechaz|par|no quier|opong)[^ ]* ([^ ]+ ){0,3}(toda|toda la|todo tipo de)) (clase de |mas )?(publicidad|promocion|comunicacion comercial)',
  '(nessuna|nessun tipo di|(basta|smett|ferm|cess|interromp|rifiut|oppong|stop)[^ ]* ([^ ]+ ){0,3}(ogni|qualsiasi|tutta la)) (altra |forma di |tipo di )*(pubblicita|promozione|comunicazione commerciale)',
  '(geen enkele|(stop|weiger|bezwaar|geen|beeindig)[^ ]* ([^ ]+ ){0,3}(alle|elke|iedere)) (vorm van )?(reclame|marketing)( |$)',
].join('|');

/** Refuses the advertiser altogether (OPP-3: free text such as "ne me contactez plus"), in a clause that asks nothing and sets no limit. */
export const OF_EVERYTHING = atAWord([
  `(?<!(^| )en )contact(e|es|er|ez|ent|ee|ees) (moi |nous )?plus( |$)${NOT_OF_DEGREE.replace('(?! ', '(?!')}`,
  '(?<!pourquoi )ne pas (me |nous )?contact(er|ez|e)( |$)',
  '(?<!vous (ne )?)(me|nous) contact(e|er|ez) pas( |$)',
  '(?<!(you|they|we) )(do not|don t|dont|never) contact( |$)',
  'plus (me |nous )?contact(e|er|ez|ee)( |$)',
  `${OF_HAVING}plus (aucune? (publicite|pub|message|sollicitation|contact|demarchage|offre|promo|promotion|communication|envoi|relance)|jamais (me |nous |de |recevoir|contact|vous|vos|etre)|rien (recevoir|de vous|de votre part|m |me ))`,
  String.raw`r?(envo\w*|ecri\w*|adress\w*|recevoir|veux|souhaite|voulons) (moi |nous )?plus (aucun|aucune|jamais|rien)(( svp| merci)?$| (de )?(vous|votre|vos|recevoir|pub))`,
  `(me|m|nous) (sollicit|demarch|prospect)\\w* plus( |$)${NOT_OF_DEGREE.replace('(?! ', '(?!')}${NOT_BY}`,
  `ne (pas|plus) (me |nous |m )?(sollicit|demarch|prospect)\\w*( |$)${NOT_BY}`,
  `(plus|pas) (jamais )?(etre|jamais etre) (contact|sollicit|demarch|prospect)\\w*( |$)${NOT_BY}`,
  '(do not|don t|dont|never|stop) solicit',
  '(?<!(not|t|dont|never|cannot|they|we|i|did you) )(stop|cease) contacting( (me|us)( |$)|$)',
  '(?<!(^| )(ai|as|a|avais|avait|avons|avez|avoir) ((pas|jamais) )?)(?<!(^| )(mon|ma) [^ ]+ )refuse(r|ns)? d etre (re)?contact(e|ee|es|ees)( |$)(?!seulement|uniquement|exclusivement|que |par ce (numero|canal|moyen|biais)( |$))',
  '(?<!(^| )sie )kontaktier[^ ]* (sie )?(mich|uns) (bitte )?(nicht mehr|nie mehr|nie wieder|niemals)|(?<!(^| )(wurden?|bin|hat|haben|habt) (([^ ]+) )?)nicht mehr (von (ihnen|euch) )?kontaktier|(?<!(^| )(habe?|haben|hore|brauche|warum) )(?<!(^| )hore ich )(von (ihnen|euch) nichts mehr|nichts mehr von (ihnen|euch))( |$)(?!gehor|bekomm|erhalten habe|gekomm)',
  'no (me|nos) contact(en|es|e|eis|ar|ad) (mas|nunca)|no mas contacto( |$)|non (mi|ci) contatt[^ ]* (piu|mai)(?! nessuno)|non contattat?e?(mi|ci)( |$)|geen contact meer( |$)(?!gehad|gekregen)',
  ALL_ADVERTISING,
  'stop (tout|all|everything)( |$)(?!de suite|ca|court|the|these|my)',
  String.raw`(?<!(^| )s )(arret|(?<!(^| )(ne|n|avez|ont) )cess)\w*( [^ ]+){0,3} (tout$|tout (envoi|contact|message|svp|merci)|de (me|nous) contacter( |$))`,
]);

const DATA =
  '(toutes? |l ensemble de |l integralite de |tous )*(les |mes |nos )?(donnees|coordonnees|informations|infos)( |$)';
const VERB = '(sup+rim|effac|retire|enleve|raye|radie|vire|ote|sor[st]|des ?inscri|des ?abon+)[^ ]* (moi |nous )?';

/** Asks to be erased, which refuses everything: data, files and lists of all kinds; of a number, an address or a list alone no more than that. */
const ERASING = atAWord([
  `(sup+rim|effac|retire|enleve|detrui)[^ ]* (de |d )?(moi |nous )?((mon|le|notre) (compte|profil) (et |ainsi que ))?${DATA}`,
  `(suppression|destruction|effacement) (complete? |totale? |integrale? |immediate |definitive )*(de |des |d )?${DATA}`,
  `${VERB}(totalement |completement |definitivement )?(de |des |du )(tous |toutes |tout |l ensemble de )?(vos |votre |ces |les )*(fichier|base|systeme|registre)`,
  `${VERB}(de |d )(tout|tous|toutes)( |$)(?!de suite)`,
  'droit (a l |d )(effacement|oubli)( |$)',
  '(delete|erase|remove|wipe|destroy) (all )?(of )?(my|our) (personal )?(data|details|information|info|records)( |$)',
  '(delete|erase|remove|wipe) (me|us) from (all |every|your ([^ ]+ )?(database|record|file|system))',
  'unsubscribe (me |us )?from (all|every)',
  'right (to erasure|to be forgotten)',
  'losch[^ ]* (sie )?(bitte )?(alle |samtliche )?(meine|unsere|samtliche)r? (personlichen |personenbezogenen |gespeicherten )?daten( |$)|(meine|unsere|alle) (personlichen |personenbezogenen )?daten (bitte )?(sofort |komplett |vollstandig )?(zu )?(ge)?losch|recht auf (loschung|vergessenwerden)',
  '(borr|elimin|suprim|cancel)[^ ]* (todos )?(mis|nuestros) datos( |$)|derecho (de|al|a la) (supresion|olvido)',
  '(cancell|elimin|rimuov)[^ ]* (tutti )?(i )?(miei|nostri) dati( |$)|diritto (alla cancellazione|all oblio)',
  '(verwijder|wis|schrap)[^ ]* (al )?(mijn|onze) (persoonlijke )?(persoons)?gegevens( |$)|recht op (vergetelheid|verwijdering|gegevenswissing|wissing)',
]);

/** Not asked for: denied from afar, on a condition, or a question how it is done. */
const NOT_ASKED =
  /(?<![^ ])(never|not|cannot|can t|don t|jamais|sans|comment|how|if|si) ([^ ]+ ){0,6}(sup+r|effac|delet|eras|remov)/;

/** May be said of all advertising: "zéro pub". */
const ALL_OF_IT_IN_DOUBT =
  /(?<![^ ])zero (pub|publicite|prospection|sollicitation|demarchage|message|contact|spam)s?( |$)/;

/** What follows each thing that is found in words, from the end of its last word. */
const behindEach = (found: RegExp, words: string): readonly string[] =>
  [...words.matchAll(new RegExp(found, 'g'))].map(
    (each) => `${words.slice(each.index + each[0].trimEnd().length).replace(/^[^ ]*/, '')} `,
  );

/** True of words that refuse all that is sent, or all of one means, of no time and no thing. */
export const refusesAll = (words: string): boolean =>
  OF_EVERYTHING.test(words) && !has(LIMITED, words) && !has(OTHER_THINGS, words);

/** What is said by itself, without an exception in it that leaves out no advertising. */
const withoutExcept = (words: string): string =>
  isExcepted(words) ? words : spaced(words).replace(BUT_FOR_ANYTHING, '').trim();

const saysIt = ({ words: all, asks }: Clause, byAny: boolean): boolean => {
  if (asks || has(LIMITED, all)) return false;
  const words = withoutExcept(all);
  if (refusesAll(words) && (byAny || behindEach(OF_EVERYTHING, words).some((behind) => !BY_ONE_MEANS.test(behind))))
    return true;
  const isErasing = behindEach(ERASING, words).some((behind) => !isOfAThing(behind));
  return isErasing && !NOT_ASKED.test(words) && !UNWANTED_OR_DONE.test(words) && !HEDGED.test(words);
};

/** True where a statement refuses everything, of no time, no thing and no one means. */
export const sayEverything = (clauses: readonly Clause[]): boolean => {
  const byAny = areOfAny(clauses);
  return clauses.some((clause) => saysIt(clause, byAny));
};

/** True of a statement that may. */
export const maySayEverything = ({ words, asks }: Clause): boolean => !asks && ALL_OF_IT_IN_DOUBT.test(words);
