/** Of a time, a place or a degree, not "no more": "contactez-moi plus tard". */
const NOT_OF_DEGREE = '(?! (tard|tot|bas|haut|loin|souvent|vite|rapidement|facilement|longtemps|de|d|que)( |$))';

/** Somebody has no more of something: "je n'ai plus aucun problème", "il n'y a plus rien". */
const OF_HAVING = `(?<!(^| )(n|ne) ([^ ]+ )?(ai|as|a|avons|avez|ont|reste|peux|peut|comprends|trouve|vois|fait|faites|est|sont|fonctionne|marche) )`;

/** Refuses the advertiser altogether (OPP-3: free text such as "ne me contactez plus"), in a clause that asks nothing and sets no limit. */
export const OF_EVERYTHING = new RegExp(
  [
    `(?<!(^| )en )(?<![^ ])contact(e|es|er|ez|ent|ee|ees) (moi |nous )?plus( |$)${NOT_OF_DEGREE.replace('(?! ', '(?!')}`,
    '(?<!pourquoi )(?<![^ ])ne pas (me |nous )?contact(er|ez|e)( |$)',
    '(?<!vous (ne )?)(?<![^ ])(me|nous) contact(e|er|ez) pas( |$)',
    '(?<!(you|they|we) )(?<![^ ])(do not|don t|dont|never) contact( |$)',
    'plus (me |nous )?contact(e|er|ez|ee)( |$)',
    `${OF_HAVING}(?<![^ ])plus (aucune? (publicite|pub|sms|mms|message|mail|courriel|texto|sollicitation|contact|demarchage|offre|promo|promotion|communication|envoi|appel|relance)|jamais (me |nous |de |recevoir|contact|vous|vos|etre)|rien (recevoir|de vous|de votre part|m |me ))`,
    String.raw`(envo\w*|ecri\w*|adress\w*|recevoir|veux|souhaite|voulons) (moi |nous )?plus (aucun|aucune|jamais|rien)(( svp| merci)?$| (de )?(vous|votre|vos|recevoir|pub))`,
    'stop (tout|all|everything)( |$)(?!de suite|ca|court|the|these|my)',
    String.raw`(?<!(^| )s )(?<![^ ])arret\w*( [^ ]+){0,3} (tout$|tout (envoi|contact|message|sms|svp|merci)|de (me|nous) contacter( |$))`,
  ].join('|'),
);
