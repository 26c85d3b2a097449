/**
 * What a form says of a means, read word by word: L. 34-5, al. 1 (consent is to this means, so that the stored text names each), D9 (the words
 * quoted for a channel carry it; a text naming none goes to one review), L10 (a denied means is not agreed to), art. 4, 11 GDPR (a clear
 * positive act: to refuse by ticking is none).
 */

import { forAnotherUse, isAnsweredBySilence, secondChoice } from './answering.ts';
import { askedBy, offersIn } from './asked.ts';
import { callerOf } from './callers.ts';
import { asksForOneThing, isSaidByAnother, keepsOffersOut } from './no-offers.ts';
import { isOneActForMore } from './one-act.ts';

export type Said = 'carries' | 'open' | 'no';

/** What each means is called; no accents, lower case. */
export const CALLED: Readonly<Record<string, RegExp>> = {
  email:
    /mail|\bmel\b|lettres? d'info|courriel|electroni|elektronische post|elettroni|newsletter|infolettre|\bcorreo|boletin|nieuwsbrief/,
  sms: /sms|\bs\.m\.s\b|texto|\btexts?\b|texting|text message|message texte|kurznachricht|textnachricht|de texto|di testo|tekstbericht/,
  mms: /mms|multimedia|picture message/,
  rcs: /\brcs/,
  'automated-call':
    /appel|automat(?:e|ise)|enregistre|recorded|serveurs? voca|messageries? voca|messages? voca|voice|\bcall|telephon|telefoon|\bphone|anruf|telefon|llamada|chiamat|oproep|gebeld|repondeur/,
  fax: /fax|telecop/,
  private: /messagerie instantanee|whatsapp|messenger|facebook|instagram|linkedin/,
  post: /courrier(?! electronique)|(?<!elektronische )\bpost|lettre papier|boites? aux lettres|(?:catalogue|magazine)s? papier|paper catalogue|briefkasten|letter ?box|brievenbus/,
};
/** "Par voie électronique" is no other means than e-mail, and no name of a text: it settles nothing about one. */
const WIDE =
  /(?:voies?|moyens?|communications?|medios|via|mezzi) (?:electroni|elettroni)\w*|electroniquement|electronically|elektronisch\w*(?: weg\w*)?/g;
/** A device is no means: a call and a text both reach it. */
const DEVICE = /(?:sur|numero de|on) (?:mon |votre |my |your )?(?:telephone|phone|mobile|portable)\w*/g;

export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").replaceAll('ß', 'ss').toLowerCase();

/** Short words that tell one of the six languages that are read; the others tell one that is not. */
const FAMILIAR =
  'etre accepte pas sans aucun merci mon aux je vos nos par les la le et vous votre offres recevoir pour mes de du i to by the and of you your offers me my ich und per der die das mir sie ihre werbung keine nicht el los que en sus con acepto por marque casilla recibir tutto gli si al de ofertas correo des aber gern email fine tout graag di il che via non ricevere ik het van voor wil mij geen aanbiedingen'.split(
    ' ',
  );
const FOREIGN =
  'nao voce quero receber ofertas aceito nie na sie przez sunt acord prin nu jag och att erbjudanden jeg og tilbud'.split(
    ' ',
  );
const isReadable = (text: string): boolean => {
  const found = text.match(/\p{L}+/gu) ?? [];
  const among = (list: readonly string[]): number => found.filter((word) => list.includes(word)).length;
  return among(FAMILIAR) >= among(FOREIGN) && (found.length < 5 || among(FAMILIAR) > 0);
};

const REFUSING =
  /^j'exerce$|^(?:[mts]'y?|[ld]')?(?:oppos|opong|oppon|refus|desinscri|desabon|interdi|arretez|cessez|stop$|unsubscrib|object|declin|widerspr|ablehn|lehn|verzicht|evite[rz]|d'evit|revo[cq]|resili|annul|rayez-moi$|renonc|bloqu|desactiv|arret$|retire[e]?s?$|supprim|suppression$|contre$|soustraire|ecart$|sortir$|passer$|passe$|hors$|fini$|arretiez$|exclusion$|assez|mettez$|trek$|leave$|deje$|cess(?!ion)|mettre|abmeld|abbestell|rechaz|baja$|rifiut|disiscri|cancellarmi|cancellarsi|bezwaar|weiger|uitschrij|afmeld|exclure$|exclu[es]?s?$|exclud|decline|retire|remove|withdraw|melde$|meld$)/;
const NEGATING =
  /^(?:pas|peu|jamais|ni|aucune?s?|sauf|hors|hormis|excepte\w*|plutot|rien|not|never|no|nor|neither|except|rather|instead|\w+n't|nicht|kein\w*|nie|niemals|weder|ausser|statt|nunca|jamas|tampoco|ningun\w*|excepto|salvo|lugar|mai|nessun\w*|tranne|anziche|niet|geen|nooit|behalve|plaats|(?:[dl]')?exception|than|part|nada|basta)$/;
const NEAR_ONLY = /^(?:sans|non|without|ohne|sin|senza|zonder|zero|0|null|cero|nul)$/;
/** They are sent no more: said right before or right after their name. */
const ENDED =
  /^(?:(?:supprim|arret|abandonn|remplac)ee?s?|removed|stopped|replaced|elimina(?:do|da|dos|das|to|ti)|suprimidos?|abgeschafft|gestrichen|ersetzt|verwijderd|afgeschaft|vervangen)$/;
/** What comes in their place is something else. */
const REPLACING = /^(?:remplace(?:nt|ment)?|replaces?|ersatz|sustitucion|sostituzione|vervanging)$/;
const AGREEING =
  /^(?:j'(?:accepte|autorise)|accepte[sz]?|consens|autorise|souhaite|veux|desire|oui|agree|accept|consent|yes|want|please|mochte|willige|stimme|ja|gern|acepto|autorizo|deseo|quiero|accetto|acconsento|autorizzo|desidero|vorrei|graag|akkoord|volontiers|d'accord|m'inscris|m'abonne)$/;
const TURNING = /^(?:mais|but|aber|sondern|pero|sino|bensi|maar|seulement|only)$/;
const ABLE =
  /^(?:pouvez|pourrez|peux|pourrai|can|may|could|kann|konnen|puede|puedo|podre|podra|puo|puoi|potra|posso|kunt|kan|droit|possible)$/;
/** What no one misses, pays or is bound by is no denial of the means. */
const HARMLESS =
  /(?:tak|pren)\w* part|n'oubliez pas|never miss|ne (?:passez|partez) pas(?: a cote| sans)?|ne m'oppose pas|ne (?:veux|voudrais|souhaite) (?:manquer|rater|louper) aucune?|ne suis pas oppose|n'y vois pas|(?:pas|not) (?:encore|yet|moins de|under)|do(?:n't| not) mind|ne recevoir nos offres que|pas plus d'un|untick any time to stop|(?:ne |n')(?:\S+ )?(?:rien|pas|plus|jamais) (?:rien )?(?:manquer|rater|louper)|n'hesitez pas|pourquoi pas|(?:non|pas|not|nicht|no|non|niet) (?:seulement|only|nur|solo|alleen|obligatoire|required|verpflichtend)|(?:sans|no|without|sin|senza|zonder|ohne|aucune?) (?:aucune? )?(?:engagement|obligations?|frais|purchase|commitments?|compromiso|impegno|verplichting|kosten|kaufzwang)|(?:not|n't|nichts|keine|nada|niets|nulla)[^.!?;:,]* (?:miss\w*|verpass\w*|perder\w*|missen)|no quiero perder\w*|non voglio perder\w*|(?:aucun|pas|no) (?:plus|more) (?:de|than)/g;
/** To tick so as to refuse; or to have refused by default. */
const REVERSED =
  /(?:coch\w+|tick|check this|ankreuzen|kreuzen sie|marque|marca|spunti|barri|vink)(?: [^\s,.;:]+){0,5},? (?:pour|si|to|if|um|wenn|para|se|per|om|als)(?: [^\s,.;:]+){0,4}? (?:\S*oppos\w+|y opposer|refus\w+|desinscri\w+|mettre fin|opt out|not|ne|n'\w+|nicht|no|non|niet|geen|oponer\w*|abzulehnen|decline)(?![\p{L}])|sauf (?:opposition|refus)|(?:keep|gardez) (?:your|vos) (?:e-?mails?|texts?|sms)|unless you tick|\b(?:si|if|wenn|se|als) [^.!?;]*(?:\bpas\b|\bnot\b|\bnicht\b|\bno\b|\bnon\b|\bniet\b)[^.!?;]*(?<!(?:ne|not|nicht|no|non) )(?:coch|tick|ankreuz|marque|barri|vink)/u;

const ENDS = /[.!?;\n]|(?<=[☐☑])|(?=[☐☑])/u;

interface Word {
  readonly word: string;
  readonly at: number;
}

/** Words, and the signs between them, each at its place. */
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\d'-]+|[.;:!?()☐☑•\n,–]/gu)].map(({ 0: word, index }) => ({ word, at: index }));

/** The person has agreed to something in these words, and did not say "ne" or "no" before it. */
const agreesIn = (words: readonly Word[]): boolean =>
  words.some(
    ({ word }, index) => AGREEING.test(word) && !/^(?:ne|n'|no|non|not|don't)$/.test(words[index - 1]?.word ?? ''),
  );

/** "... et j'accepte", "and agree": what was denied before is over. */
const goesOnAgreeing = (words: readonly Word[]): boolean =>
  words
    .slice(0, 2)
    .some(({ word }, index) => AGREEING.test(word) && !/^(?:ne|n'|no|non|not)$/.test(words[index - 1]?.word ?? ''));

/** Whether what stands at a place is denied: read from left to right, a refusal holds until something is agreed to or turned round. */
const isDenied = (text: string, at: number, to: number): boolean => {
  const all = wordsOf(text);
  const before = all.filter((each) => each.at < at);
  let refuses = false;
  let negates = false;
  let able = false;
  for (const [index, { word }] of before.entries()) {
    const earlier = before[index - 1]?.word ?? '';
    if (/^[.;!?\n]$/.test(word)) refuses = negates = able = false;
    else if (/^[:(☐☑•–)]$/.test(word)) negates = false;
    else if (word === ',') negates = negates && /mail|sms|mms|courriel|appel/.test(earlier);
    else if (/^(?:et|and|und|y|e|en)$/.test(word) && goesOnAgreeing(before.slice(index + 1))) refuses = negates = false;
    else if (TURNING.test(word)) refuses = negates = false;
    else if (ABLE.test(word)) able = true;
    else if (REFUSING.test(word)) refuses = refuses || !able;
    else if (word === 'out' && /^opt/.test(earlier)) refuses = refuses || !able;
    else if (REPLACING.test(word)) negates = true;
    else if (word === 'place' && /^(?:la|in)$/.test(earlier)) negates = true;
    else if (
      (NEGATING.test(word) && !(word === 'part' && earlier === 'la')) ||
      (word === 'non' && /\b(?:di|che|via|ricevere|offerte)\b/.test(text))
    ) {
      negates = true;
      const saidNot =
        /^(?:souhait|veu|voul|desir|accept|autoris|want|wish|mochte|deseo|quiero|desidero|acconsento|intendo|willige|stimme|wil$|ga$)/;
      refuses = refuses || before.slice(Math.max(0, index - 3), index + 3).some((each) => saidNot.test(each.word));
    } else if (
      word === 'plus' &&
      before.slice(Math.max(0, index - 4), index).some((each) => /^(?:ne|n'\w+)$/.test(each.word))
    )
      refuses = true;
    else if (
      AGREEING.test(word) &&
      !/^(?:ne|n'|no|non|not|my)$/.test(earlier) &&
      !NEGATING.test(before[index + 1]?.word ?? '')
    ) {
      refuses = false;
      // "Sauf par SMS, j'accepte": what was left out before the comma is left out alone.
      negates = negates && earlier !== ',';
    }
  }
  const [nearest, second] = [before.at(-1)?.word ?? '', before.at(-2)?.word ?? ''];
  const isWithout = [nearest, second, before.at(-3)?.word ?? ''].some((word) => NEAR_ONLY.test(word));
  const rest = text.slice(to);
  const follows = wordsOf(rest).slice(0, 2);
  const isEnded =
    follows.some(
      ({ word }, place) => ENDED.test(word) && (place === 0 || /^(?:sont|are)$/.test(follows[0]?.word ?? '')),
    ) || (/^(?:les|nos|the|our|los|gli|de|die)$/.test(nearest) ? ENDED.test(second) : ENDED.test(nearest));
  const isAnswered =
    /^[\s:,(–]*(?:c'est )?(?:non|no|never|jamais|nein|nee|niet|exclus?)(?: merci| thanks| danke| gracias| grazie)?\s*(?:[.;:,!?)]|$)/.test(
      rest,
    );
  // What was asked is answered at its end: "les offres par e-mail de Maison Alba : non".
  const [, asked] =
    /^([^.;:!?\n☐☑]{1,60}):\s*(?:non|no|nein|nee)(?: merci| thanks| danke)?\s*(?:[.;!\n]|$)/u.exec(rest) ?? [];
  const goesOn = /,| [-–—] |\b(?:et|and|und) (?:je\b|j'|i\b|ich\b)|\bmais\b/.test(asked ?? '');
  const isNoAtEnd = asked !== undefined && !goesOn && !Object.values(CALLED).some((name) => name.test(asked));
  return refuses || negates || isWithout || isEnded || isAnswered || isNoAtEnd || isDeniedAfter(text, at, rest);
};

/** "Les SMS ne m'intéressent pas", "per SMS keine Werbung": said of it afterwards, in its own clause. */
const isDeniedAfter = (text: string, at: number, rest: string): boolean => {
  const clause = rest.split(/[.;:!?()☐☑\n,]|\s(?:mais|but|aber|maar|et|and|und|en)\s/)[0] ?? '';
  const said = wordsOf(clause);
  const denies = said.some(
    ({ word }, index) => NEGATING.test(word) || (REFUSING.test(word) && !ABLE.test(said[index - 1]?.word ?? '')),
  );
  const namesMore = Object.values(CALLED).some((name) => name.test(clause));
  const lead = wordsOf(
    text
      .slice(0, at)
      .split(/[.;!?\n]/)
      .at(-1) ?? '',
  );
  const isGermanic = /\b(?:ich|ik|mochte|wil|wunsche)\b/.test(text);
  if (denies && !namesMore && (isGermanic || !agreesIn(lead))) return true;
  const sentence = rest.split(/[.;!?\n☐]/)[0] ?? '';
  return (
    !agreesIn(lead) && wordsOf(sentence).some(({ word }) => /^(?:[mj]'y|m')?oppos/.test(word) || word === 'refuse')
  );
};

/** Whether it is in a language that is read here. */
export const isRead = (wording: string, language = 'fr'): boolean =>
  ['fr', 'en', 'de', 'es', 'it', 'nl'].includes(language) && isReadable(plain(wording));

/** What the words quoted for a means say of it, in this wording, to who asks for own offers or for anyone's. */
export const saidOf = (
  wording: string,
  quoted: string,
  channel: string,
  language = 'fr',
  ofWhom: 'own' | 'anyone' = 'own',
  isByAnAct = true,
): Said => {
  const boxed = plain(wording).replace(/[□○◯❏❑⬜]|\[[ x]?\]|\( \)/g, (box) => '☐'.padEnd(box.length));
  const blank = (found: string): string => '_'.repeat(found.length);
  const text = boxed.replace(HARMLESS, blank).replace(secondChoice, blank);
  const whole = plain(wording);
  const words = plain(quoted.trim());
  if (words === '' || !whole.includes(words)) return 'no';
  const bare = words.replace(WIDE, ' ').replace(DEVICE, ' ');
  const name = CALLED[channel];
  const called = channel === 'email' ? words : bare;
  const names =
    name === undefined ? [] : [...called.matchAll(new RegExp(name.source, 'g'))].map(({ 0: found }) => found);
  const others = Object.entries(CALLED).filter(([each]) => each !== channel);
  if (names.length === 0 && others.some(([, other]) => other.test(bare))) return 'no';
  if (!isRead(wording, language)) return 'open';
  const isReversed = REVERSED.test(text) && !agreesIn(wordsOf(text));
  const sought = names.length > 0 ? names : [words];
  let isOpen = false;
  for (let from = whole.indexOf(words); from >= 0; from = whole.indexOf(words, from + 1)) {
    let within = from;
    for (const each of sought) {
      within = whole.indexOf(each, within);
      const rest = text.slice(within + each.length);
      const [lead, tail] = [text.slice(0, within).split(ENDS).at(-1) ?? '', rest.split(ENDS)[0] ?? ''];
      const sentence = `${lead}${each}${tail}`;
      const caller = channel === 'automated-call' ? callerOf(text, sentence, each) : 'unsaid';
      const isLeft = isReversed || isAnsweredBySilence(text, within) || forAnotherUse(rest) || caller === 'no-machine';
      if (!isLeft && !isDenied(text, within, within + each.length)) {
        const asked = names.length > 0 ? askedBy(text, within, within + each.length) : 'service';
        const isAsked = asked === 'own' || asked === 'unsaid' || (asked === 'others' && ofWhom === 'anyone');
        const isElsewhere =
          caller === 'somebody' ||
          isSaidByAnother(sentence) ||
          asksForOneThing(sentence, offersIn) ||
          keepsOffersOut(text, each, offersIn);
        if (isAsked && !isElsewhere && !(isByAnAct && isOneActForMore(text, within, within + each.length, offersIn)))
          return 'carries';
        isOpen = true;
      }
      within += each.length;
    }
  }
  return isOpen ? 'open' : 'no';
};
