import { type Missing, missing } from '#shared/domain/missing.ts';
import type { CallContent } from './channel.ts';
import { namesKey } from './spoken-means.ts';

const MARKUP = missing(
  '/script',
  {
    fr: 'Le texte d’un appel s’écrit sans balises : il serait lu autrement qu’il n’est écrit.',
    en: 'The text of a call is written without markup: it would be read otherwise than it is written.',
  },
  { fr: 'Écrivez les mots à dire, rien d’autre.', en: 'Write the words to say, and nothing else.' },
);

const OWN_KEY = missing(
  '/script',
  {
    fr: 'Ce texte propose une touche : la seule touche d’un appel est celle qui l’arrête, que nous annonçons.',
    en: 'This text offers a key: the only key of a call is the one that stops it, which we announce.',
  },
  {
    fr: 'Donnez un numéro à rappeler au lieu d’une touche.',
    en: 'Give a number to call back in place of a key.',
  },
);

/** What is wrong with the text of a call beyond its schema. Empty: nothing. */
export const checkCall = ({ script }: CallContent): readonly Missing[] => [
  ...(/<[A-Za-z!?/]/.test(script) ? [MARKUP] : []),
  ...(namesKey(script) ? [OWN_KEY] : []),
];
