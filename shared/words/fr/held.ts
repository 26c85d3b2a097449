import { deName } from '#shared/domain/text/french.ts';
import type { HeldWords } from '../shape/held.ts';

export const held: HeldWords = {
  sales: {
    order: (day) => `Vous êtes client\u00a0: votre commande du ${day}.`,
    'service-contract': (day) => `Vous êtes client\u00a0: votre contrat du ${day}.`,
    'paid-subscription': (day) => `Vous êtes client\u00a0: votre abonnement du ${day}.`,
    'free-account': (day) => `Votre compte gratuit, ouvert le ${day}.`,
    donation: (day) => `Votre don du ${day}.`,
    membership: (day) => `Votre adhésion du ${day}.`,
    'account-only': (day) => `Votre compte, ouvert le ${day}.`,
    quote: (day) => `Votre demande de devis du ${day}.`,
    lead: (day) => `Votre demande de renseignements du ${day}.`,
    contest: (day) => `Votre participation à un jeu, le ${day}.`,
    basket: (day) => `Votre panier du ${day}.`,
  },
  consents: {
    given: (day) => `Votre accord du ${day}.`,
    pending: (day) => `Votre accord du ${day}, qui n’est pas confirmé.`,
    withdrawn: (day, ended) => `Votre accord du ${day}, que vous avez retiré le ${ended}.`,
    invalidated: (day, ended) => `Votre accord du ${day}, qui n’est plus pris en compte depuis le ${ended}.`,
  },
  collectedBy: (partner) => `Donné auprès ${deName(partner)}.`,
  capacities: {
    professional: 'À titre professionnel, pour des offres qui concernent votre fonction.',
    legalPerson:
      'Coordonnées générales d’une personne morale (société, association, organisme public), que ces offres peuvent intéresser.',
    source: (source) => `Vos coordonnées viennent de la source suivante\u00a0: ${source}.`,
    sourceOn: (source, day) => `Vos coordonnées viennent de la source suivante\u00a0: ${source} (${day}).`,
  },
  refusals: {
    received: {
      phone: 'Vous l’avez dit par téléphone.',
      onPaper: 'Vous l’avez écrit par courrier.',
      shop: 'Vous l’avez dit en magasin.',
      email: 'Vous l’avez écrit par e‑mail.',
      account: 'Vous l’avez choisi dans votre compte.',
      partner: 'Une liste ou un partenaire l’a transmis.',
      complaint: 'Cela fait suite à votre réclamation.',
    },
    agreedSince: ', sauf ce que vous avez accepté depuis',
    afterErasure: 'Cela fait suite à une demande d’effacement.',
    everything: (day) => `Toute publicité, depuis le ${day}.`,
    means: (by, day) => `Toute publicité par ${by}, depuis le ${day}.`,
    purpose: (what, by, day) => `«\u00a0${what}\u00a0» par ${by}, depuis le ${day}.`,
  },
};
