import type { ErrandWords } from '../shape/errands.ts';

export const errands: ErrandWords = {
  everywhere: 'en las direcciones y los números que se sabe que son suyos',
  behind: {
    intro: 'Con un código puede:',
    choose: 'elegir lo que recibe',
    again: 'volver a recibir lo que ha interrumpido',
    see: (name) =>
      `ver la dirección o el número registrado, por qué y desde cuándo le escribe ${name}, los mensajes enviados y a quién se han comunicado sus datos`,
    ask: 'recibir una copia de sus datos, hacerlos corregir o borrar',
  },
  back: {
    heading: 'Volver a recibir',
    changed: '¿Ha cambiado de opinión? Volver a recibir',
    use: (what) => `Volver a recibir «${what}»`,
    elsewhere: (name) => `Para volver a recibir las ofertas de ${name} que ha rechazado:`,
    stopped: 'Para volver a recibir lo que ha interrumpido:',
    site: (name) => `Suscribirse de nuevo en el sitio de ${name}`,
    subject: 'Mis preferencias y mis datos',
    write: (name) => `Escribir a ${name}`,
    mail: (address) => `Escribir un correo electrónico a ${address} (abre su programa de correo)`,
    contact: (name, contact) => `Contactar con ${name}: ${contact}`,
  },
  recipients: {
    heading: 'A quién se han comunicado sus datos',
    given: (partner, day) => `${partner}, por última vez el ${day}.`,
    none: {
      email: (name) => `Para esta dirección, ${name} no tiene registrada ninguna comunicación de datos a un socio.`,
      phone: (name) => `Para este número, ${name} no tiene registrada ninguna comunicación de datos a un socio.`,
    },
    latest: (count) => `Aquí solo figuran los ${count} últimos.`,
    more: (name) => `Pedir a ${name} una respuesta completa`,
  },
  sentByUs: (name) => `Es ${name} quien le envía las ofertas de socios: ningún socio necesita sus datos para ello.`,
  knowRecipients: 'Saber a quién se han comunicado mis datos',
  notes: {
    access: 'Todo lo que consta sobre usted, de dónde procede y a quién se ha comunicado.',
    rectification:
      'Su nombre, por ejemplo, que no se muestra aquí: esta página muestra solo lo que decide qué mensajes recibe. Escriba más abajo qué es incorrecto y qué debe figurar en su lugar.',
    erasure:
      'La publicidad cesa de inmediato. Su negativa a recibirla sigue registrada, para que no vuelva a empezar; la respuesta dirá qué más debe conservarse. Puede solicitar primero una copia: la recibirá a pesar de la supresión.',
    restriction: 'La publicidad cesa de inmediato, y mientras esto dure.',
    question: 'Escríbala más abajo.',
  },
  answer: {
    email: (name) =>
      `${name} le responde en el plazo de un mes, en su dirección de correo electrónico indicada en esta página.`,
    phone: (name) => `${name} le responde en el plazo de un mes y le localiza en su número.`,
  },
  answerComes: {
    email: (name) =>
      `La respuesta viene de ${name}, a su dirección de correo electrónico. No tiene que hacer nada más.`,
    phone: (name) => `La respuesta viene de ${name}, en su número. No tiene que hacer nada más.`,
  },
  sentAs: {
    service: 'Mensaje de servicio, sin publicidad',
    relational: 'Mensaje sin oferta, sobre su relación',
    renewal: 'Pregunta: ¿quiere seguir recibiendo estos mensajes?',
    ofPartner: (partner) => `Ofertas de un socio: ${partner}`,
    several: (sent, count) => `${sent} ${count} mensajes.`,
  },
  anotherCode: (moment) => `Nuevo código solicitado ${moment}: solo sirve este.`,
  sentWhere: (where) => `Se envía ${where}.`,
  lastCode: (next) => `Podrá solicitar otro código ${next}.`,
  reopen: 'Para solicitar otro código más tarde, vuelva a abrir esta página con el enlace que ha recibido.',
  lateForNow: {
    email:
      '¿Nada al cabo de dos minutos? Mire en el correo no deseado. Si la dirección ya no consta, no se envía ningún código.',
    phone: '¿Nada al cabo de dos minutos? Si el número ya no consta, no se envía ningún código.',
  },
  refusedAll: (name) => `Toda la publicidad de ${name} ya está interrumpida.`,
  refusedBy: (by, name) => `Toda la publicidad de ${name} por ${by} ya está interrumpida.`,
  agreedTo: (what, by) => `Se refiere a «${what}», por ${by}.`,
  comes: {
    again: (what, by) => `Volverá a recibir «${what}» por ${by}.`,
    now: (what, by) => `Recibirá «${what}» por ${by}.`,
    still: (what, by) => `Sigue recibiendo «${what}» por ${by}.`,
  },
  youWrote: 'Ha escrito:',
  noCode: {
    heading: 'Sin código',
    what: (name) =>
      `¿Sigue sin código? Diga a ${name}, sin código, lo que desea: rechazar, volver a recibir, ver, corregir o borrar sus datos, o saber a quién se han comunicado.`,
    from: {
      email: 'Escriba desde la dirección que recibió el mensaje e indique su referencia.',
      phone: 'Indique el número que recibió el mensaje y la referencia de ese mensaje.',
    },
    reply: (name) => `${name} le responde en el plazo de un mes.`,
  },
  wrongLast: 'Este código no sirve: tome el del último mensaje.',
  limits: (anHour, aDay) =>
    `Como máximo ${anHour} códigos por hora y ${aDay} al día: hágalo todo de una vez, la página queda abierta 30 minutos.`,
  oneGo: (anHour, aDay) =>
    `Hágalo todo de una vez: esta página se cierra a los 30 minutos y, si la abandona, necesitará un nuevo código (como máximo ${anHour} por hora, ${aDay} al día).`,
  twoButtons: 'El primer botón detiene solo este medio; el segundo, todos: correos, SMS, llamadas.',
  others: 'Puede haber otras direcciones o números registrados como suyos: una copia de sus datos los indica.',
  askCopy: 'Solicitar una copia de mis datos',
  onPage: {
    label: 'En esta página',
    held: 'Elegir lo que recibe, y por qué se le escribe',
    ask: 'Solicitar una copia, una corrección o un borrado',
  },
};
