import type { HeldWords } from '../shape/held.ts';

export const held: HeldWords = {
  sales: {
    order: (day) => `Lei è cliente: il Suo ordine del ${day}.`,
    'service-contract': (day) => `Lei è cliente: il Suo contratto in data ${day}.`,
    'paid-subscription': (day) => `Lei è cliente: il Suo abbonamento in data ${day}.`,
    'free-account': (day) => `Il Suo account gratuito, aperto in data ${day}.`,
    donation: (day) => `La Sua donazione in data ${day}.`,
    membership: (day) => `La Sua adesione in data ${day}.`,
    'account-only': (day) => `Il Suo account, aperto in data ${day}.`,
    quote: (day) => `La Sua richiesta di preventivo in data ${day}.`,
    lead: (day) => `La Sua richiesta di informazioni in data ${day}.`,
    contest: (day) => `La Sua partecipazione a un concorso in data ${day}.`,
    basket: (day) => `Il Suo carrello del ${day}.`,
  },
  consents: {
    given: (day) => `Il Suo consenso in data ${day}.`,
    pending: (day) => `Il Suo consenso in data ${day}, che non è confermato.`,
    withdrawn: (day, ended) => `Il Suo consenso in data ${day}, che ha revocato in data ${ended}.`,
    invalidated: (day, ended) => `Il Suo consenso in data ${day}, non più considerato valido dal ${ended}.`,
  },
  collectedBy: (partner) => `Prestato presso ${partner}.`,
  capacities: {
    professional: 'A titolo professionale, per offerte che riguardano la Sua funzione.',
    legalPerson:
      'Recapiti generali di una persona giuridica (società, associazione, ente pubblico), alla quale queste offerte possono interessare.',
    source: (source) => `I Suoi recapiti provengono dalla seguente fonte: ${source}.`,
    sourceOn: (source, day) => `I Suoi recapiti provengono dalla seguente fonte: ${source} (${day}).`,
  },
  refusals: {
    received: {
      phone: 'Lo ha detto per telefono.',
      onPaper: 'Lo ha scritto per lettera.',
      shop: 'Lo ha detto in un negozio.',
      email: 'Lo ha scritto per e-mail.',
      account: 'Lo ha scelto nel Suo account.',
      partner: 'Lo ha trasmesso un elenco o un partner.',
      complaint: 'Fa seguito al Suo reclamo.',
    },
    agreedSince: ', salvo ciò a cui ha acconsentito in seguito',
    afterErasure: 'Ciò fa seguito a una richiesta di cancellazione.',
    everything: (day) => `Tutta la pubblicità, rifiutata in data ${day}.`,
    means: (by, day) => `Tutta la pubblicità ${by}, rifiutata in data ${day}.`,
    purpose: (what, by, day) => `«${what}» ${by}, rifiutato in data ${day}.`,
  },
};
