/** Whose offers are spoken of: those of who speaks, or of others; al. 2 and 4 of L. 34-5 are of the person who sells. Word by word. */

/** Whose, where it is not the seller's. */
export const STRANGER =
  /^(?:l'|d')?(?:partenaires?|tiers|tierces?|third-party|partners?|partnern|part(?:y|ies)|dritten?|socios?|terceros?|terzi|derden|annonceurs?|sponsors?|advertisers|filiales?|affilie?s?|affiliates?|fournisseurs?|suppliers?)$/;
/** Beginnings of words for offers, in six languages. */
export const OFFER =
  /^(?:[ld]')?(?:offre|offer|ofert|promo|pubs?$|publicit|prospect|demarch|actu|nouve|news|infolettre|sollicit|commercia|marketing|adverti|publicidad|pubblicit|angebot|werbung|aanbied|reclame|catalogue|conseils?$|reduction|soldes|invitation|avantage|remise|deal|discount)/;
const JOINS = /^(?:et|ni|ou|and|or|nor|und|oder|y|e|en|,)$/;

/** What is sent, which is nobody's trade. */
const OF_SENDING =
  '(?!offres|celles|autres|toutes|promotions|promos|nouveautes|newsletters|lettres|avantages|conseils|services|produits|actualites|informations|infos|invitations|reductions|remises|plans|publicites|communications|messages|e-?mails|courriels|catalogues|commercia|promotionn|evenements|ventes)';
/** Several trades named as partners, "assureurs et banques partenaires", or houses that are listed: one stranger. */
export const TRADES = new RegExp(
  `\\b(?:${OF_SENDING}[a-z]{4,}s(?:,| et| ou) (?:d'|de |des |les )?){0,4}${OF_SENDING}[a-z]{4,}s partenaires\\b|\\b(?:societes|entreprises|marques|enseignes) (?:suivantes|listees|ci-dessous|ci-apres)\\b|\\bpartner(?:banken|versicherungen|firmen|shops?|marken|verzekeraars|bedrijven|winkels)(?: (?:und|en) \\w{4,})?|\\w{4,}s y \\w{4,}s (?:colaborador\\w*|asociad[oa]s)|(?:bancos|aseguradoras|tiendas|marcas) (?:colaborador\\w*|asociad[oa]s)|(?:banche|assicurazioni|negozi|marchi|imprese)(?: e \\w+)? partner\\b`,
  'g',
);

export const tokens = (sentence: string): readonly string[] =>
  sentence.replace(TRADES, 'tiers').match(/[a-z\d'@.-]*[a-z\d@]|[,☐☑□○◯]/gu) ?? [];

/** From an offer on, whose it is: a stranger's where one follows before anything joins another to it, or right before it. */
export const isOwnOffer = (all: readonly string[], at: number): boolean => {
  if (
    STRANGER.test(all[at - 1] ?? '') ||
    /third-party|cookie|traceur/.test(all.slice(Math.max(0, at - 4), at).join(' '))
  )
    return false;
  for (const next of all.slice(at + 1, at + 8)) {
    if (JOINS.test(next)) return true;
    if (STRANGER.test(next) || next === 'third') return false;
  }
  return true;
};
