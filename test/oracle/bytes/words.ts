/** What words say, in French and in English: small lists, written down as a reader would understand them. */

/** Lower case, without accents, one sort of apostrophe and space, without signs that nobody sees. */
export const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}|[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[\u00a0\u202f\u2007\t\r]/g, ' ')
    .toLowerCase();

/** Clauses end at signs, and at "mais" and "but": what is denied in one is not denied in the next (README, 24). */
const clausesOf = (words: string): string[] => plain(words).split(/[.!?;:,()|\n–—•[\]]|\bmais\b|\bbut\b/);
/** Sentences end at a full stop that a space follows: 0.50 does not end one. A question belongs to what answers it. */
export const sentencesOf = (words: string): string[] => plain(words).split(/[.!;](?=\s|$)|\n/);

/** The words of a text, for names. */
export const runsOf = (words: string): string[] =>
  plain(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * Where a name begins, in words from the start; undefined where it is not there. In whole words, but for case, accents, spaces and
 * signs ("MaisonAlba" shows "Maison Alba"; "Décor" does not show "Or"). A name of signs alone is looked for as it is.
 */
export const placeOfName = (name: string, words: string): number | undefined => {
  const wanted = runsOf(name).join('');
  if (wanted === '') return name.trim() !== '' && words.includes(name.trim()) ? 0 : undefined;
  const runs = runsOf(words);
  for (let from = 0; from < runs.length; from++)
    for (let until = from, seen = ''; until < runs.length && seen.length < wanted.length; until++) {
      seen += runs[until];
      if (seen === wanted) return from;
    }
  return undefined;
};

/** What a text says that it is not of: "nous ne sommes pas X", "not from X". The word after it becomes another. */
const DISOWNS =
  /(?<!\b(?:pourquoi|why) )\b(?:(?:sommes|est|suis|vient|provient|ont|a) (?:pas|jamais)|ni|not|never|nor)\s+(?:(?:de|du|la|part|au|nom|le|pour|compte|par|envoye\w*|affilie\w*|lie|a|the|on|behalf|of|from|by|with|sent|affiliated)\s+|d')*/g;
export const withoutDisowned = (words: string): string => plain(words).replace(DISOWNS, 'another');

const DENIES = /\b(?:n'|ne|ni|pas|non|sans|aucune?|jamais|not|no|nor|neither|never|without|isn't|cannot)\b|\bn'/;
/** What points at the mail takes for granted that it is one: "ne répondez pas à ce message publicitaire". */
const POINTS = /\b(?:cet?|cette|ces|nos|notre|this|these|our) (?:(?!pas |not |non |sans |no )\w+ )?$/;
/** Written as they are read: one alternative a line. */
const anyOf = (...alternatives: string[]): RegExp => new RegExp(alternatives.join('|'));
const MAIL =
  '(?:messages?|courriels?|e-?mails?|mails?|communications?|courriers?|sollicitations?|offres?|lettres?|informations?|newsletters?|letters?|offers?)';
const ADVERTISES = anyOf(
  String.raw`\bpublicit`,
  String.raw`\bpub\b`,
  String.raw`\bprospection\b`,
  String.raw`\bdemarchage\b`,
  String.raw`\b${MAIL}\s+(?:commercial|promotionnel|marketing)`,
  String.raw`\b(?:commercial|promotional|marketing)\s+${MAIL}\b`,
  String.raw`\b(?:caractere|fins?|but) (?:promotionnel|commercial)`,
  String.raw`\badvert`,
  String.raw`^\s*ad\s*$`,
  String.raw`\bthis is an ad\b`,
);

/** L. 122-8: words by which a message says that it is advertising, and does not deny it. */
export const announcesAd = (words: string): boolean =>
  clausesOf(words).some((clause) => {
    const place = clause.search(ADVERTISES);
    const before = clause.slice(0, place);
    return place >= 0 && (POINTS.test(before) || !DENIES.test(before));
  });

/** Words by which whoever is called understands that something is sold: the nature of the call, an offer, a sale, what it is reduced by. */
const SELLS = anyOf(
  String.raw`\bpublicit`,
  String.raw`\bpub\b`,
  String.raw`\bprospection\b`,
  String.raw`\bdemarchage\b`,
  String.raw`\bmarketing\b`,
  String.raw`\badvert`,
  String.raw`(?<!\bcentre )(?<!\bzone )(?<!\blocal )(?<!\blocaux )\bcommercia`,
  String.raw`\bpromo`,
  String.raw`\boffre(?:s|z|nt)?\b|\boffrons\b|\boffers?\b`,
  String.raw`(?<!\bapres[- ])(?<!\b(?:acte|dossier) de )\b(?:tele)?ventes?\b`,
  String.raw`\bvend(?:s|re|ons|eu\w*)?\b(?! (?:pas|rien)\b)|\bsales?\b|\bsell(?:s|ing)?\b(?! nothing\b)`,
  String.raw`\bsoldes\b|\ben solde\b|\brabais\b|\breductions?\b|\bdiscount`,
  String.raw`(?<!\bla )\bremises? (?:de|sur|d'|exceptionnelle)|\b(?:une|cette|de) remises?\b|\bla remise\b(?! (?:de|du|des|d'|en)\b)`,
  String.raw`\bprix (?:reduit|special|bas|doux|casse)|\bmoitie prix\b|\bbonnes? affaires?\b|\bbons? (?:plans?|d'achat)`,
  String.raw`\bvous propos(?:e|ons|er)\b|\bachetez\b|\btout achat\b`,
  String.raw`\d\s?%|\bpour ?cent\b|\bper ?cent\b`,
);
/** Who is called and hears "non commercial", "sans offre" or "pas une publicité" heard the contrary. */
const SELLS_NOT =
  /\b(?:pas|ni|non|sans|aucune?|jamais|not|no|nor|never|without)[\s'-]+(?:(?:d'|de|du|une?|un|l'|la|le|a|an|any|appels?|calls?|message|messages|but|fins?|caractere|nature|objet|vocation|information|for|of)[\s'-]*)*$/;
/** Where a name begins or ends no word goes on. */
const GOES_ON = /[\p{L}\p{N}]/u;
/** The words around a name, where it is whole: "CIT" is not in "publicitaire". */
const besideName = (words: string, name: string): string =>
  words.replaceAll(name, (found: string, at: number) =>
    GOES_ON.test(words[at - 1] ?? '') || GOES_ON.test(words[at + name.length] ?? '') ? found : ' - ',
  );
/** A message that calls itself one of advertising, whatever whoever calls is named. */
const CALLS_ITSELF = anyOf(
  String.raw`\bmessage publicitaire automatique\b`,
  String.raw`\bautomated advertising message\b`,
);
const isSaidPlainly = (words: string, what: RegExp): boolean =>
  [...words.matchAll(new RegExp(what, 'g'))].some(({ index }) => !SELLS_NOT.test(words.slice(0, index)));

/** L. 221-16 al. 1: words that tell that the call is commercial, beside the names of whoever calls. */
export const tellsItSells = (words: string, names: readonly string[]): boolean => {
  const said = plain(words);
  const longestFirst = names
    .map(plain)
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
  return isSaidPlainly(longestFirst.reduce(besideName, said), SELLS) || isSaidPlainly(said, CALLS_ITSELF);
};

const WHY = anyOf(
  String.raw`\bvous (?:recevez|avez recu)\b.{0,120}?\b(?:car|parce|puisque|suite|titre|cadre|consent|accord|accept|client|achat|command|inscri|abonn|fonction|profession|interet|adheren|donat|don\b|societe|entreprise|coordonnees|adresse)`,
  String.raw`\bvous (?:nous )?(?:avez|aviez) (?:\w+ )?(?:accepte|consenti|demande|souscrit|commande|achete|choisi|donne|coche)`,
  String.raw`\bpourquoi (?:ce|cet|recevez|je recois)\b|\bwhy (?:did|do|am) (?:i|you) (?:get|receiv)`,
  String.raw`\ba titre professionnel\b|\bsuite a (?:votre|une|l')`,
  String.raw`\bwriting to you because\b`,
  String.raw`\bvous etes (?:\w+ ){0,2}(?:clien|inscrit|abonn|adheren|membre|professionn|responsabl|achet)`,
  String.raw`\b(?:car|parce que|puisque) (?:vous (?:avez|etes|nous|vous)|nous avons|votre)\b`,
  String.raw`\b(?:suite a|en raison de|sur la base de|depuis|lors de|apres) (?:votre|vos)\b`,
  String.raw`\bvotre (?:consentement|accord|fonction|activite professionnelle)\b`,
  String.raw`\ben (?:votre )?(?:tant que|qualite de) (?:clien|professionn|abonn|adheren|membre|responsabl|achet)`,
  String.raw`\badresse\w* a votre (?:societe|entreprise|association|organisation|etablissement)`,
  String.raw`\binteret legitime\b|\blegitimate interest\b`,
  String.raw`\byou(?:'re| are)? (?:receiv\w*|getting|get|got)\b.{0,120}?\b(?:because|since|as a|as our|following|after|consent|agree|customer|purchase|order|subscri|sign|interest|address|company)`,
  String.raw`\byou (?:have )?(?:agreed|consented|signed up|subscribed|ordered|bought|asked|opted in)\b`,
  String.raw`\b(?:because|since|as) (?:you (?:are|have|gave|joined)|your)\b`,
  String.raw`\byour (?:consent|agreement)\b|\b(?:after|following) your (?:order|purchase)`,
  String.raw`\bas (?:a|our) (?:customer|professional|subscriber|member)\b`,
);
/** D12: words that say why this reader is written to. */
export const tellsWhy = (words: string): boolean => sentencesOf(words).some((sentence) => WHY.test(sentence));

const DATA =
  /\b(?:coordonnees|adresses?|donnees|numeros?|contacts?|informations?|details|addresses|address|data|number)\b/;
const CAME_FROM = anyOf(
  String.raw`\bvia\s+(?=\S)`,
  String.raw`\b(?:proviennent|provient|viennent|vient|issues?|(?:obtenu|recu|recueilli|collecte|transmis|communique|fourni|trouve|releve|publie|confie|cede|tenons|tenu)\w*)\b.{0,40}?\b(?:de|du|des|d'|par|aupres de|aupres d'|sur|dans|chez)\s*(?=\S)`,
  String.raw`\b(?:comes?|came|obtained|got|received|collected|provided|passed|given|supplied|found|taken|published|gathered)\b.{0,40}?\b(?:from|by|on|in)\s+(?=\S)`,
);
const SOURCE_IS = /\b(?:source|origine|origin)\b[^.]{0,60}?(?:\s*:\s*|\b(?:est|sont|is|are)\b\s*)(?=\S)/;
/** What is no source from elsewhere: the reader, and whoever writes. */
const NOBODY_ELSE = /^(?:(?:nous|vous|us|you)\b|(?:nos|notre) (?!partenaire)|our (?!partner)|vos reponses)/;

/** Art. 14 §§ 2 f and 3 b GDPR: words that say from where the data come, other than from the reader or from who writes. */
export const tellsSource = (words: string, ownNames: readonly string[]): boolean =>
  sentencesOf(words).some((sentence) => {
    const found = (DATA.test(sentence) ? CAME_FROM.exec(sentence) : null) ?? SOURCE_IS.exec(sentence);
    if (!found) return false;
    const before =
      sentence
        .slice(0, found.index)
        .split(/[,|()<>]/)
        .at(-1) ?? '';
    const named = sentence.slice(found.index + found[0].length);
    const isOwn = ownNames.some((name) => placeOfName(name, named) === 0);
    return !DENIES.test(before) && !NOBODY_ELSE.test(named) && !isOwn;
  });

/** Words that promise: whoever follows this is not written to any more. */
const SENDINGS =
  '(?:envois?|messages?|e-?mails?|courriels?|appels?|offres?|publicit|sollicitations?|calls?|texts?|offers?|advert|marketing|communications?|mails?|mailings?)';
const PROMISES = anyOf(
  String.raw`\bdes-?inscri|\bdes-?abonn|\bun-?subscrib|\bopt(?:ing|ed)? ?-?out\b`,
  String.raw`\bne (?:\w+ )?plus (?:(?:nous|les|de|etre|me|jamais|vous) )*(?:recevoir|lire|appele|contacte|sollicite|derange|demarche)`,
  String.raw`\b(?:souhait|veu|voul|desir)\w*\s+(?:plus|pas)\s+(?:(?:nous|les|de|etre) )*(?:recevoir|lire|appele|contacte|sollicite|derange|demarche)`,
  String.raw`\bje (?:m'oppose|refuse)\b|\bvous opposer a tout moment\b`,
  String.raw`\bne (?:\w+ )?plus (?:de|d'|aucune?) ?${SENDINGS}`,
  String.raw`\b(?:cesser|arreter|stopper|refuser) (?:de recevoir|(?:ces|nos|les|l'|vos|tous les) ?${SENDINGS})`,
  String.raw`\b(?:retir|supprim|enlev|effac)\w*(?:-moi)? (?:\S+ ){0,4}(?:list|fichier)|\bremoved? (?:\S+ ){0,4}list`,
  String.raw`\b(?:no longer|stop) (?:(?:wish|want|like) )?(?:to )?(?:be )?(?:receiv|getting|get\b|called|contacted|hear)`,
  String.raw`\b(?:not|don't|never) (?:wish|want|like) (?:to (?:be )?(?:receiv|get\b|called|contacted|hear)|(?:these|any more|our) )`,
  String.raw`\bstop (?:(?:these|our|the|all|further|such|any|more|future) )*${SENDINGS}|\bno (?:more|further) (?:\w+ )?${SENDINGS}`,
);
/** Words that speak of the right. */
const SPEAKS = /\boppos|\brefus(?:er|ez)\b|\bobject(?:ion)?\b|\brefuse\b|\bstop\b/;
const IMPOSSIBLE =
  /\b(?:impossible|inutile|unable|cannot|can't|can not|not possible|useless)\b|\bne (?:pou|peu|perm)\w* (?:pas|plus)\b/;

/** There is none: "no unsubscribe", "aucun désabonnement". */
const NONE =
  /\b(?:no|without|aucune?|sans|pas de) (?:(?:lien|link|possibilite) (?:de |to )?)?(?:desabonn|desinscri|unsubscrib|opt(?: |-)?out)/;
/** That one cannot by one means says that one can by others. */
const BY_THAT_MEANS =
  /\b(?:desabonn|desinscri|oppos|unsubscrib|opt out)\w*(?: \w+){0,3} (?:par|en|via|by|through|depuis) \w|\b(?:cliquer|click)\w* (?:pour|to)\b/;
const isDenied = (clause: string): boolean =>
  NONE.test(clause) || (IMPOSSIBLE.test(clause) && !BY_THAT_MEANS.test(clause));

export type Speech = 'promise' | 'right';
/** Whether words tell the reader how to refuse further messages: as a promise, or of the right alone. */
export const tellsToOppose = (words: string): Speech | undefined => {
  const asked = clausesOf(words.replace(/\bopt\s*-\s*out/gi, 'opt out')).filter((clause) => !isDenied(clause));
  if (asked.some((clause) => PROMISES.test(clause))) return 'promise';
  return asked.some((clause) => SPEAKS.test(clause)) ? 'right' : undefined;
};

/** Words of a link that say nothing by themselves: what is said before and after them counts. */
export const saysNothing = (words: string): boolean =>
  !/[\p{L}\p{N}]/u.test(words) ||
  /^(?:(?:cliquez|cliquer|cliquant|click|clic|suivez|follow|en|by|just|please|sur|on|un|one|1|par|le|la|ce|cet|cette|this|the|that|lien|link|adresse|address|ici|c'est|via|la-bas|here|page|bouton|button|oui|yes|ok|svp|merci|clicking)[\s'’:.!>-]*)*$|^\s*(?:https?:\/\/\S+|www\.\S+|\S+@\S+|\S+\.\S+\/\S*)\s*$/.test(
    withoutMarks(plain(words)),
  );
/** Arrows and the like around words say nothing; a question mark asks. */
const withoutMarks = (words: string): string =>
  words.replace(/^[^\p{L}\p{N}?]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}?]+$/gu, '');
