import type { GatewayWords, PageWords } from '../shape/pages.ts';

export const pages: PageWords = {
  family: {
    email: { messages: 'correos publicitarios', all: 'todos los correos publicitarios', address: 'en esta dirección' },
    text: { messages: 'SMS y MMS publicitarios', all: 'todos los SMS y MMS publicitarios', address: 'en este número' },
    voice: { messages: 'llamadas publicitarias', all: 'todas las llamadas publicitarias', address: 'en este número' },
    other: {
      messages: 'publicidad por este medio',
      all: 'toda la publicidad por este medio',
      address: 'en estos datos de contacto',
    },
  },
  contact: {
    at: 'Contacto:',
    reference: 'Referencia del mensaje:',
    notice: 'Cómo se utilizan sus datos',
    newTab: '(pestaña nueva)',
  },
  ask: {
    title: (name, { messages }) => `Dejar de recibir ${messages} de ${name}`,
    heading: (name, { messages }) => `¿Dejar de recibir ${messages} de ${name}?`,
    act: ({ messages }) => `Dejar de recibir ${messages}`,
    means: (name, { all, address }) => `Al pulsar el botón, usted se opone a ${all} de ${name} ${address}.`,
    free: 'Es gratuito y surte efecto de inmediato. No le enviaremos más, salvo que usted mismo lo pida.',
    beyond: 'Para rechazar también los demás medios (correos, SMS, llamadas): la página siguiente lo ofrece.',
    choices: 'Rechazar solo algunas ofertas (las de socios, por ejemplo), volver a recibir, ver o borrar mis datos',
    already:
      '¿Ya lo ha rechazado aquí? Ha quedado registrado: no tiene que repetirlo, salvo que haya vuelto a aceptar desde entonces.',
  },
  recorded: {
    title: 'Su oposición ha quedado registrada',
    everything: (name) => `${name} no le enviará más publicidad, por ningún medio.`,
    family: (name, { messages, address }) => `Ya no recibirá ${messages} de ${name} ${address}.`,
    mayArrive: 'Todavía puede llegarle algún mensaje ya enviado.',
    close: 'Puede cerrar esta página.',
    widerTitle: (name) => `¿Rechazar toda la publicidad de ${name}?`,
    wider: (name) =>
      `Puede rechazar toda la publicidad de ${name}, por cualquier medio (correo electrónico, SMS, llamada), en todas las direcciones y números que se sabe que son suyos.`,
    widerAct: (name) => `No recibir más publicidad de ${name}`,
    changedMind: '¿Ha cambiado de opinión? La página de sus opciones dice cómo volver a recibir estos mensajes.',
    otherChoices: 'Gestionar mis opciones y mis datos',
  },
  reason: {
    title: '¿Por qué ya no quiere recibirlos? (opcional)',
    hint: 'Su oposición ha quedado registrada, responda o no. Las respuestas se cuentan, sin conservar de quién son.',
    label: 'Su motivo',
    choose: 'Elija un motivo',
    choices: {
      'too-many': 'Demasiados mensajes',
      'not-interested': 'Estas ofertas no me interesan',
      'never-asked': 'Nunca pedí estos mensajes',
      other: 'Otro motivo',
    },
    act: 'Enviar esta respuesta',
    thanks: 'Gracias. Su oposición ha quedado registrada; esta respuesta no la cambia.',
  },
  form: {
    title: 'Dejar de recibir publicidad',
    address: 'Su dirección de correo electrónico',
    phone: 'O su número de teléfono',
    sender: '¿Quién le ha escrito? (opcional)',
    hint: 'El nombre completo, tal como aparece en el mensaje. Si deja este campo vacío, o si no reconocemos el nombre, su oposición valdrá para todos los remitentes que utilizan actualmente este servicio.',
    act: 'Dejar de recibir publicidad',
    explained:
      'Es gratuito y surte efecto de inmediato. Su oposición vale para lo que indique: esta dirección, este número, ningún otro. Esta página nunca indica si una dirección o un número figura en nuestros ficheros.',
    neither: (typed) =>
      `«${typed}» no es una dirección de correo electrónico ni un número de teléfono, y no se ha registrado.`,
    check:
      'Compruébelo, por favor. Un número que no es francés se escribe con + y el prefijo del país, por ejemplo +32.',
    kept: (typed) => `Registrado: los remitentes correspondientes ya no enviarán publicidad a «${typed}».`,
    nothing: 'Indique su dirección de correo electrónico, o su número de teléfono.',
    none: 'No se ha registrado nada.',
    after:
      'Ya no recibirá publicidad de los remitentes correspondientes en estos datos de contacto. Todavía puede llegarle algún mensaje ya enviado. Puede cerrar esta página.',
  },
  start: {
    title: 'Los mensajes de este servicio',
    heading: '¿Ha recibido un mensaje?',
    intro:
      'Hay empresas que envían sus mensajes a través de este servicio. Cada mensaje indica quién le escribe, por qué y cómo dejar de recibirlos.',
    stop: 'Dejar de recibir publicidad',
    shortest:
      'Lo más sencillo es utilizar el enlace que figura al final del mensaje o responder STOP a un SMS. Si ya no tiene el mensaje:',
  },
  unreadable: {
    title: 'No se puede leer este enlace',
    nothing: 'No se ha registrado nada.',
    because: 'Probablemente el enlace está incompleto.',
    whatToDo: '¿Qué puede hacer?',
    steps: [
      'Abra de nuevo el enlace completo desde el mensaje.',
      'O escriba al remitente, cuyo nombre y datos de contacto figuran al final del mensaje: basta con decir que no desea recibir más publicidad.',
      'Si es un SMS, responda STOP al número indicado en el mensaje.',
      'O indique aquí su dirección o su número:',
    ],
  },
  preview: {
    title: 'Enlace de vista previa',
    heading: 'Este es el enlace de una vista previa',
    nothing: 'No se ha registrado nada, ni se puede registrar nada aquí.',
    explained:
      'En el mensaje enviado, cada destinatario tiene aquí su propio enlace: muestra quién escribe y un botón para oponerse.',
  },
  notNow: {
    title: 'Inténtelo de nuevo en un momento',
    heading: 'Su oposición todavía no está confirmada',
    opposition: 'Todavía no podemos confirmar que su oposición esté registrada.',
    request: 'Todavía no podemos confirmar que su solicitud esté registrada.',
    because: 'Nuestro servicio no está disponible en este momento: inténtelo de nuevo dentro de unos minutos.',
    again: 'Intentarlo de nuevo',
  },
};

export const gateway: GatewayWords = {
  notThere: {
    title: 'Esta página no existe',
    text: 'No se ha registrado nada. Si ha seguido un enlace, probablemente está incompleto: ábralo de nuevo desde el mensaje o escriba al remitente que no desea recibir más publicidad.',
  },
  tooMany: {
    title: 'Demasiadas solicitudes al mismo tiempo',
    text: 'Su solicitud no está registrada. Inténtelo de nuevo dentro de unos minutos o escriba al remitente que no desea recibir más publicidad.',
  },
  unavailable: {
    title: 'Su solicitud todavía no está confirmada',
    text: 'Nuestro servicio no está disponible en este momento. Inténtelo de nuevo dentro de unos minutos.',
  },
  unreadable: {
    title: 'No se puede leer esta solicitud',
    text: 'No se ha registrado nada. Vuelva a la página anterior y empiece de nuevo.',
  },
};
