/** L. 34-5 al. 4: of a refusal, which words are about strangers and which about the seller; word by word, in six languages. */

import { TRADES } from './strangers.ts';

/** Whose, where it is not the seller's. */
const STRANGER =
  /^(?:l'|d')?(?:partenaires?|tiers|tierces?|sponsors?|annonceurs?|filiales?|affilie?s?|affiliates?|fournisseurs?|suppliers?|tochter\w*|lieferanten|leveranciers|proveedores|fornitori|filiali|subsidiaries|partners?|partnern|partnerunternehmen|drittanbieter\w*|part(?:y|ies)|dritten?|socios?|terceros?|colaborador\w*|terzi|derden)$/;
const OTHER_FIRMS =
  /\b(?:autres?|other|andere[nr]?) (?:societes?|entreprises?|marques?|companies|brands|unternehmen|firmen|bedrijven)\b|\b(?:entreprises|societes|marques) (?:du (?:meme secteur|groupe)|soeurs|selectionnees?|affiliees?)\b|\b(?:selected|sister|affiliated) (?:companies|brands|partners)/g;
/** Beginnings of words for offers, in six languages. */
export const OFFER =
  /^(?:[ld]')?(?:offre|offer|ofert|promo|pubs?$|publicit|prospect|demarch|actu|nouve|news|infolettre|sollicit|commercia|marketing|adverti|publicidad|pubblicit|angebot|werbung|aanbied|reclame|catalogue|conseils?$|reduction|soldes|invitation|avantage|remise|deal|discount|bons-plans|coupon|voucher)/;
/** What a shop asks beside that: trackers, opinions, papers, insurance, terms. */
export const ASIDE =
  /^(?:[ld]')?(?:cookie|traceur|tracker|profil|geoloc|ciblage|enquete|sondage|satisf|question|survey|umfrage|encuesta|ticket|factur|livraison|suivi|confirmation|recu|receipt|invoice|deliver|garantie|assurance|warrant|insurance|rendez-vous|appointment|condition|terms?$|majeur|spam|emballage|sacs?$|wrapping|bags?$|\w*verpackung|kassenbon|recibos?$|ricevut|scontrin|bonnetje|kassabon)|^bon$/;
const JOINS = /^(?:et|ni|ou|and|or|nor|und|oder|noch|y|e|en|o|,)$/;
export const HANDED =
  /^(?:[ld]')?(?:transm[ie]|transfer|ced|cession|cesion|partag|communiqu(?!es?$)|communiques?$|comuniqu|vend|reven|lou|shar|sold|weiterg[ea]|ubermitt|condivi|gedeeld|delen|doorgegeven)|^(?:pass|comunicazione|cessione)$/;
export const USES = /^(?:(?:l|d|al?l|dell)')?(?:utilis|exploit|used?$|using$|verwend|nutz|usos?$|usad|gebruik)/;
/** What leads from a thing to whose it is. */
const LINK = /^(?:de|des|du|par|from|of|by|von|di|da|dai|van|door|por|a|aux?|with|avec|an|aan|to|con)$/;
/** Whose doing it is. */
const AGENT = /^(?:par|by|door|por|que|dass|want|that|wish|che|dat)$/;
/** What is said of strangers before and behind. */
const SAID_OF =
  /^(?:vos|nos|ses|leurs|les|la|certains|tous|autres|votre|notre|your|our|its|the|any|other|selected|carefully|trusted|soigneusement|selectionne\w*|commercia\w*|publicitaires|ihren|unseren|sus|nuestros|vostri|nostri|uw|onze|third|third-party|societes?|entreprises?|marques?|magasins?|empresas|die|personal)$/;
const OWN =
  /^(?:vos|nos|votre|notre|your|our|ihre|unsere|nuestras|vostre|uw|onze|celles?|ceux|celui|those|[vn]otres|vous|nous|you|us|u|ihnen|ustedes)$/;
const MEAN = /^(?:e-?mails?|mails?|courriels?|sms|mms|telephone|courrier|post|text)$/;

/** What a shop says that it never does with an address. */
export const NEVER =
  /\b(?:nous ne|(?:vos|les) [a-z]+ (?:[a-z]+ )?ne|we (?:do not|don't|never|will (?:not|never)|won't)|your [a-z]+ (?:is|are|will) (?:not|never)|wir (?:geben|teilen)|(?:nunca|no) (?:cedemos|compartimos)|non (?:cediamo|condividiamo)|wij? delen) [^.;!?)☐]*(?:tiers|partenaires?|third part(?:y|ies)|partners?|dritten?|partnern|terceros|socios|terzi|derden)\b[^.;!?)☐,]*/g;

export const tokens = (sentence: string): readonly string[] =>
  sentence
    .replace(NEVER, ' ')
    .replace(/\bbons? plans?/g, 'bons-plans')
    .replace(
      /\b(produits|services|products|articles) (?:et|ou|and|or) (?:de |des |d')?(?:services|produits|prestations|products)\b/g,
      '$1',
    )
    .replace('third-party', 'third party')
    .replace(/\bpartner(?:angebot|werb|newsletter)\w*/g, 'partner')
    .replace(OTHER_FIRMS, 'tiers')
    .replace(TRADES, 'tiers')
    .replace(/\bd'(?=\w)/g, 'de ')
    .match(/[a-z\d'@.-]*[a-z\d@]|[,:(_☐☑□○◯]/gu) ?? [];

/** A sentence, word by word, and which of them are about strangers. */
interface Marked {
  readonly all: readonly string[];
  readonly theirs: ReadonlySet<number>;
  readonly isBoth: boolean;
  readonly strangers: boolean;
}

/** The first word of who the stranger at this one is, with what leads to it. */
const leadOf = (all: readonly string[], at: number): number => {
  let first = at;
  while (first > 0 && (SAID_OF.test(all[first - 1] ?? '') || STRANGER.test(all[first - 1] ?? ''))) first -= 1;
  return /^(?:des|de|les)$/.test(all[first - 1] ?? '') && AGENT.test(all[first - 2] ?? '') ? first - 2 : first - 1;
};
/** The last word of who the stranger at this one is. */
const endOf = (all: readonly string[], at: number): number => {
  let last = at;
  while (SAID_OF.test(all[last + 1] ?? '') || STRANGER.test(all[last + 1] ?? '')) last += 1;
  return last;
};
/** Somebody between these two places is led to, and is neither an offer, a way nor a stranger. */
const namesSource = (all: readonly string[], from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const next = all[at + 1] ?? '';
    const isLed = /^(?:de|from|by|par|von|van|di|da|of)$/.test(all[at] ?? '') && at + 1 < to;
    if (
      isLed &&
      !OFFER.test(next) &&
      !MEAN.test(next) &&
      !STRANGER.test(next) &&
      !SAID_OF.test(next) &&
      !/^(?:mes|mon|ma|my|la|recevoir|receive)$/.test(next)
    )
      return true;
  }
  return false;
};

/** From where what leads to a stranger is theirs: back to what has an owner of its own, or the act that hands it over. */
const startOf = (all: readonly string[], lead: number): number => {
  const handed = all.slice(0, Math.max(0, lead)).findLastIndex((word) => HANDED.test(word));
  if (handed >= 0 && !all.slice(handed, lead).some((word) => JOINS.test(word))) return handed;
  let joined = lead;
  for (let at = lead - 1; at >= 0; at -= 1) {
    const word = all[at] ?? '';
    if (HANDED.test(word)) return at;
    if (/^[:(_☐☑□○◯]$/.test(word)) return at + 1;
    if (OWN.test(word) && (!/^(?:vous|nous|you|us|u|ihnen|ustedes)$/.test(word) || LINK.test(all[at - 1] ?? ''))) {
      const join = all.findIndex((each, index) => index > at && index < lead && JOINS.test(each));
      return join >= 0 ? join : at + 1;
    }
    if (JOINS.test(word) && all[at - 1] !== undefined) {
      const sooner = all.slice(0, at).findLastIndex((each) => JOINS.test(each) || /^[:(☐_]$/.test(each));
      if (namesSource(all, sooner + 1, at) || all.slice(sooner + 1, at).some((each) => USES.test(each))) return at;
    }
    joined = at;
  }
  return joined;
};

const GOES_ON = /^(?:la|le|les|l'\w+|que?|qu'\w+|recevoir|receive|to|par|by|etre|be)$/;
/** Up to where it goes on about them: to what is joined and is of somebody or something else. */
const goesOnTo = (all: readonly string[], from: number): number => {
  for (let at = from; at < all.length; at += 1) {
    if (/^[:(☐☑□○◯]$/.test(all[at] ?? '')) return at;
    const next = all[at + 1] ?? '';
    const isOther = OWN.test(next) || USES.test(next) || GOES_ON.test(next);
    if (JOINS.test(all[at] ?? '') && isOther) return at;
  }
  return all.length;
};

export const marked = (sentence: string): Marked => {
  const all = tokens(sentence);
  const theirs = new Set<number>();
  const mark = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) theirs.add(at);
  };
  let isBoth = false;
  const strangers = all.flatMap((word, at) => (STRANGER.test(word) ? [at] : []));
  for (const at of strangers) {
    const lead = leadOf(all, at);
    const last = endOf(all, at);
    // "Promotions et offres partenaires": the offers are theirs, and the promotions are not.
    const isOfferBeside =
      OFFER.test(all[lead] ?? '') && JOINS.test(all[lead - 1] ?? '') && OFFER.test(all[lead - 2] ?? '');
    const start = isOfferBeside ? lead : startOf(all, lead);
    const isHanded =
      all.slice(start, at).some((word) => HANDED.test(word)) ||
      HANDED.test(all[last + 1] ?? '') ||
      HANDED.test(all[last + 2] ?? '');
    const before = LINK.test(all[lead] ?? '') ? lead - 1 : lead;
    const isJoined = JOINS.test(all[before] ?? '') || (all[before] === 'of' && LINK.test(all[lead] ?? ''));
    const sooner = all.slice(0, before).findLastIndex((each) => HANDED.test(each) || /^[:(☐]$/.test(each));
    const own = all.slice(sooner + 1, before);
    if (
      isJoined &&
      !isHanded &&
      (own.some((each) => /^(?:vous|you|ihnen|u|ustedes)$/.test(each)) || namesSource(all, sooner + 1, before))
    ) {
      if (!own.some((each) => STRANGER.test(each))) isBoth = true;
    }
    const [join = '', led = '', who = ''] = all.slice(last + 1);
    if (
      JOINS.test(join) &&
      /^(?:de|from|by|par|von)$/.test(led) &&
      !SAID_OF.test(who) &&
      !STRANGER.test(who) &&
      !OFFER.test(who) &&
      who !== ''
    )
      isBoth = true;
    if (JOINS.test(join) && /^[vn]otres$/.test(led === 'les' ? who : led)) isBoth = true;
    mark(isJoined ? before : Math.max(0, start), last + 1);
    // "Recevoir, de la part de nos partenaires, des offres"
    const isGiven =
      /^(?:recevoir|receive|erhalten|recibir|ricevere) ?,? (?:de la part )?(?:de|des|from|von|di|da)$/.test(
        all
          .slice(0, lead + 1)
          .join(' ')
          .split(/(?=\b(?:recevoir|receive|erhalten|recibir|ricevere)\b)/)
          .at(-1) ?? '',
      );
    const isSubject =
      (lead < 0 || /^[☐:]$/.test(all[lead] ?? '')) &&
      /^(?:pourr|peuv|may|will|can|konn|pued|podr|poss|kunn)/.test(all[last + 1] ?? '');
    if (isHanded || isSubject || AGENT.test(all[lead] ?? '') || isGiven) mark(last + 1, goesOnTo(all, last + 1));
    if (/^(?:offers?|marketing|advertising|angebote)$/.test(all[last + 1] ?? '')) mark(last + 1, last + 2);
  }
  for (const [at, word] of all.entries()) {
    // Handed over, and to whom is not said: "que vous cédiez mon adresse".
    if (
      HANDED.test(word) &&
      /^(?:mon|ma|mes|my)$/.test(all[at + 1] === 'de' ? (all[at + 2] ?? '') : (all[at + 1] ?? ''))
    )
      mark(at, goesOnTo(all, at));
    if (/^(?:[ld]')?(?:cookie|traceur|tracker|ciblage|profil)/.test(word)) {
      const end = all.findIndex(
        (each, index) =>
          index > at &&
          JOINS.test(each) &&
          (OWN.test(all[index + 1] ?? '') || /^(?:les|la)$/.test(all[index + 1] ?? '')) &&
          OFFER.test(all[index + 2] ?? '') &&
          !/personnal|cible/.test(all[index + 3] ?? ''),
      );
      mark(USES.test(all[at - 1] ?? '') || USES.test(all[at - 2] ?? '') ? at - 2 : at, end >= 0 ? end : at + 9);
    }
    if (/^(?:cible|personnalise)e?s?$/.test(word) && /^(?:publicit|annonce)/.test(all[at - 1] ?? ''))
      mark(at - 1, at + 1);
    if (/^(?:targeted|personali[sz]ed)$/.test(word) && /^(?:adverti|ads$)/.test(all[at + 1] ?? '')) mark(at, at + 2);
    if (word === 'personnalisation') mark(at, at + 4);
  }
  return { all, theirs, isBoth, strangers: strangers.length > 0 };
};
