import { replaceTags, withoutTags } from './html.ts';
import { FIELD, passagesOf } from './reading.ts';

/** Words beside which a field of free text weighs little. */
const WORDS_BESIDE_A_TEXT = 40;

/** Fields that hold a fact, a list of facts or a name, by their names; any other that is alone may hold a text. */
const FACT =
  /(?:^|[._-])(?:(?:pre)?noms?|name|first_?name|last_?name|civilite|title_?of|date|jour|day|heure|time|hour|numero|number|num|no|id|ref\w*|code|otp|pin|montant|amount|total|prix|price|adresse|address|ville|city|lien|link|url|suivi|track\w*|articles?|items?|lignes?|lines?|produits?|products?|recap\w*|summary|details?|contenu_commande|order_?lines|panier_lignes|table|tableau|iban|rib|siret|qr\w*|signature|agence|agent|conseiller|magasin|store|shop|enseigne|brand|company|societe|creneau|slot|documents?|pieces?|fichiers?|files?|motif|statut|status)(?:[._-]?\d*)?$/i;
const NAME = /\{\{\{?\s*(?:[a-z]+\.)?([\w.-]+)(?![\w.-])[^{}]*\}\}/gi;

const isAlone = (sentence: string): boolean => sentence.includes(FIELD) && !/[a-z0-9]/.test(sentence);

const LINE_TAG = /<\/?(?:p|div|td|li|br|h[1-6])\b[^>]*>/gi;
const linesOf = (text: string): readonly string[] => replaceTags(text, LINE_TAG, '\n').split(/\n|(?<=[.!?])\s/);

/** A field that makes up a whole line, and whose name names no fact. */
const holdsAText = (texts: readonly string[]): boolean =>
  texts.some((text) =>
    linesOf(text).some((line) => {
      const bare = withoutTags(line, '').trim();
      const [first] = [...bare.matchAll(NAME)];
      return first !== undefined && bare.replace(NAME, '').trim() === '' && !FACT.test(first[1] ?? '');
    }),
  );

/**
 * Its author left the saying to merge values: more fields than words, or a text that a field alone brings.
 *
 * @param sentences of all that it says
 * @param texts the same, without the fields whose values have no room for a text
 */
export const isMostlyFields = (sentences: readonly string[], texts: readonly string[]): boolean => {
  const spoken = sentences.filter((sentence) => !isAlone(sentence));
  const words = spoken.flatMap((sentence) => sentence.match(/[a-z]+/g) ?? []).length;
  const fields = passagesOf(texts).sentences.join(' ').split(FIELD).length - 1;
  return fields > words || (words < WORDS_BESIDE_A_TEXT && holdsAText(texts));
};
