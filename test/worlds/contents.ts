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

/** The content of a template of a world: clean, unless a human would see an offer in it. */
export const contentOf = (channel: string, body: Fields, offers: boolean): Fields => {
  const clean = CLEAN[String(body.reason)] ?? BY_CLASS[String(body.class)] ?? 'Des nouvelles du jardin.';
  const text = offers ? clean + OFFER : clean;
  return channel === 'email' ? { email: { subject: 'Votre dossier', text } } : { sms: { text } };
};
