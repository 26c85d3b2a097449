import type { HeldWords } from '../shape/held.ts';

export const held: HeldWords = {
  sales: {
    order: (day) => `Sie haben dort gekauft: Ihre Bestellung vom ${day}.`,
    'service-contract': (day) => `Sie sind dort unter Vertrag: Ihr Vertrag vom ${day}.`,
    'paid-subscription': (day) => `Sie haben dort abonniert: Ihr Abonnement vom ${day}.`,
    'free-account': (day) => `Ihr kostenloses Konto, eröffnet am ${day}.`,
    donation: (day) => `Ihre Spende vom ${day}.`,
    membership: (day) => `Ihre Mitgliedschaft vom ${day}.`,
    'account-only': (day) => `Ihr Konto, eröffnet am ${day}.`,
    quote: (day) => `Ihre Angebotsanfrage vom ${day}.`,
    lead: (day) => `Ihre Anfrage vom ${day}.`,
    contest: (day) => `Ihre Teilnahme an einem Gewinnspiel am ${day}.`,
    basket: (day) => `Ihr Warenkorb vom ${day}.`,
  },
  consents: {
    given: (day) => `Ihre Einwilligung vom ${day}.`,
    pending: (day) => `Ihre Einwilligung vom ${day}, die nicht bestätigt ist.`,
    withdrawn: (day, ended) => `Ihre Einwilligung vom ${day}, die Sie am ${ended} widerrufen haben.`,
    invalidated: (day, ended) => `Ihre Einwilligung vom ${day}, seit dem ${ended} nicht mehr berücksichtigt.`,
  },
  collectedBy: (partner) => `Erteilt bei ${partner}.`,
  capacities: {
    professional: 'In Ihrer beruflichen Eigenschaft, für Angebote, die Ihre Funktion betreffen.',
    legalPerson:
      'Allgemeine Kontaktdaten einer juristischen Person (Gesellschaft, Verein, Behörde), für die diese Angebote von Interesse sein können.',
    source: (source) => `Ihre Kontaktdaten stammen aus dieser Quelle: ${source}.`,
    sourceOn: (source, day) => `Ihre Kontaktdaten stammen aus dieser Quelle: ${source} (${day}).`,
  },
  refusals: {
    received: {
      phone: 'Sie haben es am Telefon gesagt.',
      onPaper: 'Sie haben es per Brief mitgeteilt.',
      shop: 'Sie haben es in einer Filiale gesagt.',
      email: 'Sie haben es per E-Mail mitgeteilt.',
      account: 'Sie haben es in Ihrem Konto gewählt.',
      partner: 'Eine Liste oder ein Partner hat es weitergegeben.',
      complaint: 'Sie haben sich beschwert.',
    },
    agreedSince: ', außer dem, worin Sie seither eingewilligt haben',
    afterErasure: 'Das folgt aus einer Anfrage auf Löschung.',
    everything: (day) => `Jede Werbung, seit dem ${day}.`,
    means: (by, day) => `Jede Werbung ${by}, seit dem ${day}.`,
    purpose: (what, by, day) => `„${what}“ ${by}, seit dem ${day}.`,
  },
};
