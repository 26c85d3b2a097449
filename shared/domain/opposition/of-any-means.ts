import { LIMITED, OTHER_THINGS } from './words/beside.ts';
import { type Clause, has } from './words/clauses.ts';

/** What a reply says of other means than those that it names (OPP-3). Signs, in six languages. */

/** Or by any other: "par mail ou tout autre moyen". */
const OR_ANY = new RegExp(
  [
    ' (?:tous?|toute?s?|quelque|aucune?|n importe quel(?:le)?|any|no)(?: autres?| other)? (?:moyen|canal|biais|maniere|facon|voie|sorte|means|way|channel)',
    ' (?:ou|ni|et|or|nor|and|oder|noch|und|o|y|e|of|en)(?: (?:par|via|by|per|por|in|de|d|tout|toute|any|un|une|quelque|auf|op|su|con|cualquier|qualsiasi))*(?: (?:autre|autrement|other|otherwise|anything|everything|le reste|du reste|quoi que ce|ander|sonst|otro|otra|altr))',
  ].join('|'),
);
/** The others may be used: "tout autre moyen me convient", "aucun autre moyen ne me dérange". */
const WELCOME =
  / (?:convien[^ ]*|(?:me|ca) va|vont|oui|ok|okay|yes|fine|welcome|prefer[^ ]*|bienvenu[^ ]*|in ordnung|gern[^ ]*|(?:derange|gene|importune)(?:nt)?|(?<!ne )(?:pouvez|peux|peut)|you (?:can|may)|contact[^ ]* moi(?! plus))(?= )/;
const isOfAny = ({ words, asks }: Clause): boolean => !asks && has(OR_ANY, words) && !has(WELCOME, words);
/** True where one of them says, beside the means that it names, that others are meant as well. */
export const areOfAny = (clauses: readonly Clause[]): boolean => clauses.some(isOfAny);

/** That alone, behind the keyword or by itself: "STOP par tous les moyens", "sur aucun canal". */
const ANY_ALONE =
  /^ (?:stop (?:sms |pub )?)?(?:(?:et|ou|ni|sur|par|de|d|comme|via|or|and|nor|in|by|on|auf|oder|noch|les?|svp) )*(?:(?:tous?|toute?s?|quelque|aucune?|n importe quel(?:le)?|any|no(?! way))(?: (?:les|autres?|other))? (?:moyens?|cana(?:l|ux)|biais|manieres?|facons?|voies?|means|ways?|channels?)(?: que ce soit)?|sous aucune forme|peu importe (?:le moyen|la forme|comment)|egal (?:wie|auf welchem wege?)) (?:svp |merci |please )?$/;
/** Everything else that is sent, in the words that refuse: "ni d’aucune autre sollicitation", "et tout le reste", "do not text, call or otherwise contact me". */
const AND_THE_REST =
  / (?:ni|ou|et) (?:d |de )?(?:aucune?|toute?) autre (?:sollicit|pub|message|envoi|prospection|communication|contact|demarch|promo|forme)[^ ]* | (?:et|ni|ou) (?:tout )?(?:le |du )reste $| (?:par|sur|por|per|op|auf) (?:ningun|nessun|aucun|geen enkel|keinem) (?:otro |altro |autre )?(?:medio|canal|mezzo|moyen|kanaal|kanal|weg)[^ ]* $| (?:no|not|never|don t|dont)(?: (?!but )[^ ]+){1,8} by any (?:other )?(?:means|way|channel)s? $| (?:do not|don t|dont|never) (?:text|call|mail|e ?mail|phone|write)(?: (?:or |and )?(?:text|call|mail|e ?mail|phone|write))* or otherwise /;
/** Something cannot be reached or done: "impossible de me connecter par aucun moyen". */
const UNABLE =
  / (?:impossible|joint|could|can t|cannot|n arrive|podido|puedo|posso|(?:ne|n) (?:peux|pouvons|prends)|kan|kann)(?= )/;
/** True of a reply that refuses, in clauses, where it may mean everything by that. */
export const mayBeOfAny = (clauses: readonly Clause[]): boolean => {
  const whole = ` ${clauses.map(({ words }) => words).join(' ')} `;
  if (
    clauses.some(({ asks }) => asks) ||
    LIMITED.test(whole) ||
    OTHER_THINGS.test(whole) ||
    WELCOME.test(whole) ||
    UNABLE.test(whole)
  )
    return false;
  const behind = whole.startsWith(' stop ') ? clauses : clauses.slice(1);
  return AND_THE_REST.test(whole) || behind.some(({ words }) => ANY_ALONE.test(` ${words} `));
};
