import type { HeldWords } from '../shape/held.ts';

export const held: HeldWords = {
  sales: {
    order: (day) => `Usted es cliente: su pedido del ${day}.`,
    'service-contract': (day) => `Usted es cliente: su contrato del ${day}.`,
    'paid-subscription': (day) => `Usted es cliente: su suscripción del ${day}.`,
    'free-account': (day) => `Su cuenta gratuita, abierta el ${day}.`,
    donation: (day) => `Su donación del ${day}.`,
    membership: (day) => `Su inscripción como miembro, del ${day}.`,
    'account-only': (day) => `Su cuenta, abierta el ${day}.`,
    quote: (day) => `Su solicitud de presupuesto del ${day}.`,
    lead: (day) => `Su solicitud de información del ${day}.`,
    contest: (day) => `Su participación en un concurso, el ${day}.`,
    basket: (day) => `Su cesta de la compra del ${day}.`,
  },
  consents: {
    given: (day) => `Su consentimiento del ${day}.`,
    pending: (day) => `Su consentimiento del ${day}, que no está confirmado.`,
    withdrawn: (day, ended) => `Su consentimiento del ${day}, que usted retiró el ${ended}.`,
    invalidated: (day, ended) => `Su consentimiento del ${day}, que no se tiene en cuenta desde el ${ended}.`,
  },
  collectedBy: (partner) => `Dado a través de ${partner}.`,
  capacities: {
    professional: 'En su calidad de profesional, para ofertas relacionadas con su función.',
    legalPerson:
      'Datos de contacto generales de una persona jurídica (empresa, asociación, organismo público) a la que pueden interesar estas ofertas.',
    source: (source) => `Sus datos de contacto proceden de la siguiente fuente: ${source}.`,
    sourceOn: (source, day) => `Sus datos de contacto proceden de la siguiente fuente: ${source} (${day}).`,
  },
  refusals: {
    received: {
      phone: 'Lo dijo usted por teléfono.',
      onPaper: 'Lo escribió usted por carta.',
      shop: 'Lo dijo usted en una tienda.',
      email: 'Lo escribió usted por correo electrónico.',
      account: 'Lo eligió usted en su cuenta.',
      partner: 'Lo transmitió una lista o un socio.',
      complaint: 'Se debe a su reclamación.',
    },
    agreedSince: ', salvo lo que usted ha aceptado desde entonces',
    afterErasure: 'Se debe a una solicitud de borrado.',
    everything: (day) => `Toda la publicidad, desde el ${day}.`,
    means: (by, day) => `Toda la publicidad por ${by}, desde el ${day}.`,
    purpose: (what, by, day) => `«${what}» por ${by}, desde el ${day}.`,
  },
};
