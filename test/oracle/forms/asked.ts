/**
 * L. 34-5 al. 1 and 2, D9: what a person is asked to agree to by a means: the offers of who asks, those of others alone, or something that
 * is no prospecting (an order, an answer, a paper). "Specifique": the last two are no consent to the first. Read by segments, word by word.
 */

import { isElse, namesSameMeans } from './asked-else.ts';
import { beforeStrangersAct, isOwnOffer, OFFER, STRANGER, tokens } from './strangers.ts';

type Asked = 'own' | 'others' | 'service' | 'unsaid';

/** Any name of a means, as one word. */
const MEANS =
  /^(?:[ld]')?(?:e-?mails?|mails?|courriels?|sms|mms|textos?|texts?|appels?|automates?|courriers?|calls?|telephone|phone|telefon\w*|anruf\w*|correos?|newsletters?)$/;
/** Beginnings of words for what is sent because of an order, an account or a question. */
const SERVICE =
  /^(?:[ldm]')?(?:livrai|livre|livrer|livreur|commande|colis|expedi|rendez-vous|factur|securite|retrait|deliver|parcel|receipt|invoice|booking|appointment|shipping|security$|orders?$|liefer|zustell|lieferung|bestell|rechnung|termin|versand|entreg|pedido|envio|cita|consegn|spediz|ordin[ei]|appunt|fattur|levering|bezorg|afspra|verzend|pakket|sendungs|confirmation|bestatigung|confirmacion|bevestiging|reponse|repondre|question|demande|reclam|devis|ticket|attestat|certificat|resultat|dossier|candidat|enquete|sondage|satisfac|answer|repl(?:y|ies)|enquir|quotes?$|quotation|survey|results?$|antwort|anfrage|frage|kostenvor|umfrage|ergebnis|kassenbon|respuesta|consulta|presupuesto|encuesta|resultado|rispost|richiest|preventiv|sondagg|risultat|antwoord|vraag|uitslag|kassabon|releve|statement|wetterwarn|kontoausz|weeralarm)/;
const SERVICE_OF_TWO =
  /\bcodes? d(?:e |')\w+|\bcomptes?[ -]rendus?|alertes? (?:meteo|trafic)|weather (?:alert|warning)s?|\blivre blanc|white paper|\b(?:mon|votre|my|your) (?:compte|account)/;
/** The same beginnings in words of another meaning. */
const NO_SERVICE =
  /in order to|retrait (?:possible|d)|envi?os? de|envio de|versand\w* (?:von|der|des)|verzending\w* van|(?:selon|en fonction de|based on|a l'adresse|au numero) [^.;,!?]{0,60}/g;
/** May bring to buy: enough not to be service alone. */
const MAYBE =
  /^(?:[ld]')?(?:actus?$|produi|produc|produk|prodott|evenement|event|selection|collection|idee|ideas?$|inspiration|fidelite|cadeau|loyalty|gifts?$|neuheit|veranstalt|bons?$|ventes?$|avant-premiere|exclusiv|coupon|sales?$|preview|voucher|advice|tips|reward|perks|gutschein|vorteil|vorpremiere|ventaja|consejo|cupon|vales?$|ventas?$|preestren|buono?i?$|vantagg|consigli|anteprim|vendit|sconto|sconti|voordel|voordeel|waardebon|priveverkoop|voorproef|aktion|neuigkeit|rabatt|werb|novedad|descuent|novita|nieuws|acties|korting|boletin|lettre|lettres|privee)/;
/** Begins something else behind a means, or says when. */
const GOES_ON =
  /^(?:et|ou|ainsi|as|sowie|asi|nonche|alsook|and|or|und|oder|y|o|e|en|of|lors|pendant|durant|apres|avant|suite|after|before|at|during|nach|bei|wahrend|tras|durante|dopo|na|tijdens)$/;
const AGREES =
  /^(?:j'(?:accepte|autorise|aimerais)|consens|souhaite|veux|desire|m'abonne|m'inscris|agree|accept|consent|want|wish|like|please|mochte|willige|stimme|acepto|autorizo|deseo|quiero|accetto|acconsento|desidero|voglio|vorrei|wil|ga|oui|yes|ja)$/;

const BREAKS = /[.!?;\n☐☑]/u;
/** Of a clause: what follows the last means or agreement in it; the name at its end is the one that is asked about. */
const lastPart = (all: readonly string[]): readonly string[] => {
  const said = MEANS.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
  return said.slice(said.findLastIndex((word) => MEANS.test(word) || AGREES.test(word)) + 1);
};

interface Heard {
  readonly own: boolean;
  readonly others: boolean;
  readonly service: boolean;
}
const hear = (given: string): Heard => {
  // Kinds of houses that are no shop of the reader's are strangers by one word; what they will send is theirs.
  const part = given
    .replace(
      /\b(?:soci[e]tes|marques|enseignes) (?:selectionnees|affiliees|soeurs|tierces|du groupe)|\b(?:selected|sister|affiliated) (?:companies|brands)/g,
      'partenaires',
    )
    .replace(
      /(\b(?:a|aux|avec|to|with) (?:\w+ ){0,2}?(?:partenaires|tiers|partners|parties)\b[^.,;]{0,50}?) (?:leurs|their) \w+/g,
      '$1',
    )
    .replace(/\ba (des|vos|nos|ses) partenaires/g, 'offres de $1 partenaires')
    .replace(/\bpartner(angebot|werb|newsletter|aanbieding)\w*/g, 'angebote von partnern')
    .replace(/\b(partenaires|tiers|partners) commercia\w*/g, '$1')
    // Where it counts, or a branch of their own, is nobody else.
    .replace(
      /\b(?:chez|at|bei|presso|bij) (?:\w+ ){0,2}?partn?e\w*|\b(?:der|einer|ihrer|meiner|unserer) filiale\b/g,
      ' ',
    );
  const all = tokens(part);
  const offers = all.map((word, at) => ({ word, at })).filter(({ word }) => OFFER.test(word));
  const own =
    offers.some(({ at }) => isOwnOffer(all, at)) ||
    all.some(
      (word) => (MAYBE.test(word) && !OFFER.test(word)) || /^(?:votres|notres|siennes|yours|ours)$/.test(word),
    ) ||
    /\d ?%|updates about|early access|new arrivals|(?:prochaine?s?|next) (?:commande|achat|order)/.test(part);
  const others = /(?:^|\w) ?\b(?:de |d'|des |from |of |par |by |von |di |van |ihrer )(?:\w+ ){0,3}/.test(part)
    ? all.some((word, at) => STRANGER.test(word) && !/^(?:et|and|ni|ou)$/.test(all[at - 2] ?? ''))
    : all.some((word) => /third-party/.test(word)) ||
      all.some((word, at) => STRANGER.test(word) && OFFER.test(all[at + 1] ?? ''));
  const allTheirs =
    offers.length > 0 && all.some((word) => STRANGER.test(word)) && offers.every(({ at }) => !isOwnOffer(all, at));
  const kept = part.replace(NO_SERVICE, ' ');
  const service = tokens(kept).some((word) => SERVICE.test(word)) || SERVICE_OF_TWO.test(kept);
  return { own, others: others || (allTheirs && !own), service };
};

/** Own offers are spoken of in these words. */
export const offersIn = (part: string): boolean => hear(part).own;

/** "Un SMS vous confirmera ...": one message is told of, and offers are agreed to elsewhere by another means. */
const isOnlyTold = (text: string, at: number, to: number): boolean => {
  const parts = (of: string): string[] => of.split(/[.!?;\n]/);
  const [before, after] = [parts(text.slice(0, at)), parts(text.slice(to))];
  const own = `${before.at(-1) ?? ''} ${after[0] ?? ''}`;
  const says = (of: string): boolean => tokens(of).some((word) => AGREES.test(word));
  return (
    /(?:^|[^a-z])(?:une?|uno|an?|one|eine?|een) (?:e-)?$/.test(before.at(-1) ?? '') &&
    !says(own) &&
    !hear(own).own &&
    [...before.slice(0, -1), ...after.slice(1)].some(
      (other) =>
        says(other) &&
        hear(other).own &&
        tokens(other).some((word) => MEANS.test(word)) &&
        !namesSameMeans(other, text.slice(at, to)),
    )
  );
};

/** Partners by their trades, one after the other, are partners. */
const TRADES = /\b((?:de |des |d'))\w{4,}s(?:,(?: des?| d')? ?\w{4,}s)+ (?:et|ou) (?:des? |d')?\w{4,}s partenaires/g;
const byTrade = (found: string, of: string): string =>
  tokens(found).some((word) => OFFER.test(word) || MAYBE.test(word)) ? found : `${of}partenaires`;

/** What is agreed to by the means at a place of a wording, in plain letters. */
export const askedBy = (text: string, at: number, to: number): Asked => {
  const before = text.slice(0, at).split(BREAKS).at(-1) ?? '';
  const rest = (text.slice(to).split(BREAKS)[0] ?? '').replace(TRADES, byTrade);
  const clause =
    before
      .replace(/(?<=[a-z]) ?:(?= \w{0,7} ?$)/, ' ')
      .split(/[,:()]| [–-] | (?:mais|but|aber|pero|ma|maar) /)
      .at(-1) ?? '';
  const first = lastPart(tokens(clause)).join(' ');
  const [behind = ''] = rest.replace(/^\s*[:–—-]\s*/, ' ').split(/[,:()]| [–-] | (?:mais|but|aber|pero|maar) /);
  const second = GOES_ON.test(tokens(behind)[0] ?? '') || /^ ?au moment/.test(behind) ? '' : behind;
  const [asked, said, lead] = [hear(first), hear(second), hear(before)];
  const agreed = tokens(`${before}${text.slice(at, to)}${second}`);
  const acted = beforeStrangersAct(agreed.slice(agreed.findLastIndex((word) => AGREES.test(word)) + 1));
  if (acted !== undefined)
    return hear(acted.slice(acted.findLastIndex((word) => MEANS.test(word)) + 1).join(' ')).own ? 'own' : 'others';
  // "Offers by e-mail from partners": whose they are is said behind the means.
  if (/^ (?:from|de|d'|von|van|of|di|da|dei) /.test(second) && said.others && !said.own)
    return hear(`${first.replace(/ \w{2,3}(?: e)?$/, '')} ${second}`).own ? 'own' : 'others';
  if (asked.own || said.own) return 'own';
  const leadHasMeans = tokens(before).some((word) => MEANS.test(word));
  if (asked.others || (said.others && (!lead.own || leadHasMeans))) return 'others';
  if (asked.service || (said.service && (!lead.own || leadHasMeans))) return 'service';
  const sentence = `${before} ${rest}`;
  if (isOnlyTold(text, at, to) || isElse(text, at, to, offersIn)) return 'service';
  const [all, whole] = [hear(sentence), hear(text)];
  if (all.own || tokens(sentence).some((word) => AGREES.test(word))) return 'unsaid';
  if (
    all.service &&
    /numero|telephone|portable|mobile|adresse|coordonnees|number|phone|address|nummer|telefon|movil|direccion|cellulare|indirizzo/.test(
      sentence,
    )
  )
    return 'service';
  return !whole.own && /enregistre|conserve|stocke|\bstored|\bsaved|gespeichert|guardad|bewaard/.test(text)
    ? 'service'
    : 'unsaid';
};
