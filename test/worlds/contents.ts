import type { Fields } from '../oracle/world.ts';

/** What a transactional template says, by its reason: nothing that offers. */
const CLEAN: Readonly<Record<string, string>> = {
  order: 'Votre commande est bien enregistrée.',
  delivery: 'Votre colis sera livré demain.',
  invoice: 'Votre facture est jointe.',
  security: 'Votre mot de passe a été modifié.',
  'legal-notice': 'Nos conditions générales changent le mois prochain.',
};
const BY_CLASS: Readonly<Record<string, string>> = {
  relational: 'Êtes-vous satisfait de notre service ?',
  'renewal-request': 'Souhaitez-vous rester en contact avec nous ?',
};
const OFFER = ' Profitez de -20 % sur nos nouveautés !';
/** A surcharged number that the text only names is for a human to see; one that it asks to call or to text makes prospecting. */
const SURCHARGED: Readonly<Record<string, string>> = {
  named: ' Notre service client répond au 0 892 70 12 34.',
  call: ' Appelez le 08 92 70 12 34.',
  text: ' Envoyez JEU au 71234.',
};

/** The content of a template of a world: clean, unless it holds an offer or a surcharged number. */
export const contentOf = (channel: string, body: Fields, { offers, incites, names }: Fields): Fields => {
  const clean = CLEAN[String(body.reason)] ?? BY_CLASS[String(body.class)] ?? 'Des nouvelles du jardin.';
  const surcharged = SURCHARGED[String(incites ?? (names === true ? 'named' : ''))] ?? '';
  const text = clean + (offers === true ? OFFER : '') + surcharged;
  return channel === 'email' ? { email: { subject: 'Votre dossier', text } } : { sms: { text } };
};
