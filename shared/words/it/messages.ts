import { dayOf } from '../day-of.ts';
import type { CodeWords, FooterWords, TextWords } from '../shape/messages.ts';

/** "In data", so that no article changes before the 8th and the 11th. */
const on = (instant: string): string => `in data ${dayOf('it', instant)}`;

export const footer: FooterWords = {
  service: (who) => `Questo messaggio Le è inviato da ${who}.`,
  advertising: (who) => `Questa e-mail pubblicitaria Le è inviata da ${who}.`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `Riceve questa e-mail perché ${on(why.since)} ha acconsentito${why.collectedBy === undefined ? '' : `, tramite ${why.collectedBy},`} a ricevere via e-mail le offerte di ${why.areOffersOfPartners ? 'partner di ' : ''}${publicName}.`;
      case 'existing-customer':
        return `Riceve questa e-mail perché è cliente di ${publicName} (acquisto o contratto ${on(why.since)})${why.asksToRenew ? '' : ' e questa offerta riguarda prodotti o servizi analoghi'}.`;
      case 'donation':
        return `Riceve questa e-mail perché ${on(why.since)} ha fatto una donazione a ${publicName}.`;
      case 'membership':
        return `Riceve questa e-mail perché ${on(why.since)} ha aderito a ${publicName}.`;
      case 'professional-interest':
        return `Riceve questa e-mail a titolo professionale${why.asksToRenew ? '' : ', perché questa offerta riguarda la Sua funzione'}; i Suoi recapiti provengono dalla seguente fonte: ${why.source}${why.since === undefined ? '' : ` (${dayOf('it', why.since)})`}.`;
      case 'legal-person':
        return `Riceve questa e-mail all’indirizzo generico di una persona giuridica${why.asksToRenew ? '' : ', alla quale questa offerta può interessare'}.`;
      case 'relation':
        return `Riceve questa e-mail nell’ambito del Suo rapporto con ${publicName}; può opporsi a questi messaggi senza indicarne il motivo.`;
      case 'test':
        return `Riceve questa e-mail perché ${on(why.since)} ha acconsentito a ricevere messaggi di prova da ${publicName}.`;
      case 'service':
        return '';
    }
  },
  stop: 'Disiscriversi da queste e-mail',
  stopEnd: ': è gratuito e non occorre indicarne il motivo.',
  stopHint: 'gratuito, senza indicarne il motivo',
  choices:
    'Con lo stesso link, senza interrompere nulla: scegliere che cosa riceve, e vedere, far correggere o cancellare ciò che è registrato su di Lei.',
  choicesLink:
    'Senza interrompere nulla: scegliere che cosa riceve, e vedere, far correggere o cancellare ciò che è registrato su di Lei.',
  notice: 'Come vengono usati i Suoi dati',
  noticeEnd: ': l’informativa sulla privacy.',
  colon: ': ',
  sources: {
    'data-subject': 'Lei',
    'public-source': 'una fonte pubblica',
    'third-party': 'un terzo',
    guessed: 'una supposizione',
    scraped: 'una raccolta automatica',
  },
};

export const codes: CodeWords = {
  subject: (code) => `Il Suo codice: ${code}`,
  mail: (code, name) => `Buongiorno,

il Suo codice è ${code}

Lo inserisca nella pagina in cui lo ha richiesto: vedrà quali Suoi dati conserva ${name} e potrà esercitare i Suoi diritti. È valido 10 minuti e può essere usato una sola volta.

Non lo comunichi a nessuno. Se non ha richiesto nulla, ignori questo messaggio: senza questo codice nessuno vede i Suoi dati.

${name}
`,
  named: (code, name) => `${name}: il Suo codice è ${code}, valido 10 minuti. Non lo comunichi a nessuno.`,
  bare: (code) => `Il Suo codice è ${code}, valido 10 minuti. Non lo comunichi a nessuno.`,
  asked: {
    subject: 'La Sua richiesta è stata registrata',
    mail: (what, said, name, contact) => `Buongiorno,

la Sua richiesta è stata registrata: ${what}

${said}

Conservi questo messaggio. Se non ha richiesto nulla, contatti ${name}: ${contact}

${name}
`,
    named: (day, name) => `${name}: la Sua richiesta è stata registrata. Riceverà una risposta entro il ${day}.`,
    bare: (day) => `La Sua richiesta è stata registrata. Riceverà una risposta entro il ${day}.`,
  },
};

export const texts: TextWords = {
  source: 'fonte',
  whoWrites: (name, contact) => `${name}: i nostri contatti sono ${contact}`,
  stopped: {
    named: (name) => `${name}: la Sua richiesta è stata registrata. Non riceverà più i nostri SMS pubblicitari.`,
    bare: 'La Sua richiesta è stata registrata. Non riceverà più i nostri SMS pubblicitari.',
  },
};
