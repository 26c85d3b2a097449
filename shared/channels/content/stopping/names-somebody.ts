import { fold } from '../fold.ts';
import { anyOf, SENDINGS_IN_EACH } from './what-is-sent.ts';

/** Words that name nobody with a capital, which German nouns and headings in each language have. */
const WITH_A_CAPITAL = new RegExp(
  `^${anyOf(
    ...SENDINGS_IN_EACH,
    'desabonn\\w+|desinscri\\w+|unsubscri\\w+|abbestell\\w+|abmeld\\w+|baja|suscripcion|iscrizione|disiscriv\\w+|afmelden|uitschrijven',
    'out|me|from|this|these|our|your|the|of|to|any|more|de|des|du|la|le|les|cette|ces|notre|nos|vos|vous|ne|souhaite|veux|plus|pour|del|dalla|mi|su|voor|van|deze|onze|uit',
    'recibir|recevoir|receive|ricevere|piu|mas|mehr|meer|sie|sich|vom|ab|erhalten|receiving|here|ici|hier|click|cliquez|unsubscribe',
    '(?:mailing[- ]?)?(?:lists?|listes?|listen?|lista|lijst)',
  )}$`,
);
const CAPITALISED = /(?<![.!?]\s)\p{Lu}[\p{Ll}-][\p{L}-]*/gu;
/** Words have a capital that no word of stopping, nor a German noun or a heading of one, has. */
export const namesSomebody = (words: string): boolean =>
  [...words.matchAll(CAPITALISED)].some(({ 0: word }) => !WITH_A_CAPITAL.test(fold(word)));
