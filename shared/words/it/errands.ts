import type { ErrandWords } from '../shape/errands.ts';

export const errands: ErrandWords = {
  everywhere: 'agli indirizzi e ai numeri che si sa essere Suoi',
  behind: {
    intro: 'Con un codice può:',
    choose: 'scegliere che cosa riceve',
    again: 'ricevere di nuovo ciò che ha interrotto',
    see: (name) =>
      `vedere l’indirizzo o il numero registrato, perché e da quando ${name} Le scrive, i messaggi inviati e a chi sono stati comunicati i Suoi dati`,
    ask: 'ricevere una copia dei Suoi dati, farli correggere o cancellare',
  },
  back: {
    heading: 'Ricevere di nuovo',
    changed: 'Ha cambiato idea? Ricevere di nuovo',
    use: (what) => `Ricevere di nuovo «${what}»`,
    elsewhere: (name) => `Per ricevere di nuovo le offerte di ${name} che ha rifiutato:`,
    stopped: 'Per ricevere di nuovo ciò che ha interrotto:',
    site: (name) => `Iscriversi di nuovo sul sito di ${name}`,
    subject: 'Le mie scelte e i miei dati',
    write: (name) => `Scrivere a ${name}`,
    mail: (address) => `Scrivere un’e‑mail a ${address} (apre il Suo programma di posta)`,
    contact: (name, contact) => `Contattare ${name}: ${contact}`,
  },
  recipients: {
    heading: 'A chi sono stati comunicati i Suoi dati',
    given: (partner, day) => `${partner}, da ultimo in data ${day}.`,
    none: {
      email: (name) => `Per questo indirizzo, ${name} non ha registrato alcuna comunicazione di dati a un partner.`,
      phone: (name) => `Per questo numero, ${name} non ha registrato alcuna comunicazione di dati a un partner.`,
    },
    latest: (count) => `Qui figurano solo gli ultimi ${count}.`,
    more: (name) => `Chiedere a ${name} una risposta completa`,
  },
  sentByUs: (name) =>
    `È ${name} a inviarLe le offerte dei partner: nessun partner ha bisogno dei Suoi dati per questo.`,
  knowRecipients: 'Sapere a chi sono stati comunicati i miei dati',
  notes: {
    access: 'Tutto ciò che è registrato su di Lei, da dove viene e a chi è stato comunicato.',
    rectification:
      'Il Suo nome, per esempio, che qui non è mostrato: questa pagina mostra solo ciò che decide quali messaggi riceve. Scriva più sotto che cosa è errato e che cosa va messo al suo posto.',
    erasure:
      'La pubblicità cessa subito. Il Suo rifiuto di riceverla resta registrato, perché non riprenda; la risposta dirà che cos’altro va conservato. Può chiedere prima una copia: la riceverà nonostante la cancellazione.',
    restriction: 'La pubblicità cessa subito, e finché questo dura.',
    question: 'La scriva più sotto.',
  },
  answer: {
    email: (name) => `${name} Le risponde entro un mese, al Suo indirizzo e‑mail indicato in questa pagina.`,
    phone: (name) => `${name} Le risponde entro un mese, contattandoLa al Suo numero.`,
  },
  answerComes: {
    email: (name) => `La risposta viene da ${name}, al Suo indirizzo e‑mail. Non deve fare altro.`,
    phone: (name) => `La risposta viene da ${name}, al Suo numero. Non deve fare altro.`,
  },
  sentAs: {
    service: 'Messaggio di servizio, senza pubblicità',
    relational: 'Messaggio senza offerta, sul Suo rapporto',
    renewal: 'Domanda: vuole continuare a ricevere questi messaggi?',
    ofPartner: (partner) => `Offerte di un partner: ${partner}`,
    several: (sent, count) => `${sent} ${count} messaggi.`,
  },
  anotherCode: (moment) => `Nuovo codice richiesto ${moment}: vale solo questo.`,
  sentWhere: (where) => `È inviato ${where}.`,
  lastCode: (next) => `Potrà richiedere un altro codice ${next}.`,
  reopen: 'Per richiedere un altro codice più tardi, riapra questa pagina con il link che ha ricevuto.',
  lateForNow: {
    email:
      'Nulla dopo due minuti? Guardi nella posta indesiderata. Se l’indirizzo non è più registrato, non viene inviato alcun codice.',
    phone: 'Nulla dopo due minuti? Se il numero non è più registrato, non viene inviato alcun codice.',
  },
  refusedAll: (name) => `Tutta la pubblicità di ${name} è già interrotta.`,
  refusedBy: (by, name) => `Tutta la pubblicità di ${name} ${by} è già interrotta.`,
  agreedTo: (what, by) => `Riguarda «${what}», ${by}.`,
  comes: {
    again: (what, by) => `Riceverà di nuovo «${what}» ${by}.`,
    now: (what, by) => `Riceverà «${what}» ${by}.`,
    still: (what, by) => `Riceve ancora «${what}» ${by}.`,
  },
  youWrote: 'Ha scritto:',
  noCode: {
    heading: 'Senza codice',
    what: (name) =>
      `Ancora nessun codice? Dica a ${name}, senza codice, che cosa desidera: rifiutare, ricevere di nuovo, vedere, correggere o cancellare i Suoi dati, o sapere a chi sono stati comunicati.`,
    from: {
      email: 'Scriva dall’indirizzo che ha ricevuto il messaggio e ne indichi il riferimento.',
      phone: 'Indichi il numero che ha ricevuto il messaggio e il riferimento di quel messaggio.',
    },
    reply: (name) => `${name} Le risponde entro un mese.`,
  },
  wrongLast: 'Questo codice non vale: usi quello dell’ultimo messaggio.',
  limits: (anHour, aDay) =>
    `Non più di ${anHour} codici all’ora e ${aDay} al giorno: faccia tutto in una volta, perché la pagina resta aperta 30 minuti.`,
  oneGo: (anHour, aDay) =>
    `Faccia tutto in una volta: questa pagina si chiude dopo 30 minuti e, se la lascia, serve un nuovo codice (non più di ${anHour} all’ora e ${aDay} al giorno).`,
  twoButtons: 'Il primo pulsante ferma solo questo mezzo; il secondo, tutti: e‑mail, SMS, chiamate.',
  others: 'Altri indirizzi o numeri possono essere registrati come Suoi: una copia dei Suoi dati li indica.',
  askCopy: 'Chiedere una copia dei miei dati',
  onPage: {
    label: 'In questa pagina',
    held: 'Scegliere che cosa riceve, e perché Le si scrive',
    ask: 'Chiedere una copia, una correzione o una cancellazione',
  },
};
