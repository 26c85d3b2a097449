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
  /^ (?:stop (?:sms |pub )?)?(?:(?:et|ou|ni|sur|par|de|d|comme|via|or|and|nor|in|by|on|auf|oder|noch|les?|svp) )*(?:(?:tous?|toute?s?|quelque|aucune?|n importe quel(?:le)?|any|no)(?: (?:les|autres?|other))? (?:moyens?|cana(?:l|ux)|biais|manieres?|facons?|voies?|means|ways?|channels?)(?: que ce soit)?|autrement|sous aucune forme|peu importe (?:le moyen|la forme|comment)|egal (?:wie|auf welchem wege?)) (?:svp |merci |please )?$/;
/** Everything else that is sent, in the words that refuse: "ni d’aucune autre sollicitation", "et tout le reste", "do not text, call or otherwise contact me". */
const AND_THE_REST =
  / (?:ni|ou|et) (?:d |de )?(?:aucune?|toute?) autre (?:sollicit|pub|message|envoi|prospection|communication|contact|demarch|promo|forme)[^ ]* | (?:et|ni|ou) (?:tout )?(?:le |du )reste $| (?:par|sur|by|por|per|op|auf) (?:ningun|nessun|aucun|any|geen enkel|keinem) (?:otro |altro |autre |other )?(?:medio|canal|mezzo|moyen|means|kanaal|kanal|weg)[^ ]* $| (?:do not|don t|dont|never) (?:text|call|mail|e ?mail|phone|write)(?: (?:or |and )?(?:text|call|mail|e ?mail|phone|write))* or otherwise /;
/** True of a reply that refuses, in clauses, where it may mean everything by that. */
export const mayBeOfAny = (clauses: readonly Clause[]): boolean => {
  const whole = ` ${clauses.map(({ words }) => words).join(' ')} `;
  if (clauses.some(({ asks }) => asks) || LIMITED.test(whole) || OTHER_THINGS.test(whole) || WELCOME.test(whole))
    return false;
  return AND_THE_REST.test(whole) || clauses.some(({ words }) => ANY_ALONE.test(` ${words} `));
};
