import type { CentreWords } from '../shape/centre.ts';
import { errands } from './errands.ts';
import { held } from './held.ts';

/** One o'clock is the one hour that is not plural. */
const at = (hour: string): string => (hour.startsWith('1:') ? `all’${hour}` : `alle ${hour}`);
/** The 8th and the 11th begin with a vowel. */
const beginsWithVowel = (day: string): boolean => /^(?:8|11)\b/.test(day);
const within = (day: string): string => (beginsWithVowel(day) ? `entro l’${day}` : `entro il ${day}`);
const of = (day: string): string => (beginsWithVowel(day) ? `dell’${day}` : `del ${day}`);

export const centre: CentreWords = {
  stopAll: (name) => `Non ricevere più alcuna pubblicità da ${name}`,
  closed: {
    title: (name) => `Le Sue scelte presso ${name}`,
    free: 'Usare i due pulsanti che interrompono la pubblicità è gratuito, ha effetto immediato e non richiede alcun codice.',
    part: 'Anche rifiutarne solo una parte è gratuito: subito con un codice, oppure su richiesta senza codice.',
    rest: (name) => `Scegliere in modo più preciso, vedere o far cancellare ciò che ${name} ha registrato su di Lei`,
    restForRequest: 'Confermare che la richiesta è Sua',
    where: {
      message: {
        email: 'all’indirizzo e‑mail che ha ricevuto il messaggio',
        phone: 'al numero che ha ricevuto il messaggio',
      },
      request: {
        email: 'all’indirizzo e‑mail a cui si riferisce la richiesta',
        phone: 'al numero a cui si riferisce la richiesta',
      },
    },
    why: (where) => `Per questo dobbiamo sapere che si tratta di Lei: un codice di sei cifre è inviato ${where}.`,
    whyForRequest: (where) =>
      `Per confermare che la richiesta è Sua e mostrarLe ciò che è registrato su di Lei, dobbiamo sapere che si tratta di Lei: un codice di sei cifre è inviato ${where}.`,
    send: 'Inviarmi un codice',
    again: 'Inviarmi un altro codice',
    have: 'Ho già un codice',
    late: {
      email:
        'Nulla dopo due minuti? Guardi nella posta indesiderata, poi richieda un altro codice. Se l’indirizzo non è più registrato, non viene inviato alcun codice.',
      phone:
        'Nulla dopo due minuti? Richieda un altro codice. Se il numero non è più registrato, non viene inviato alcun codice.',
    },
    type: 'Il codice ricevuto',
    hint: 'Sei cifre, valide 10 minuti e una sola volta, cinque tentativi. Un codice ricevuto prima non vale più.',
    last: 'Vale solo l’ultimo codice ricevuto, se ha meno di 10 minuti e non è ancora stato usato. Sei cifre, cinque tentativi.',
    typeLast: 'L’ultimo codice ricevuto',
    open: 'Continuare',
  },
  said: {
    sent: (where, moment) => `Codice richiesto ${moment}: è inviato ${where}.`,
    'too-many': 'Troppi codici richiesti.',
    'has-code': 'Inserisca l’ultimo codice ricevuto.',
    'no-sender': 'Con questo mezzo non può essere inviato alcun codice: scriva al contatto indicato qui sotto.',
    'wrong-code': 'Questo codice non vale: usi quello dell’ultimo messaggio o ne richieda un altro.',
    closed:
      'Questa pagina si è chiusa dopo 30 minuti: non è stato registrato nulla di nuovo. Ciò che ha fatto prima resta registrato. Richieda un codice per continuare.',
    kept: 'Il Suo testo è conservato: lo ritroverà dopo il codice.',
    stopped: {
      everything: (name) => `Fatto: Lei rifiuta tutta la pubblicità di ${name}, con qualsiasi mezzo.`,
      means: (by, name) => `Fatto: Lei rifiuta tutta la pubblicità di ${name} ${by}.`,
      purpose: (what, by) => `Fatto: Lei rifiuta «${what}» ${by}.`,
    },
    recorded: (what) => `La Sua richiesta è stata registrata: ${what}.`,
    agreed: 'Il Suo consenso è stato registrato.',
    withdraw: 'Può revocare questo consenso qui in qualsiasi momento.',
    confirmed: 'La Sua conferma è stata registrata: questa richiesta è Sua.',
    settled: 'Questa richiesta non attende più una conferma. Non è stato registrato nulla.',
    'not-understood': 'Questa richiesta non ha potuto essere letta. Non è stato registrato nulla.',
  },
  open: {
    title: (name) => `Le Sue scelte e i Suoi dati presso ${name}`,
    noKind: 'Scelga prima che cosa richiede. Non è stato inviato nulla.',
    missing: {
      rectification: 'Scriva che cosa è errato e che cosa va messo al suo posto. Non è stato inviato nulla.',
      question: 'Scriva la Sua domanda. Non è stato inviato nulla.',
    },
    wrongWords: 'Il Suo testo è troppo lungo o contiene caratteri illeggibili. Non è stato registrato nulla.',
    nothing: (name) => `${name} non conserva più qui il Suo indirizzo, né altro a Suo nome.`,
    address: {
      email: (address) => `Il Suo indirizzo e‑mail: ${address}`,
      phone: (address) => `Il Suo numero di telefono: ${address}`,
    },
    only: {
      email: (name) =>
        `A parte il pulsante che interrompe tutta la pubblicità, questa pagina riguarda solo questo indirizzo e‑mail. Per gli SMS di ${name}, risponda STOP al numero indicato in fondo a un SMS ricevuto; per le chiamate, faccia quanto detto durante la chiamata, oppure scriva al contatto indicato qui sotto.`,
      phone: (name) =>
        `A parte il pulsante che interrompe tutta la pubblicità, questa pagina riguarda solo questo numero. Per un indirizzo e‑mail, usi il link in fondo a un’e‑mail di ${name}.`,
    },
    since: (day) =>
      `Il Suo indirizzo o numero è registrato qui dal ${day}; un consenso o un acquisto può essere anteriore.`,
    restricted: 'A seguito di una richiesta ricevuta, i Suoi dati sono conservati senza essere usati.',
    none: 'Non è registrato alcun consenso né acquisto che permetta di inviarLe pubblicità.',
    refused: 'Che cosa rifiuta',
    declared: 'Sono registrati altri dati che La riguardano: chieda una copia dei Suoi dati per riceverli.',
    use: (what, by) => `${what}, ${by}`,
    stop: {
      'own-offers': 'Non ricevere più queste offerte',
      'partner-offers': 'Non ricevere più queste offerte di partner',
      tracking: 'Interrompere questa rilevazione',
    },
    stoppedSince: (day) => `Interrotto in data ${day}.`,
    awaiting: {
      heading: 'Richiesta ricevuta a Suo nome',
      why: (name) => `${name} ha ricevuto quanto segue e, prima di rispondere, deve sapere se proviene da Lei.`,
      notMine:
        'Se questa richiesta non è Sua, non faccia nulla: finché non è accertato chi l’ha presentata, nessun dato è comunicato, rettificato o cancellato.',
      received: (kind, day, way) => `${kind}. Richiesta ricevuta in data ${day}, ${way}.`,
      byOther: 'Presentata da una persona che dichiara di agire per Lei.',
      mine: 'Questa richiesta è mia',
      ways: {
        phone: 'per telefono',
        onPaper: 'per lettera',
        shop: 'in un negozio',
        email: 'per e‑mail',
        account: 'da un account',
        partner: 'tramite un partner',
        'preference-page': 'su questa pagina',
      },
    },
    requests: {
      heading: 'Le Sue richieste',
      due: (what, received, due) => `${what}. Ricevuta in data ${received}, risposta ${within(due)}.`,
      late: (what, received) => `${what}. Ricevuta in data ${received}; la risposta è in ritardo.`,
      answered: (what, received, answered) => `${what}. Ricevuta in data ${received}, risposta ${of(answered)}.`,
    },
    agree: 'A che cosa può acconsentire',
    free: 'Nulla La obbliga: se non fa nulla, nulla cambia. Potrà revocare il Suo consenso qui in qualsiasi momento.',
    act: 'Acconsento',
    formNotice: 'Come vengono usati i Suoi dati',
    messages: 'Messaggi inviati negli ultimi 30 giorni',
    messagesOf: (name) => `Solo i messaggi di ${name}, senza i codici né le conferme delle Sue richieste.`,
    noMessages: 'Nessuno.',
    texts:
      'Il Suo nome, il testo dei messaggi e i messaggi di più di 30 giorni fa non figurano qui: chieda una copia dei Suoi dati per riceverli.',
    sent: (day, hour, by) => `In data ${day} ${at(hour)}, ${by}.`,
    ask: 'Presentare una richiesta',
    kind: 'Che cosa richiede?',
    words: 'La Sua domanda, o ciò che va corretto',
    hint: 'Da compilare per una correzione e per una domanda. Non invii alcun documento d’identità.',
    send: 'Inviare la richiesta',
    ends: 'Questa pagina si chiude dopo 30 minuti.',
    kinds: {
      access: 'Ricevere una copia dei miei dati',
      recipients: errands.knowRecipients,
      portability: 'Ricevere i miei dati in un file utilizzabile altrove',
      rectification: 'Correggere un errore nei miei dati',
      erasure: 'Cancellare i miei dati',
      restriction: 'Conservare i miei dati, ma non usarli più',
      question: 'Fare una domanda',
    },
    asked: {
      access: 'Copia dei Suoi dati, e a chi sono stati comunicati',
      recipients: 'A chi sono stati comunicati i Suoi dati, con una copia dei Suoi dati',
      portability: 'File dei Suoi dati',
      rectification: 'Correzione dei Suoi dati',
      erasure: 'Cancellazione dei Suoi dati',
      restriction: 'Conservazione dei Suoi dati senza usarli',
      question: 'Domanda',
    },
  },
  moments: {
    today: (hour) => `${at(hour)} (ora di Parigi)`,
    onDay: (day, hour) => `in data ${day} ${at(hour)} (ora di Parigi)`,
    clock: (hours, minutes) => `${hours}:${minutes}`,
  },
  acknowledgement: {
    received: (day) => `Abbiamo ricevuto la Sua richiesta in data ${day}.`,
    atOnce: {
      opposition: 'Ha già effetto.',
      restriction: 'Nel frattempo non usiamo i Suoi dati.',
      erasure:
        'Ciò che è registrato con questo indirizzo o numero sarà cancellato, salvo quanto la legge permette di conservare, come il Suo rifiuto della pubblicità o una fattura: la risposta Le dirà che cosa. Non Le inviamo più pubblicità, e non ne invieremo senza un Suo nuovo consenso. Se prima ha chiesto una copia, riceverà anche quella.',
    },
    answered: (day) => `La risposta è ${of(day)}.`,
    late: 'La risposta è in ritardo: La riceverà senza indugio.',
    due: (day) => `Riceverà una risposta ${within(day)}.`,
  },
  byText: (name) => `via ${name}`,
  families: { email: 'via e‑mail', text: 'via SMS o MMS', voice: 'per telefono', other: 'con altro mezzo' },
  purposes: {
    'own-offers': (name) => `Offerte di ${name}`,
    'partner-offers': (name) => `Offerte di partner che ${name} Le invia`,
    tracking: () => 'Rilevazione di aperture e clic',
  },
  errands,
  ...held,
};
