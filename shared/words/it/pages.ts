import type { GatewayWords, PageWords } from '../shape/pages.ts';

export const pages: PageWords = {
  family: {
    email: { messages: 'e‑mail pubblicitarie', all: 'tutte le e‑mail pubblicitarie', address: 'a questo indirizzo' },
    text: { messages: 'SMS e MMS pubblicitari', all: 'tutti gli SMS e MMS pubblicitari', address: 'a questo numero' },
    voice: { messages: 'chiamate pubblicitarie', all: 'tutte le chiamate pubblicitarie', address: 'a questo numero' },
    other: {
      messages: 'pubblicità con questo mezzo',
      all: 'tutta la pubblicità con questo mezzo',
      address: 'a questi recapiti',
    },
  },
  contact: {
    at: 'Contatto:',
    reference: 'Riferimento del messaggio:',
    notice: 'Come vengono usati i Suoi dati',
    newTab: '(nuova scheda)',
  },
  ask: {
    title: (name, { messages }) => `Non ricevere più ${messages} da ${name}`,
    heading: (name, { messages }) => `Non ricevere più ${messages} da ${name}?`,
    act: ({ messages }) => `Non ricevere più ${messages}`,
    means: (name, { all, address }) => `Premendo il pulsante, Lei si oppone a ${all} di ${name} ${address}.`,
    free: 'È gratuito e ha effetto immediato. Non gliene invieremo più, salvo che sia Lei a chiederlo.',
    beyond: 'Per rifiutare anche gli altri mezzi (e‑mail, SMS, chiamate): lo propone la pagina seguente.',
    choices:
      'Rifiutare solo alcune offerte (quelle dei partner, per esempio), ricevere di nuovo, vedere o cancellare i miei dati',
    already:
      'Ha già rifiutato qui? È registrato: non deve rifare nulla, a meno che in seguito non abbia acconsentito di nuovo.',
  },
  recorded: {
    title: 'La Sua opposizione è stata registrata',
    everything: (name) => `${name} non Le invierà più alcuna pubblicità, con nessun mezzo.`,
    family: (name, { messages, address }) => `Non riceverà più ${messages} di ${name} ${address}.`,
    mayArrive: 'Un messaggio già inviato può ancora arrivare.',
    close: 'Può chiudere questa pagina.',
    widerTitle: (name) => `Rifiutare tutta la pubblicità di ${name}?`,
    wider: (name) =>
      `Può rifiutare tutta la pubblicità di ${name}, con qualsiasi mezzo (e‑mail, SMS, chiamata), a tutti gli indirizzi e i numeri che si sa essere Suoi.`,
    widerAct: (name) => `Non ricevere più alcuna pubblicità da ${name}`,
    changedMind: 'Ha cambiato idea? La pagina delle Sue scelte dice come ricevere di nuovo questi messaggi.',
    otherChoices: 'Gestire le mie scelte e i miei dati',
  },
  reason: {
    title: 'Perché non vuole più riceverli? (facoltativo)',
    hint: 'La Sua opposizione è stata registrata, che Lei risponda o no. Le risposte vengono contate, senza conservare di chi sono.',
    label: 'Il Suo motivo',
    choose: 'Scelga un motivo',
    choices: {
      'too-many': 'Troppi messaggi',
      'not-interested': 'Queste offerte non mi interessano',
      'never-asked': 'Non ho mai chiesto questi messaggi',
      other: 'Un altro motivo',
    },
    act: 'Inviare questa risposta',
    thanks: 'Grazie. La Sua opposizione è stata registrata; questa risposta non la cambia.',
  },
  form: {
    title: 'Non ricevere più pubblicità',
    address: 'Il Suo indirizzo e‑mail',
    phone: 'Oppure il Suo numero di telefono',
    sender: 'Chi Le ha scritto? (facoltativo)',
    hint: 'Il nome completo, come appare nel messaggio. Se lascia vuoto questo campo, o se non riconosciamo il nome, la Sua opposizione varrà per tutti i mittenti che attualmente usano questo servizio.',
    act: 'Non ricevere più pubblicità',
    explained:
      'È gratuito e ha effetto immediato. La Sua opposizione vale per ciò che indica: questo indirizzo, questo numero, nessun altro. Questa pagina non indica mai se un indirizzo o un numero figura nei nostri archivi.',
    neither: (typed) => `«${typed}» non è né un indirizzo e‑mail né un numero di telefono, e non è stato registrato.`,
    check:
      'Verifichi quanto inserito. Un numero non francese si scrive con + e il prefisso del Paese, per esempio +32.',
    kept: (typed) => `Registrato: i mittenti interessati non invieranno più pubblicità a «${typed}».`,
    nothing: 'Indichi il Suo indirizzo e‑mail, oppure il Suo numero di telefono.',
    none: 'Non è stato registrato nulla.',
    after:
      'A questi recapiti non riceverà più pubblicità dai mittenti interessati. Un messaggio già inviato può ancora arrivare. Può chiudere questa pagina.',
  },
  start: {
    title: 'I messaggi di questo servizio',
    heading: 'Ha ricevuto un messaggio?',
    intro:
      'Alcune imprese inviano i loro messaggi tramite questo servizio. Ogni messaggio indica chi Le scrive, perché, e come non riceverne più.',
    stop: 'Non ricevere più pubblicità',
    shortest:
      'Il modo più semplice è usare il link in fondo al messaggio o rispondere STOP a un SMS. Se non ha più il messaggio:',
  },
  unreadable: {
    title: 'Questo link non può essere letto',
    nothing: 'Non è stato registrato nulla.',
    because: 'Il link è probabilmente incompleto.',
    whatToDo: 'Che cosa può fare?',
    steps: [
      'Apra di nuovo il link completo dal messaggio.',
      'Oppure scriva al mittente, il cui nome e i cui recapiti si trovano in fondo al messaggio: basta dire che non desidera più pubblicità.',
      'Se è un SMS, risponda STOP al numero indicato nel messaggio.',
      'Oppure indichi qui il Suo indirizzo o numero:',
    ],
  },
  preview: {
    title: 'Link di anteprima',
    heading: 'Questo è il link di un’anteprima',
    nothing: 'Non è stato registrato nulla, e qui nulla può essere registrato.',
    explained:
      'Nel messaggio inviato, ogni destinatario ha qui il proprio link: mostra chi scrive e un pulsante per opporsi.',
  },
  notNow: {
    title: 'Riprovi tra un momento',
    heading: 'La Sua opposizione non è ancora confermata',
    opposition: 'Non possiamo ancora confermare che la Sua opposizione sia registrata.',
    request: 'Non possiamo ancora confermare che la Sua richiesta sia registrata.',
    because: 'Il nostro servizio non è al momento disponibile: riprovi tra qualche minuto.',
    again: 'Riprovare',
  },
};

export const gateway: GatewayWords = {
  notThere: {
    title: 'Questa pagina non esiste',
    text: 'Non è stato registrato nulla. Se ha seguito un link, è probabilmente incompleto: lo apra di nuovo dal messaggio, oppure scriva al mittente che non desidera più pubblicità.',
  },
  tooMany: {
    title: 'Troppe richieste nello stesso momento',
    text: 'La Sua richiesta non è registrata. Riprovi tra qualche minuto, oppure scriva al mittente che non desidera più pubblicità.',
  },
  unavailable: {
    title: 'La Sua richiesta non è ancora confermata',
    text: 'Il nostro servizio non è al momento disponibile. Riprovi tra qualche minuto.',
  },
  unreadable: {
    title: 'Questa richiesta non può essere letta',
    text: 'Non è stato registrato nulla. Torni alla pagina precedente e ricominci.',
  },
};
