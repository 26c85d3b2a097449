/** Whose offers are spoken of: those of who speaks, or of others; al. 2 and 4 of L. 34-5 are of the person who sells. Word by word. */

/** Whose, where it is not the seller's. */
export const STRANGER =
  /^(?:l'|d')?(?:partenaires?|tiers|tierces?|third-party|\w*partners?|\w*partnern|partner(?:unternehmen|firmen|angebote?|werbung)|part(?:y|ies)|dritte[nr]?|socios?|terceros?|terzi|derden|annonceurs?|sponsors?|advertisers|filiales?|affilie?s?|affiliates?|fournisseurs?|suppliers?)$/;
/** Beginnings of words for offers, in six languages. */
export const OFFER =
  /^(?:[ld]')?(?:offre|offer|ofert|promo|pubs?$|publicit|prospect|demarch|actu|nouve|news|infolettre|sollicit|commercia|marketing|adverti|publicidad|pubblicit|angebot|werbung|aanbied|reclame|catalogue|conseils?$|reduction|soldes|invitation|avantage|remise|deal|discount)/;
const ALSO = /^(?:et|and|und|y|e|en|sowie)$/;
const JOINS = /^(?:et|ainsi|sowie|nonche|alsook|ni|ou|and|or|nor|und|oder|y|e|en|,)$/;

/** What is sent, which is nobody's trade. */
const OF_SENDING =
  '(?!offres|celles|autres|toutes|promotions|promos|nouveautes|newsletters|lettres|avantages|conseils|services|produits|actualites|informations|infos|invitations|reductions|remises|plans|publicites|communications|messages|e-?mails|courriels|catalogues|commercia|promotionn|evenements|ventes)';
/** Several trades named as partners, "assureurs et banques partenaires", or houses that are listed: one stranger. */
export const TRADES = new RegExp(
  `\\b(?:${OF_SENDING}[a-z]{4,}s(?:,| et| ou) (?:d'|de |des |les )?){0,4}${OF_SENDING}[a-z]{4,}s partenaires\\b|\\b(?:societes|entreprises|marques|enseignes) (?:suivantes|listees|ci-dessous|ci-apres)\\b|\\b(?:d')?(?:autres|other|andere[nr]?|altre|otras) (?:societes|entreprises|marques|enseignes|companies|brands|businesses|unternehmen|firmen|bedrijven|aziende|empresas)\\b|\\b(?:societes|entreprises) tierces\\b|\\bpartner(?:banken|versicherungen|firmen|shops?|marken|verzekeraars|bedrijven|winkels)(?: (?:und|en) \\w{4,})?|\\w{4,}s y \\w{4,}s (?:colaborador\\w*|asociad[oa]s)|(?:bancos|aseguradoras|tiendas|marcas) (?:colaborador\\w*|asociad[oa]s)|(?:banche|assicurazioni|negozi|marchi|imprese)(?: e \\w+)? partner\\b`,
  'g',
);

export const tokens = (sentence: string): readonly string[] =>
  sentence.replace(TRADES, 'tiers').match(/[a-z\d'@.-]*[a-z\d@]|[,☐☑□○◯]/gu) ?? [];

/** From an offer on, whose it is: a stranger's where one follows before anything joins another to it, or right before it. */
export const isOwnOffer = (all: readonly string[], at: number): boolean => {
  const isAlso = all.slice(Math.max(0, at - 3), Math.max(0, at - 1)).some((word) => ALSO.test(word));
  if (
    (STRANGER.test(all[at - 1] ?? '') && !isAlso) ||
    /third-party|cookie|traceur/.test(all.slice(Math.max(0, at - 4), at).join(' '))
  )
    return false;
  for (const next of all.slice(at + 1, at + 8)) {
    if (JOINS.test(next)) return true;
    if (STRANGER.test(next) || next === 'third') return false;
  }
  return true;
};

const THAT = /^(?:que|qu|that|which|dass|dat|che)$/;
const TOWARDS = /^(?:a|aux?|avec|to|with|an|mit|con|ai|agli|alle|aan|met)$/;
/** Beginnings of words for handing data on. */
const HANDS_ON =
  /^(?:comm?uni[qc]|transm|transf|transfer|cede|cession|cesion|cedid|cedut|partag|fourni|vend|loue|donne|remis|diffus|divulg|pass|shar|sold|disclos|given|provid|weiterge|weiterg|ubermitt|doorge|gedeeld|verstrek|compart|facilit|condivi|trasme|disposition)/;
const ENDS_A_NAME =
  /^(?:de|du|of|from|von|van|di|da|dei|par|by|door|chez|at|bei|in|dans|pour|for|fur|per|para|voor|mon|my|meine?[mnr]?|mijn|entre)$/;
const ALSO_OWN =
  /\b(?:les|the|die|las|le|des) (?:offr|offer|promo|angebot|ofert|aanbied)\w* (?:de|of|from|von|di|van) (?!\w* ?(?:partenaires|tiers|partner))|\b(?:nos|vos|our|your) (?:offr|offer|promo|news)|\b(?:les (?:votres|notres|siennes)|yours|ours)\b/;

/** Somebody else is named with them: "vos partenaires et vous-meme". */
const isJoined = (all: readonly string[], at: number): boolean => {
  const name = /^(?:de|du|of|von|van|di)$/.test(all[at + 1] ?? '') ? at + 2 : at + 1;
  for (let and = name; and <= (name === at + 1 ? name : name + 3); and += 1)
    if (ALSO.test(all[and] ?? '')) return !all.slice(and + 1, and + 4).some((word) => STRANGER.test(word));
  return false;
};

/**
 * What is said before strangers alone send something, or get what the person agrees to: they are who does it ("que vos partenaires m'envoient"),
 * or who it is handed to ("soit communiquee aux partenaires"). Nothing where they do neither, or own offers are spoken of behind it.
 */
export const beforeStrangersAct = (all: readonly string[]): readonly string[] | undefined => {
  for (const [at, word] of all.entries()) {
    if (!STRANGER.test(word)) continue;
    const stops = (before: string): boolean =>
      JOINS.test(before) || THAT.test(before) || TOWARDS.test(before) || ENDS_A_NAME.test(before) || OFFER.test(before);
    let from = at;
    while (from > 0 && at - from < 4 && !stops(all[from - 1] ?? '')) from -= 1;
    const lead = all[from - 1];
    const isWho = (lead === undefined || THAT.test(lead) || (TOWARDS.test(lead) && from === 1)) && !isJoined(all, at);
    const isHandedTo = TOWARDS.test(lead ?? '') && all.some((each) => HANDS_ON.test(each));
    if (!isWho && !isHandedTo) continue;
    if (ALSO_OWN.test(all.slice(at).join(' '))) return undefined;
    const begins = isWho ? from : Math.min(from, ...all.flatMap((each, place) => (HANDS_ON.test(each) ? [place] : [])));
    // What a relative clause is said of is theirs: "les offres que vos partenaires souhaitent m'adresser".
    return all.slice(0, isWho && THAT.test(lead ?? '') ? Math.max(0, from - 2) : begins);
  }
  return undefined;
};

const KEEPS_OUT =
  /^(?:(?:l')?exclusion|hors|hormis|sauf|sans|pas|jamais|aucune?|ni|non|except|excluding|not?|never|without|keine?n?|nicht|ohne)$/;
const OF_THEIRS =
  /^(?:d[eu]s?|d'?|les?|ceux|celles?|par|aux?|offres?|promotions?|publicites?|commerciales?|ses|nos|vos|leurs?|son|of|those|from|any|the|its|your|our|offers?|angebote|werbung|von|der|unsere[rn]?)$/;
/** Strangers are kept out of what is agreed to, and spoken of nowhere else. */
export const keepsStrangersOut = (text: string): boolean => {
  const all = tokens(text.replace(/\bd'/g, 'd '));
  const strangers = all.flatMap((word, at) => (STRANGER.test(word) ? [at] : []));
  return (
    strangers.length > 0 &&
    strangers.every((at) => {
      let before = at - 1;
      while (at - before <= 7 && OF_THEIRS.test(all[before] ?? '')) before -= 1;
      return KEEPS_OUT.test(all[before] ?? '');
    })
  );
};
