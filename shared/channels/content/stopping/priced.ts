import { surchargedNumbersAs } from '#shared/domain/message/surcharge.ts';
import { stopInstructionsIn } from '#shared/domain/opposition/stop-instruction.ts';
import { withoutCannotStop } from '../denied.ts';
import { foldedLine } from '../fold.ts';
import { NOT_TO_RECEIVE, WISHES_NO_MORE, WISHES_NO_MORE_IN_OTHERS } from './not-to-receive.ts';
import { anyOf, LISTS, OUR_LISTS_IN_ENGLISH, SENDINGS_IN_EACH, VERBS_OF_SENDING } from './what-is-sent.ts';

const SENT = anyOf(LISTS, OUR_LISTS_IN_ENGLISH, ...SENDINGS_IN_EACH);
const ARTICLE =
  "(?:des?|du|d|a|aux?|las?|les?|los|l|nos|notre|vos|votre|ces|cette|ce|sa|son|mon|mes|sur|une?|from|to|of|this|these|our|the|your|an?|vom|von|der|dem|den|unser\\w*|del?|el|nuestr\\w+|dall?a?|alla|il|nostr\\w+|van|voor|onze)[ ’']";
/** Advertising on a site or in a film is not sent. */
const WHAT_IS_SENT = `(?:${ARTICLE}){0,3}${SENT}\\b(?! (?:sur|dans|pendant|papier|on|in) )`;
/** It is of what is sent, or of nothing that is named: not of a contract, a course, a card. */
const OF_OURS = `(?![\\p{L}-])(?: ${WHAT_IS_SENT}|(?! ${ARTICLE}(?!tout |any |tarif |prix |\\d)))`;
const LEAVING =
  "(?:desabonn|desinscri|unsubscri|abbestell|abmeld|disiscri|uitschrijv|afmeld)\\p{L}*(?:-vous|-moi)?|opt(?:ing|ed)?[- ]?out|da(?:r(?:se|me|te)?|te) de baja|(?:[smt][ ’']|vous |nous )opposer|opposez[- ]vous|(?:votre |droit d.|demandes? d.)opposition|oponer(?:se|me|te)|opporsi|bezwaar|widerspr(?:ech|uch)\\p{L}*";
const NO_MORE =
  'n(?:e |.)(?:\\w+ )?plus (?:etre )?(?:r?appele|demarche)\\w*|nicht mehr angerufen|no volver a ser llamad\\w+|non essere piu chiamat\\w+|niet meer (?:worden )?gebeld|no longer be called|dejar de recibir|non ricevere piu';
/** Between it and advertising on a site no word is long: a long text without spaces is read once. */
const STOPPING = new RegExp(
  `\\b(?:(${LEAVING})${OF_OURS}|${NO_MORE}|(?!(?:\\S{1,20} ){0,5}recevoir (?:de (?:la )?)?pub)(?:${NOT_TO_RECEIVE}|${WISHES_NO_MORE}|${WISHES_NO_MORE_IN_OTHERS})(?: ${WHAT_IS_SENT})?)`,
  'gu',
);
/** What one leaves by the words of leaving a list, but for "désabonner". */
const LEAVES_ELSE =
  /\b(?:cantine|garderie|ateliers?|cours|courses?|clubs?|licences?|match|stages?|seances?|sorties?|voyages?|formations?|tournois?|contrats?|cartes? (?:bancaires?|bleue)|cheques?|kurs\p{L}*|auto(?= abm)|class(?:es)?|paper)\b/u;
const ASKS_FOR_STOP = new RegExp(
  `\\b${VERBS_OF_SENDING} (?:\\p{L}+ )?["«“ ]*(?:Y|stop\\b)|(?<=\\b(?:cout|prix|frais) du )stop\\b`,
  'gu',
);

const NUMERAL =
  'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|quarante|cinquante|cent|one|two|three|four|five|ten|eine?n?|zwei|drei|vier|funf|dos|tres|due|tre|twee|drie';
const MONEY = '(?:€|£|[$]|(?:euros?|eur|cents?|centimes?|cts?|chf|francs?|dollars?|pounds?)\\b|fr\\.)';
const FIGURES = '(?!0+(?:[.,]0+)?(?![\\d.,]))\\d+(?:[.,]\\d+)?';
/** A sum, in figures or as a voice says it; not one of nought, nor "-3 €". What follows it: for one message, so that it is a price. */
const SUM = new RegExp(
  `(?:(?<![\\d.,-])${FIGURES} ?${MONEY}(?! des \\d)|(?:[€£$]|\\b(?:chf|eur)) ?${FIGURES}|\\b(?:${NUMERAL}) ${MONEY})( ?(?:ttc ?)?(?:/ ?|par |l.|le |per |pro |chaque )(?:sms|envoi|message|texto?)\\b)?`,
  'g',
);
const IS_PAID =
  /\b(?:de pago|a pagamento|premium[ -]rate|soumise? a (?:des )?frais|non gratuit|(?:moyennant|contre|gegen) (?:des frais|paiement|gebuhr))\b/g;
/** What it costs to pass a refusal on (L. 34-5, al. 4); and what is said of goods, of bills, and of whom one calls about them. */
const OF_SOMETHING_ELSE =
  /\b(?:prix|couts?|tarifs?|frais|cost|price) (?:normal )?(?:du (?=sms normal)|de (?:la |sa )?|of an? |(?:d[ ’']?)?(?:une? |1 )?)(?:appel|sms|texto|message|timbre|communication|transmission|connexion|envoi|call|text)\b(?! majore)|\b(?:tarif|prix|cout) (?:\w+ )?(?:normal|local|standard|operateur|postal|en vigueur)|\b(?:frais|couts?) de (?:port|livraison|expedition|transport)|(?<!\p{L} (?:le|du|au|notre|votre|our|the) )\b(?:service|relations?|customer) (?:clients?|clientele|consommateurs?|apres.vente|service|care)\b|\bpa(?:y\w*|gue|ga) en \d|(?<=(?:^|[^\p{L}\p{N}\s]) ?)factures?\b/gu;
/** A sum that is added to what passing it on costs is a price of its own: "prix SMS + 0,35 €", "0,35 € en plus du prix d’un SMS". */
const ADDED = / O ?,? ?(?:\+|plus|et|and|auquel s.ajoute) ?(?:de |d.)?(?=(?: K)? S )/g;
const BESIDE = /(?<= S ) ?(?:en (?:plus|sus) (?:du|d.) ?|on top of (?:the )?) O /g;

/** Words that say nothing of what has a price, in six languages; those of costs, of what is paid, of what it is for, and of what is given or recurs. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    '',
    /^(?:les?|la|l|une?|des?|du|d|aux?|a|en|et|ou|ce|cet|cette|ces|vous|nous|on|je|il|elle|se|s|m|qui|que|est|sont|sera|seront|serait|etre|c|y|ici|toute?s?|tous|moment|par|sms|mms|mails?|messages?|appels?|texto|numeros?|clients?|clientele|services?|operation|cela|seulement|environ|participation|sous|reserve|votre|vos|notre|nos|ma|tapez|touche|cliquez|cliquant|appelez|composez|pouvez|peut|pourrez|possible|tarifs?|prix|prices?|ttc|ht|somme|montant|supplement|traitement|gestion|appliqu\w+|entraine|lien|clic|the|an?|is|are|will|be|that|you|your|can|may|we|our|by|at|of|in|via|here|click|call|text|number|there|appl(?:y|ies)|must|please|us|any|amount|die|der|das|dem|den|eine?r?|wir|sie|ihnen|ist|wird|werden|sind|zu|hier|klicken|drucken|taste|bitte|es|sich|pro|und|oder|vom|von|el|los|su|sera|aqui|haga|pulse|tecla|lo|di|e|qui|clicca|prema|premi|tasto|het|een|wordt|worden|u|uw|klik|druk|toets|op|min\w*|mn|envoyee?s?|exig\w*|necessaires?|requ(?:is\w*|ier\w*)|obligatoires?|dues?|dus|faut|faudra|doi[st]|devez|devra|devrez|required?s?|needed|due|muss|mussen|notwendig|erforderlich|fallig|debe[ns]?|necessari[oa]|deve|dovete|richiest[oa]|moet|verplicht|nodig)$/,
  ],
  ['P', /^(?:factur(?:e|ee|es|ees)|payante?s?|surtaxee?s?|majoree?s?|charged|(?:kosten|gebuhren)pflichtig|betaald)$/],
  ['K', /^(?:frais|couts?|costs?|fees?|kosten|gebuhr\w*)$/],
  [
    'C',
    /^(?:factur\w*|cout\w*|prelev\w*|debite\w*|demande\w*|pay(?:e|er|ez|ant|ons)?|paiement|regl(?:er|ez)|vers(?:er|ez)|charges?|costing|berechne[nt]|kostet|cuesta|coste|costa|costo|pagar?e?|kost|zahlen|betalen)$/,
  ],
  [
    'F',
    /^(?:pour|moyennant|contre|chaque|for|to|each|fur|gegen|zum|zur|jede[rs]?|por|para|cada|per|ogni|voor|om|tegen|elke?)$/,
  ],
  [
    'g',
    /^(?:offert\w*|rembours\w*|remise|reduction|rabais|economi\w*|moins|mois|ans?|jour|pers\w*|month|year|off|rabatt|descuento|sconto|korting)$/,
  ],
];
const signOf = (token: string): string => {
  if (/^[A-Z:]$/.test(token)) return token;
  if (/^\d+$/.test(token)) return 'n';
  return /[\p{L}\p{N}]/u.test(token) ? (KINDS.find(([, words]) => words.test(token))?.[0] ?? 'o') : ',';
};

/**
 * A sentence as a row of signs, its words of no weight left out: `X` a means of stopping, `Y` "STOP 36123" without a verb, `S` a sum, `K`
 * what costs, `C` that one pays, `P` what is paid, `F` "for", `g` what is given or recurs, `o` and `O` any other, `n` figures, `,` and `:`
 * marks.
 */
const signsOf = (words: string): string => {
  const marked = surchargedNumbersAs(' S ', words)
    .replaceAll(SUM, (_, unit) => (unit === undefined ? ' S ' : ' K S '))
    .replaceAll(IS_PAID, ' P ')
    .replaceAll(OF_SOMETHING_ELSE, ' O ')
    .replaceAll(ADDED, ' K ')
    .replaceAll(BESIDE, ' ');
  const tokens = marked.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}’'"«»“”/-]|(?<= )-(?= )/gu) ?? [];
  return tokens.map(signOf).join('');
};

/** A folded sentence, with its means of stopping as signs. */
const withMeans = (sentence: string): string => {
  const said = withoutCannotStop(sentence);
  const isElse = LEAVES_ELSE.test(said);
  const found = stopInstructionsIn(said);
  const between = [...found, undefined].map((each, index) => said.slice(found[index - 1]?.end ?? 0, each?.start));
  return between
    .join(' Y ')
    .replaceAll(ASKS_FOR_STOP, ' X ')
    .replaceAll(STOPPING, (words, leaving) =>
      isElse && leaving !== undefined && !words.startsWith('desabonn') ? words : ' X ',
    )
    .replaceAll(/\bpar(?= +X)/g, 'pour');
};

/** Its price behind it, or before it; nothing but words of no weight between them. */
const PRICED =
  /[XY][,:n]*(?:F+[,:n]*)?S(?!F*[oOgn])|[XY][,:nF]*[CKP][,:nCKPF]*S(?!g)|[XY][,:n]*[CK]?P|^F+S[,:n]*F*X|[,:]F+S[,:]*X|^F+S,+Y|(?:^|[,:])[CKPF]*S[CKPF]*F[CK]*X|(?:^|:)(?:P[,:]*|KS:)[XY]/;
/** What a sentence begins with that speaks of the one before it; and what a block does that speaks of the block before it. */
const THIS =
  /^\P{L}*(?:ce service|le service(?! client)|cette operation|cet (?:envoi|appel)|(?:ce|le) (?:sms|message|numero|code)|cela|ceci|l.appel|this(?: service| number| text| message)?|the call|questo|dit)(?!\p{L})/u;
const THIS_ABOVE =
  /^\P{L}*(?:ce (?:service|sms)|cette operation|cet (?:envoi|appel)|cela vous(?= coutera| sera)|this (?:service|text|call))(?!\p{L})/u;
/** What is given, recurs, or is of something else has more words behind its sum. */
const PRICED_AS_SAID_BEFORE =
  /X[,:n]*(?:F+[,:n]*)?S(?!F*[oOgn])|X[,:nF]*[CKP][,:nCKPF]*S(?!F*[oOgn])|X[,:n]*[CK]?P(?!F*[oOgnS]|[,:F]*SF*[oOgn])/;
const PRICE_OF_WHAT_WAS_SAID = /^[,:]*(?:[KP][,:F]*S(?!F*[oOgn])|P[,:]*$)/;
/** "Frais de désabonnement", before a sum in the next cell. */
const LABEL_OF_PRICE =
  /^\P{L}*(?:(?:les?|la|des|nos|the|your|our) )?(?:frais|couts?|tarifs?|prix|fees?|costs?|prices?|kosten|gebuhr\p{L}*) (?:\p{L}+[ ’'] *){0,2}X\P{L}*$/u;

/** Where a block or a cell ends, and a sentence within it; the point of a number ends none. */
const END_OF_BLOCK = /\n+|\s[|·•]\s/;
const END = /[.!?;…](?=\s|$)/;
/** A capital behind a means begins something of its own: "Se désabonner Nos boutiques". */
const BEGINS = / (?=\p{Lu}\p{Ll})(?<=(?:abonne|inscri|subscri|bestell|meld|chrijv|iscri|baja|\d{5}|→)[\p{L}-]*\s+)/gu;
const LINK = /https?:\/\/\S*[^\s.,;:!?)]/g;

interface Sentence {
  readonly said: string;
  readonly beginsBlock: boolean;
}
const sentencesOf = (text: string): readonly Sentence[] =>
  text
    .replaceAll(LINK, '→')
    .replaceAll(BEGINS, '; ')
    .split(END_OF_BLOCK)
    .flatMap((block) =>
      block
        .split(END)
        .filter((each) => /\S/.test(each))
        .map((each, index) => ({ said: withMeans(foldedLine(each)), beginsBlock: index === 0 })),
    );

/** A sentence puts a price on what the one before it says. */
const isPriceOf = (before: string, { said, beginsBlock }: Sentence): boolean => {
  if (LABEL_OF_PRICE.test(before) && /^S[,:]*$/.test(signsOf(said))) return true;
  if (!/[XY]/.test(before)) return false;
  const signs = signsOf(said.replace(beginsBlock ? THIS_ABOVE : THIS, ' X '));
  return PRICED_AS_SAID_BEFORE.test(signs) || (!beginsBlock && PRICE_OF_WHAT_WAS_SAID.test(signs));
};

/**
 * True for a text that puts a price on stopping our messages, beyond that of passing it on: in a sentence that names a means of it, in
 * any order, or in the next one where that speaks of it.
 */
export const isPricedIn = (text: string): boolean => {
  let before = '';
  return sentencesOf(text).some((sentence) => {
    const isPriced = (/[XY]/.test(sentence.said) && PRICED.test(signsOf(sentence.said))) || isPriceOf(before, sentence);
    before = sentence.said;
    return isPriced;
  });
};
