import { dayOf } from '../day-of.ts';
import type { CodeWords, FooterWords, TextWords } from '../shape/messages.ts';

const on = (instant: string): string => dayOf('es', instant);

export const footer: FooterWords = {
  service: (who) => `Este mensaje se lo envía ${who}.`,
  advertising: (who) => `Este correo electrónico publicitario se lo envía ${who}.`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `Lo recibe porque el ${on(why.since)} aceptó${why.collectedBy === undefined ? '' : `, a través de ${why.collectedBy},`} recibir por correo electrónico las ofertas de ${why.areOffersOfPartners ? 'socios comerciales de ' : ''}${publicName}.`;
      case 'existing-customer':
        return `Lo recibe porque es cliente de ${publicName} (compra o contrato del ${on(why.since)})${why.asksToRenew ? '' : ' y esta oferta se refiere a productos o servicios similares'}.`;
      case 'donation':
        return `Lo recibe porque hizo una donación a ${publicName} el ${on(why.since)}.`;
      case 'membership':
        return `Lo recibe porque se hizo miembro de ${publicName} el ${on(why.since)}.`;
      case 'professional-interest':
        return `Lo recibe en su calidad de profesional${why.asksToRenew ? '' : ', porque esta oferta está relacionada con su función'}; sus datos de contacto proceden de la siguiente fuente: ${why.source}${why.since === undefined ? '' : ` (${on(why.since)})`}.`;
      case 'legal-person':
        return `Lo recibe en la dirección general de una persona jurídica${why.asksToRenew ? '' : ', a la que puede interesar esta oferta'}.`;
      case 'relation':
        return `Lo recibe en el marco de su relación con ${publicName}; puede oponerse a estos mensajes sin indicar el motivo.`;
      case 'test':
        return `Lo recibe porque el ${on(why.since)} aceptó recibir mensajes de prueba de ${publicName}.`;
      case 'service':
        return '';
    }
  },
  stop: 'Darse de baja de estos correos',
  stopEnd: ': es gratuito y no tiene que indicar el motivo.',
  stopHint: 'gratuito, sin indicar el motivo',
  choices:
    'Con el mismo enlace, sin interrumpir nada: elegir lo que recibe, y consultar, rectificar o suprimir lo que consta sobre usted.',
  choicesLink:
    'Sin interrumpir nada: elegir lo que recibe, y consultar, rectificar o suprimir lo que consta sobre usted.',
  notice: 'Cómo se utilizan sus datos',
  noticeEnd: ': la política de privacidad.',
  colon: ': ',
  sources: {
    'data-subject': 'usted',
    'public-source': 'una fuente pública',
    'third-party': 'un tercero',
    guessed: 'una suposición',
    scraped: 'una recopilación automática',
  },
};

export const codes: CodeWords = {
  subject: (code) => `Su código: ${code}`,
  mail: (code, name) => `Hola:

Su código es ${code}

Escríbalo en la página en la que lo solicitó: verá qué datos suyos conserva ${name} y podrá ejercer sus derechos. Es válido durante 10 minutos y solo sirve una vez.

No lo comunique a nadie. Si no ha solicitado nada, ignore este mensaje: sin este código nadie ve sus datos.

${name}
`,
  // "código" and "válido" have letters that GSM-7 lacks.
  named: (code, name) => `${name}: su clave es ${code} y sirve durante 10 minutos. No la comunique a nadie.`,
  bare: (code) => `Su clave es ${code} y sirve durante 10 minutos. No la comunique a nadie.`,
  asked: {
    subject: 'Su solicitud ha quedado registrada',
    mail: (what, said, name, contact) => `Hola:

Su solicitud ha quedado registrada: ${what}

${said}

Conserve este mensaje. Si no ha solicitado nada, póngase en contacto con ${name}: ${contact}

${name}
`,
    named: (day, name) => `${name}: su solicitud ha quedado registrada. Respuesta: el ${day} como muy tarde.`,
    bare: (day) => `Su solicitud ha quedado registrada. Respuesta: el ${day} como muy tarde.`,
  },
};

export const texts: TextWords = {
  source: 'fuente',
  whoWrites: (name, contact) => `${name}: nuestros datos de contacto son ${contact}`,
  stopped: {
    named: (name) => `${name}: hemos registrado su solicitud. Ya no le enviaremos SMS publicitarios.`,
    bare: 'Hemos registrado su solicitud. Ya no le enviaremos SMS publicitarios.',
  },
};
