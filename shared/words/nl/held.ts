import type { HeldWords } from '../shape/held.ts';

export const held: HeldWords = {
  sales: {
    order: (day) => `U bent klant: uw bestelling van ${day}.`,
    'service-contract': (day) => `U bent klant: uw overeenkomst van ${day}.`,
    'paid-subscription': (day) => `U bent klant: uw abonnement van ${day}.`,
    'free-account': (day) => `Uw gratis account, geopend op ${day}.`,
    donation: (day) => `Uw gift van ${day}.`,
    membership: (day) => `Uw lidmaatschap van ${day}.`,
    'account-only': (day) => `Uw account, geopend op ${day}.`,
    quote: (day) => `Uw offerteaanvraag van ${day}.`,
    lead: (day) => `Uw vraag om informatie van ${day}.`,
    contest: (day) => `Uw deelname aan een prijsvraag op ${day}.`,
    basket: (day) => `Uw winkelmandje van ${day}.`,
  },
  consents: {
    given: (day) => `Uw toestemming van ${day}.`,
    pending: (day) => `Uw toestemming van ${day}, die niet is bevestigd.`,
    withdrawn: (day, ended) => `Uw toestemming van ${day}, die u op ${ended} hebt ingetrokken.`,
    invalidated: (day, ended) => `Uw toestemming van ${day}, die sinds ${ended} niet meer geldt.`,
  },
  collectedBy: (partner) => `Gegeven bij ${partner}.`,
  capacities: {
    professional: 'In uw beroepsmatige hoedanigheid, voor aanbiedingen die uw functie betreffen.',
    legalPerson:
      'Algemene contactgegevens van een rechtspersoon (onderneming, vereniging, overheid), voor wie deze aanbiedingen interessant kunnen zijn.',
    source: (source) => `Uw contactgegevens zijn afkomstig uit de volgende bron: ${source}.`,
    sourceOn: (source, day) => `Uw contactgegevens zijn afkomstig uit de volgende bron: ${source} (${day}).`,
  },
  refusals: {
    received: {
      phone: 'U hebt dit telefonisch gezegd.',
      onPaper: 'U hebt dit per brief geschreven.',
      shop: 'U hebt dit in een winkel gezegd.',
      email: 'U hebt dit per e-mail geschreven.',
      account: 'U hebt dit in uw account gekozen.',
      partner: 'Een lijst of een partner heeft dit doorgegeven.',
      complaint: 'U hebt een klacht ingediend.',
    },
    agreedSince: ', behalve wat u sindsdien hebt toegestaan',
    afterErasure: 'Dit volgt op een verzoek om wissen.',
    everything: (day) => `Alle reclame, sinds ${day}.`,
    means: (by, day) => `Alle reclame ${by}, sinds ${day}.`,
    purpose: (what, by, day) => `“${what}” ${by}, sinds ${day}.`,
  },
};
