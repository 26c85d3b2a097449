import { describe, expect, test } from 'vitest';
import { readExternalCall } from '#shared/channels/automated-call/external.ts';
import type { Comparison } from '#shared/channels/content/external.ts';
import { externalEmail } from '#shared/channels/email/external.ts';
import { factsOfText } from '#shared/channels/sms/external.ts';
import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';

const OURS = 'https://stop.example/o/abc';
const ROUTE: Comparison = {
  names: ['Maison Ablette'],
  noticeUrl: 'https://ablette.example/donnees',
  address: '+33639980101',
  sources: [],
  isOurLink: (url) => url === OURS,
  isOurHost: () => false,
  linkAloneSuffices: false,
};
const ADVERTISER = {
  senders: { email: [], sms: [{ senderId: 'ABLETTE', replyCode: '36180' }] },
} as unknown as Advertiser;
/** A sentence in a block of its own, before our free link. */
const mail = (sentence: string) =>
  externalEmail({
    email: {
      from: { address: 'a@ablette.example' },
      subject: 'Au jardin',
      headers: [],
      html: `<p>${sentence.replace('OURS', OURS)}</p><p><a href="${OURS}">Se désabonner</a></p>`,
    },
  }).factsFor({ ...ROUTE, address: 'jeanne@exemple.example' }, ADVERTISER);
const text = (words: string) =>
  factsOfText({ text: `Maison Ablette: nos vins. ${words}`, senderId: 'ABLETTE' }, ROUTE, ADVERTISER);
const FREE_KEY = ' Pour ne plus être appelé, tapez 9. ';
const call = (words: string, key = '') =>
  readExternalCall(`Ici Maison Ablette.${key} ${words} C’était Maison Ablette.${key}`, {
    ...ROUTE,
    to: '+33639980101',
    acceptsKeyPress: true,
  });

describe('a mail with a free link', () => {
  test.each([
    'Perte ou vol de carte : centre d’opposition 0 892 705 705 (0,34 €/min).',
    'Opposition carte bancaire 24 h/24 : 0 892 705 705 (service 0,34 €/min + prix appel)',
    'Retirer de l’argent à l’étranger coûte 2 €.',
    'Frais d’opposition sur chèque : 18 €. Tarifs au 1er janvier.',
    'Pour vous opposer à un prélèvement frauduleux, comptez 15 € de frais.',
    'Opposition sur chéquier : 15 € au lieu de 30 €',
    'Commande à retirer de 10 h à 19 h, frais de préparation 2 €',
    'Désinscription de la cantine avant jeudi, sinon le repas est facturé 4,50 €.',
    'Désinscription à un atelier moins de 48 h avant : facturée 20 €.',
    'Désinscrire un enfant de l’étude coûte 3 € hors délai.',
    'Pour ne plus recevoir de factures papier (2 € par envoi), passez à la facture en ligne.',
    'Vous ne souhaitez plus recevoir de relevés papier, facturés 2 € par mois ? Tout est en ligne.',
    'Payez 1 € pour ne plus recevoir de publicité sur le site : abonnez-vous.',
    'Lisez sans publicité pour 1 € le premier mois, puis 9,99 €.',
    'Auto abmelden kostet 15 €.',
    'Abmeldung vom Kurs kostet 10 €.',
    'Abmelden | Versandkosten 4,95 €',
    'Uitschrijven | Verzendkosten 3,95 €',
    'Darse de baja. Gastos de envío: 3,95 €.',
    'Frais de résiliation de votre ancien contrat remboursés jusqu’à 150 €.',
    'Vous vous désabonnez de votre opérateur ? Nous payons vos frais de 49 €.',
    'Se désabonner   Nos boutiques   Appelez-nous au 0 826 10 10 10 (0,18 €/min)',
    'Pour vous désabonner par courrier : 3 rue du Port, 33000 Bordeaux (prix d’un timbre)',
    'Se désinscrire - Caves Dubois SAS au capital de 50 000 € - RCS Bordeaux',
    'Vous vous désabonnez ? Vos 10 € de fidélité restent sur votre compte.',
    'Le désabonnement est gratuit, l’abonnement coûte 9,90 € par mois.',
    'Unsubscribe anytime. Cancel your trial before it costs £9.',
    'To unsubscribe from the course, a fee of €20 applies.',
    'Carte perdue ? Faites opposition au 0 892 705 705 (0,34 €/min).',
    'Faire opposition sur votre carte ne coûte rien, une nouvelle carte 12 €.',
    'Opposition administrative : 10 % du montant, au maximum 100 €.',
    'Vos courses sont à retirer de 9 h à 12 h au drive (service 1,90 €).',
    'Désinscription du stage possible jusqu’au 15 juin, frais de dossier 30 €.',
    'Toute désinscription au tournoi après le 1er mai est facturée 10 €.',
    'Licence 120 €. Désinscription du club à tout moment.',
    'Garderie : désinscrire votre enfant la veille, sinon 3,20 € sont facturés.',
    'Pour ne plus recevoir de chèques impayés, choisissez le virement à 0,50 €.',
    'Ne plus recevoir votre facture par courrier vous fait gagner 2 € par mois.',
    'Se désabonner de Canal coûte cher ? Chez nous, 9,99 € sans engagement.',
    'Naviguez sans publicité : 2 € par mois, désabonnement en un clic.',
    'Désabonnez-vous quand vous voulez : 4,99 € par mois seulement.',
    'Fin de contrat : des frais de résiliation de 49 € peuvent s’appliquer.',
    'Stop aux fuites : contrat d’entretien à 9 € par mois.',
    'Énergie : opposez-vous aux hausses, prix du kWh bloqué à 0,18 €.',
    'Unsubscribe   Our shops   Call us on 0 826 10 10 10 (0,18 €/min)',
    'Gym classes: opt out of a class less than 24 h before and a £5 fee applies.',
    'Wohnung abmelden kostet nichts, die Ummeldung 10 €.',
    'Cancelar la suscripción. Envío gratis desde 30 €.',
    'Disiscriviti | Spese di spedizione 4,90 €',
    'Afmelden. Bezorging kost 3,95 €.',
    'Se désabonner, ou nous écrire : 3 rue du Port. Panier moyen 35 €.',
    'Vous recevez ce message car vous avez acheté pour 35 €. Se désinscrire',
    'Pour vous opposer au démarchage téléphonique, bloctel.gouv.fr est gratuit.',
    'Sans engagement : désabonnez-vous quand vous voulez. Ce service est facturé 9 € par mois.',
    'Désabonnez-vous à tout moment. Ce service est payant après 30 jours.',
    'Désabonnement libre. Coût : 9 € par mois.',
    'Désabonnement libre. C’est 9 € par mois.',
    'Unsubscribe anytime. It costs £9 a month.',
    'Désabonnez-vous. Ce service est facturé 29 € chez les autres.',
    'Frais d’opposition : demande d’opposition sur chèque à 18 €.',
    'Votre demande d’opposition à un prélèvement est facturée 15 €.',
    '1 € est reversé à une association à chaque désabonnement.',
    'Nos frais de désabonnement</p><p>Coffret à 3 €',
    'Frais de désabonnement | 0 €',
    'Pour chaque désabonnement, nous plantons un arbre. Pour chaque commande, 1 € est reversé.',
  ])('may say: %s', (sentence) => {
    expect(mail(sentence).oppositionIsFree).toBe(true);
  });
  test.each([
    'Moyennant 3 €, vous pouvez vous désabonner.',
    '3 € seront facturés pour toute désinscription.',
    '3 € pour se désabonner.',
    'Des frais de désabonnement de 3 € seront prélevés.',
    'Unsubscribing costs £3.',
    'Unsubscribing costs $3.',
    'Unsubscribing costs CHF 3.',
    'Se désabonner</p><p>Ce service est facturé 3 €.',
    'There is a £3 fee to unsubscribe.',
    'Für die Abmeldung berechnen wir 3 €.',
    'Vous opposer à nos envois coûte 2 €.',
    'Pour ne plus recevoir nos e-mails, payez 2 €.',
    'Se désinscrire de notre newsletter vous sera facturé 5 €.',
    'Pour vous <a href="OURS">désabonner</a>, réglez 3 €.',
    'Pour 2 €, vous pouvez vous désinscrire de nos envois.',
    '5 € vous seront demandés pour vous désabonner.',
    'Frais de désabonnement : 4,50 €.',
    'Un montant de 3 € sera prélevé pour votre désinscription.',
    'Le désabonnement à notre lettre est payant.',
    'Pour vous désabonner, un paiement de 2 € est demandé.',
    'You can unsubscribe for $2.',
    'A fee of £3 applies to unsubscribe.',
    'To opt out of our e-mails, pay 4 euros.',
    'Das Abbestellen des Newsletters kostet 2 €.',
    'Darse de baja de nuestra newsletter cuesta 3 €.',
    'La disiscrizione costa 3 €.',
    'Uitschrijven kost 2 €.',
    'Vous désabonner</p><p>Cela vous coûtera 2 €.',
    'Ne plus recevoir nos offres : 1,50 € TTC',
    'Pour ne plus recevoir nos SMS, appelez le 0 899 12 34 56.',
    'Votre demande d’opposition vous sera facturée 3 €.',
    'Des frais de 3 € s’appliquent à chaque désabonnement.',
    'Des frais de 3 € s’appliquent par désabonnement.',
    'Nous facturons 3 € chaque désabonnement.',
    'Un paiement de 3 € est exigé pour vous désabonner.',
    'Un paiement de 3 € est nécessaire pour vous désabonner.',
    'Pour vous désabonner, une participation de 3 € est requise.',
    'A fee of £3 is required to unsubscribe.',
    'Für jede Abmeldung sind 3 € fällig.',
    'Frais de désabonnement | 3 €',
    '<table><tr><td>Frais de désabonnement</td><td>3 €</td></tr></table>',
    'Tarif du désabonnement :</p><p>3 € TTC',
    'Désabonnement. Coût : 3 €.',
    'Désabonnement. Payant.',
    'Vous désabonner</p><p>Cet appel est payant.',
  ])('puts a price on stopping: %s', (sentence) => {
    expect(mail(sentence).oppositionIsFree).toBe(false);
  });
});

describe('a block after the one with our free link', () => {
  const below = (words: string) => {
    const top = `Publicité de Maison Ablette. <a href="${OURS}">Se désabonner</a>`;
    return externalEmail({
      email: {
        from: { address: 'a@ablette.example' },
        subject: 'Au jardin',
        headers: [],
        html: `<p>${top}</p><p>${words}</p>`,
        text: `Publicité de Maison Ablette.\nSe désabonner : ${OURS}\n\n${words}\n`,
      },
    }).factsFor({ ...ROUTE, address: 'jeanne@exemple.example' }, ADVERTISER);
  };
  test.each([
    'Frais de 29 € offerts',
    'Coût : 29 €',
    'C’est 29 € !',
    'Cela coûte 29 €.',
    'Ça coûte 29 € chez les autres.',
    'Kosten: 29 €',
    'Cost: £29',
    'Fees: £29',
    'It costs £29.',
    'Das kostet 29 €.',
    'Payant',
    'Ce service est payant dans les autres boutiques.',
    'Ce service coûte 9 € par mois, sans engagement.',
    'Le service coûte 29 €.',
    'Ce message vous coûte 2 minutes, il vous rapporte 10 €.',
    'Conférence payante : 15 €',
    '29 €',
  ])('is of something else: %s', (words) => {
    expect(below(words).oppositionIsFree).toBe(true);
  });
  test.each([
    'Ce service coûte 3 €.',
    'Ce service vous sera facturé 3 € TTC.',
    'Ce désabonnement est facturé 3 €.',
    'Cette opération est payante.',
    'This service costs £3.',
    'Frais de désabonnement : 3 €',
  ])('speaks of stopping: %s', (words) => {
    expect(below(words).oppositionIsFree).toBe(false);
  });
});

describe('an SMS', () => {
  test.each([
    'Kit 3€, carte 5€. STOP 36180',
    'Tout a 3€: STOP 36180',
    'Menu pour 10€, envoyez OUI. STOP 36180',
    'Facture 45€ a regler avant le 5. STOP 36180',
    'STOP 36180 (cout d un SMS)',
    'STOP 36180 - 3€ de remise des 20€',
    'Repondez OUI/NON STOP 36180',
    'Vous venez oui/non ? STOP 36180',
    'Ouvert non stop STOP 36180',
    'Pas de panique STOP 36180',
    'Envoyez STOP a 36180',
    'Club: cotisation 20€ par an STOP 36180',
    'Solde du 15€: payez avant vendredi. STOP 36180',
    'Noel: coffret a 25€, STOP 36180',
    'Entree libre, conso 3€ STOP 36180',
    'Cours de yoga a 8€ la seance STOP 36180',
    'STOP 36180 au prix d un SMS',
    'STOP 36180 - 10€ offerts des 50€',
    'OUI/NON/STOP 36180',
    'Non stop de 9h a 19h, STOP 36180',
    'On ne change rien STOP 36180',
    'Invia STOP a 36180',
    'Prix en baisse, 3€ le kilo. STOP 36180',
  ])('may say: %s', (words) => {
    expect(text(words)).toMatchObject({ carriesOppositionMeans: true, oppositionIsFree: true });
  });
  test.each([
    'Le desabonnement est facture 5€. STOP 36180',
    'Desinscription 3€: STOP 36180',
    'STOP 36180, 3€',
    'STOP 36180 - 3€',
    'STOP 36180 (tarif : 1€)',
    'STOP 36180 a 0,50€ le SMS',
    'STOP 36180 tarif majore',
    'Desabonnement payant : STOP 36180',
    'STOP 36180 (CHF 0.50)',
    'Envoyez STOP au 36180 moyennant 3€',
    'Frais de desinscription 3€. STOP 36180',
    'Se desabonner coute 3€. STOP 36180',
    'Desinscription payante STOP 36180',
    'STOP 36180 : 3€',
    'STOP 36180 0,35€/SMS+prix SMS',
    'STOP 36180 (£0.50)',
    'STOP 36180 numero surtaxe',
    'STOP 36180 vous coutera 3€',
    'Cout du STOP: 3€. STOP 36180',
    'Pour ne plus recevoir nos SMS (3€) STOP 36180',
    'STOP 36180. Cout: 1€',
    'STOP 36180 Cout: 1€',
    'STOP 36180. Ce SMS vous sera facture 0,50€',
  ])('puts a price on stopping: %s', (words) => {
    expect(text(words)).toMatchObject({ carriesOppositionMeans: true, oppositionIsFree: false });
  });
  test.each([
    'N’utilisez plus STOP 36180',
    'STOP 36180 sera ignore',
    'STOP 36180 sera ignoré',
    'STOP 36180 n existe plus',
    'STOP 36180 ne sera pas traite',
    'STOP 36180 fermé',
    'Défense d’envoyer STOP au 36180',
    'Ne faites pas STOP 36180',
    'Ne composez plus STOP 36180',
    'STOP 36180 n’est plus en service',
    'STOP 36180 est en panne',
    'STOP 36180 sera refusé',
    'Prière de ne pas envoyer STOP au 36180',
    'Nous ne lisons pas vos STOP 36180',
  ])('denies its STOP: %s', (words) => {
    expect(text(words).carriesOppositionMeans).toBe(false);
  });
});

describe('a call', () => {
  test.each([
    'Pour ne plus recevoir de relevés papier, facturés 2 euros, tapez 1.',
    'Retirer de l’argent à l’étranger coûte 2 euros : plus avec notre carte.',
    'Votre carte avec opposition gratuite 24 heures sur 24, pour 3 euros par mois.',
    'Faire opposition à votre carte coûte 0 euro, une carte neuve 8 euros.',
    'Pour la cantine, désinscrire votre enfant la veille évite 4 euros.',
    'Notre abonnement à 9 euros, désabonnement libre.',
    'C’est trente euros seulement.',
    'Coût : deux euros le kilo.',
    'Ça coûte deux euros.',
    'Ce service est facturé neuf euros par mois.',
  ])('may say beside its free key: %s', (words) => {
    expect(call(words, FREE_KEY)).toMatchObject({ carriesOppositionMeans: true, oppositionIsFree: true });
  });
  test.each([
    'Pour trois euros, tapez 9 pour ne plus être appelé.',
    'Payez 3 euros pour ne plus être appelé : tapez 9.',
    'Ne plus être appelé coûte deux euros : tapez 9.',
    'Pour ne plus recevoir nos appels, tapez 9, 3 euros vous seront facturés.',
    'Contre 2 euros, tapez 9 pour ne plus être contacté.',
  ])('puts a price on stopping: %s', (words) => {
    expect(call(words).oppositionIsFree).toBe(false);
  });
  test.each([
    'Cet appel vous sera facturé deux euros.',
    'Pour ne plus être appelé, il faut payer deux euros.',
    'Cela coûte un euro.',
    'Toute demande de ne plus être appelé est facturée deux euros.',
  ])('puts a price on stopping beside its free key: %s', (words) => {
    expect(call(words, FREE_KEY)).toMatchObject({ carriesOppositionMeans: true, oppositionIsFree: false });
  });
});
