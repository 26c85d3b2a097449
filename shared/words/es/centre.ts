import type { CentreWords } from '../shape/centre.ts';
import { errands } from './errands.ts';
import { held } from './held.ts';

/** One o'clock is the one hour that is not plural. */
const at = (hour: string): string => `${hour.startsWith('1:') ? 'a la' : 'a las'} ${hour}`;

export const centre: CentreWords = {
  stopAll: (name) => `No recibir más publicidad de ${name}`,
  closed: {
    title: (name) => `Sus opciones con ${name}`,
    free: 'Los dos botones que detienen la publicidad son gratuitos, surten efecto de inmediato y no requieren código.',
    part: 'Rechazar solo una parte también es gratuito: de inmediato con un código, o sin código si lo solicita.',
    rest: (name) => `Elegir con más detalle, ver o hacer borrar lo que ${name} tiene registrado sobre usted`,
    restForRequest: 'Confirmar que la solicitud es suya',
    where: {
      message: {
        email: 'a la dirección de correo electrónico que recibió el mensaje',
        phone: 'al número que recibió el mensaje',
      },
      request: {
        email: 'a la dirección de correo electrónico a la que se refiere la solicitud',
        phone: 'al número al que se refiere la solicitud',
      },
    },
    why: (where) => `Para ello debemos saber que es usted: se envía un código de seis cifras ${where}.`,
    whyForRequest: (where) =>
      `Para confirmar que la solicitud es suya y mostrarle lo que está registrado sobre usted, debemos saber que es usted: se envía un código de seis cifras ${where}.`,
    send: 'Enviarme un código',
    again: 'Enviarme otro código',
    have: 'Ya tengo un código',
    late: {
      email:
        '¿Nada al cabo de dos minutos? Mire en el correo no deseado y después solicite otro código. Si la dirección ya no consta, no se envía ningún código.',
      phone:
        '¿Nada al cabo de dos minutos? Solicite otro código. Si el número ya no consta, no se envía ningún código.',
    },
    type: 'El código recibido',
    hint: 'Seis cifras, válidas durante 10 minutos y una sola vez, cinco intentos. Un código recibido antes ya no sirve.',
    last: 'Solo sirve el último código recibido, si tiene menos de 10 minutos y aún no se ha usado. Seis cifras, cinco intentos.',
    typeLast: 'El último código recibido',
    open: 'Continuar',
  },
  said: {
    sent: (where, moment) => `Código solicitado ${moment}: se envía ${where}.`,
    'too-many': 'Demasiados códigos solicitados.',
    'has-code': 'Escriba el último código que recibió.',
    'no-sender': 'No se puede enviar ningún código por este medio: escriba al contacto indicado más abajo.',
    'wrong-code': 'Este código no sirve: tome el del último mensaje o solicite otro.',
    closed:
      'Esta página se cerró a los 30 minutos: no se ha registrado nada nuevo. Lo que hizo antes sigue registrado. Solicite un código para continuar.',
    kept: 'Su texto se conserva: lo encontrará de nuevo después del código.',
    stopped: {
      everything: (name) => `Hecho: usted rechaza toda la publicidad de ${name}, por cualquier medio.`,
      means: (by, name) => `Hecho: usted rechaza toda la publicidad de ${name} por ${by}.`,
      purpose: (what, by) => `Hecho: usted rechaza «${what}» por ${by}.`,
    },
    recorded: (what) => `Su solicitud ha quedado registrada: ${what}.`,
    agreed: 'Su consentimiento ha quedado registrado.',
    withdraw: 'Puede retirar este consentimiento aquí en cualquier momento.',
    confirmed: 'Su confirmación ha quedado registrada: esta solicitud es suya.',
    settled: 'Esta solicitud ya no espera confirmación. No se ha registrado nada.',
    'not-understood': 'No se ha podido leer esta solicitud. No se ha registrado nada.',
  },
  open: {
    title: (name) => `Sus opciones y sus datos con ${name}`,
    noKind: 'Elija primero lo que solicita. No se ha enviado nada.',
    missing: {
      rectification: 'Escriba qué es incorrecto y qué debe figurar en su lugar. No se ha enviado nada.',
      question: 'Escriba su pregunta. No se ha enviado nada.',
    },
    wrongWords: 'Su texto es demasiado largo o contiene caracteres ilegibles. No se ha registrado nada.',
    nothing: (name) => `${name} ya no conserva aquí su dirección ni ningún otro dato a su nombre.`,
    address: {
      email: (address) => `Su dirección de correo electrónico: ${address}`,
      phone: (address) => `Su número de teléfono: ${address}`,
    },
    only: {
      email: (name) =>
        `Salvo el botón que detiene toda la publicidad, esta página se refiere solo a esta dirección de correo electrónico. Para los SMS de ${name}, responda STOP al número indicado al final de un SMS recibido; para las llamadas, haga lo que se dice durante la llamada, o escriba al contacto indicado más abajo.`,
      phone: (name) =>
        `Salvo el botón que detiene toda la publicidad, esta página se refiere solo a este número. Para una dirección de correo electrónico, use el enlace al final de un correo de ${name}.`,
    },
    since: (day) =>
      `Su dirección o su número consta aquí desde el ${day}; un consentimiento o una compra puede ser anterior.`,
    restricted: 'A raíz de una solicitud recibida, sus datos se conservan sin utilizarse.',
    none: 'No consta ningún consentimiento ni compra que permita enviarle publicidad.',
    refused: 'Lo que usted rechaza',
    declared: 'Constan otros datos sobre usted: solicite una copia de sus datos para recibirlos.',
    use: (what, by) => `${what}, por ${by}`,
    stop: {
      'own-offers': 'No recibir más estas ofertas',
      'partner-offers': 'No recibir más estas ofertas de socios',
      tracking: 'Poner fin a este seguimiento',
    },
    stoppedSince: (day) => `Interrumpido desde el ${day}.`,
    awaiting: {
      heading: 'Solicitud recibida en su nombre',
      why: (name) => `${name} ha recibido lo siguiente y debe saber si procede de usted antes de responder.`,
      notMine:
        'Si esta solicitud no es suya, no haga nada: mientras no conste quién la presentó, no se comunica, rectifica ni suprime ningún dato.',
      received: (kind, day, way) => `${kind}. Solicitud recibida el ${day}, ${way}.`,
      byOther: 'Presentada por una persona que dice actuar en su nombre.',
      mine: 'Esta solicitud es mía',
      ways: {
        phone: 'por teléfono',
        onPaper: 'por carta',
        shop: 'en una tienda',
        email: 'por correo electrónico',
        account: 'desde una cuenta',
        partner: 'a través de un socio',
        'preference-page': 'en esta página',
      },
    },
    requests: {
      heading: 'Sus solicitudes',
      due: (what, received, due) => `${what}. Recibida el ${received}, respuesta a más tardar el ${due}.`,
      late: (what, received) => `${what}. Recibida el ${received}; la respuesta lleva retraso.`,
      answered: (what, received, answered) => `${what}. Recibida el ${received}, respondida el ${answered}.`,
    },
    agree: 'Lo que puede aceptar',
    free: 'Nada le obliga a ello: si no hace nada, nada cambia. Podrá retirar su consentimiento aquí en cualquier momento.',
    act: 'Acepto',
    formNotice: 'Cómo se utilizan sus datos',
    messages: 'Mensajes enviados en los últimos 30 días',
    messagesOf: (name) => `Solo los mensajes de ${name}, sin los códigos ni las confirmaciones de sus solicitudes.`,
    noMessages: 'Ninguno.',
    texts:
      'Su nombre, el texto de los mensajes y los mensajes de hace más de 30 días no figuran aquí: solicite una copia de sus datos para recibirlos.',
    sent: (day, hour, by) => `El ${day} ${at(hour)}, por ${by}.`,
    ask: 'Presentar una solicitud',
    kind: '¿Qué solicita?',
    words: 'Su pregunta, o lo que hay que corregir',
    hint: 'Rellénelo para una corrección y para una pregunta. No envíe ningún documento de identidad.',
    send: 'Enviar la solicitud',
    ends: 'Esta página se cierra a los 30 minutos.',
    kinds: {
      access: 'Recibir una copia de mis datos',
      recipients: errands.knowRecipients,
      portability: 'Recibir mis datos en un fichero que se pueda usar en otro lugar',
      rectification: 'Corregir un error en mis datos',
      erasure: 'Borrar mis datos',
      restriction: 'Conservar mis datos, pero no usarlos más',
      question: 'Hacer una pregunta',
    },
    asked: {
      access: 'Copia de sus datos, y a quién se han comunicado',
      recipients: 'A quién se han comunicado sus datos, con una copia de ellos',
      portability: 'Fichero con sus datos',
      rectification: 'Corrección de sus datos',
      erasure: 'Borrado de sus datos',
      restriction: 'Conservación de sus datos sin utilizarlos',
      question: 'Pregunta',
    },
  },
  moments: {
    today: (hour) => `${at(hour)} (hora de París)`,
    onDay: (day, hour) => `el ${day} ${at(hour)} (hora de París)`,
    clock: (hours, minutes) => `${hours}:${minutes}`,
  },
  acknowledgement: {
    received: (day) => `Recibimos su solicitud el ${day}.`,
    atOnce: {
      opposition: 'Ya surte efecto.',
      restriction: 'Mientras tanto no utilizamos sus datos.',
      erasure:
        'Lo que consta con esta dirección o este número se borrará, salvo lo que la ley permite conservar, como su rechazo de la publicidad o una factura: la respuesta le dirá qué. Ya no le enviamos publicidad, ni se la enviaremos sin un nuevo consentimiento suyo. Si antes solicitó una copia, también la recibirá.',
    },
    answered: (day) => `Se respondió el ${day}.`,
    late: 'La respuesta lleva retraso: la recibirá sin dilación.',
    due: (day) => `Recibirá una respuesta a más tardar el ${day}.`,
  },
  byText: (name) => name,
  families: { email: 'correo electrónico', text: 'SMS o MMS', voice: 'llamada telefónica', other: 'otro medio' },
  purposes: {
    'own-offers': (name) => `Ofertas de ${name}`,
    'partner-offers': (name) => `Ofertas de socios comerciales que le envía ${name}`,
    tracking: () => 'Seguimiento de aperturas y clics',
  },
  errands,
  ...held,
};
