import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { isDeniedAt, readWording } from './denied.ts';
import { languageOfWording } from './languages.ts';
import { lowered } from './names.ts';

/** A word without accents and case, as it is compared. */
const bare = (word: string): string => lowered(word.normalize('NFD')).replace(/\p{M}/gu, '');
const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words of any consent to prospecting, in the languages that are read: they name no use. */
const GENERAL = list(
  `accepte acceptez accepter autorise autorisez consens consentement souhaite souhaitez veux desire oui recevoir recois recevez offre offres promotion promotions promo promos promotionnelles
promotionnels commercial commerciale commerciales commerciaux nouveaute nouveautes newsletter newsletters infolettre lettre lettres information informations info infos actualite actualites actus communication
communications message messages courriel courriels mail mails email emails sms mms texto textos telephone appel appels automate automatique automatiques voie electronique par des les une aux vos votre vous nos notre
nous mes mon pour avec dans sur cette ces toute toutes tout tous boutique boutiques magasin magasins marque produit produits service services article articles analogues similaires bons plans bon plan invitation
invitations prospection publicite publicites marketing selection selections exclusive exclusives exclusifs avantages donnees utilisation utiliser utilisez utilisees fins personnalisees personnalises
accept agree agreed authorise authorize consent want wish like would yes please receive receiving get offer offers special latest news information updates communications text texts phone call calls the and your you
our from with for products services shop brand about marketing advertising commercial data use used personalised
ich mochte willige ein erhalten angebote angebot neuigkeiten werbung per und von der die das den ihre sie mir zum zur uber produkte
acepto deseo quiero recibir ofertas oferta novedades publicidad correo por las los sus con para productos
accetto desidero ricevere offerte offerta novita pubblicita via posta dalla della con per vostre prodotti
wil graag ontvang ontvangen aanbiedingen aanbieding nieuws reclame van het een met voor uw producten akkoord`,
);

/** The words of a text, each with its place. */
const wordsIn = (text: string): readonly { readonly word: string; readonly from: number; readonly to: number }[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word: bare(word),
    from: index,
    to: index + word.length,
  }));

/** The words quoted for a use name it at some place of the wording, and that place is not denied. */
const isSaid = ({ wording, language }: FormVersion, quoted: string, names: readonly string[]): boolean => {
  const [text, words] = [wording.normalize('NFC'), quoted.normalize('NFC').trim()];
  const known = languageOfWording(text, language);
  if (known === undefined || words === '') return false;
  const read = readWording(text, known);
  const ofNames = new Set(names.flatMap((name) => wordsIn(name).map(({ word }) => word)));
  const naming = wordsIn(text).filter(({ word }) => word.length > 2 && !GENERAL.has(word) && !ofNames.has(word));
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const here = naming.filter(({ from, to }) => from >= start && to <= start + words.length);
    if (here.length > 0 && here.every(({ from, to }) => !isDeniedAt(read, from, to))) return true;
  }
  return false;
};

/**
 * Whether the wording names the use of a sensitive category outright (SENS-1; GDPR, art. 9(2)(a)): by words that are quoted for it, that
 * occur in it, that say more than any consent to offers and the names of the advertiser, and that it does not deny. No words, or a language
 * that is not read: unknown, which names nothing (D2).
 */
export const namesUse = (form: FormVersion, category: string, names: readonly string[]): boolean =>
  form.explicitWords?.some((each) => each.category === category && isSaid(form, each.words, names)) ?? false;
