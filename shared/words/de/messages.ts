import { dayOf } from '../day-of.ts';
import type { CodeWords, FooterWords, TextWords } from '../shape/messages.ts';

const on = (instant: string): string => dayOf('de', instant);

export const footer: FooterWords = {
  service: (who) => `Diese Nachricht erhalten Sie von ${who}.`,
  advertising: (who) => `Diese Werbe-E-Mail erhalten Sie von ${who}.`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `Sie erhalten sie, weil Sie am ${on(why.since)}${why.collectedBy === undefined ? '' : ` gegenüber ${why.collectedBy}`} eingewilligt haben, Angebote von ${why.areOffersOfPartners ? 'Partnern von ' : ''}${publicName} per E-Mail zu erhalten.`;
      case 'existing-customer':
        return `Sie erhalten sie, weil Sie Kundin oder Kunde von ${publicName} sind (Kauf oder Vertrag vom ${on(why.since)})${why.asksToRenew ? '' : ' und dieses Angebot ähnliche Waren oder Dienstleistungen betrifft'}.`;
      case 'donation':
        return `Sie erhalten sie, weil Sie am ${on(why.since)} für ${publicName} gespendet haben.`;
      case 'membership':
        return `Sie erhalten sie, weil Sie am ${on(why.since)} Mitglied von ${publicName} geworden sind.`;
      case 'professional-interest':
        return `Sie erhalten sie in Ihrer beruflichen Eigenschaft${why.asksToRenew ? '' : ', weil dieses Angebot Ihre Funktion betrifft'}; Ihre Kontaktdaten stammen aus folgender Quelle: ${why.source}${why.since === undefined ? '' : ` (${on(why.since)})`}.`;
      case 'legal-person':
        return `Sie erhalten sie unter der allgemeinen Adresse einer juristischen Person${why.asksToRenew ? '' : ', für die dieses Angebot von Interesse sein kann'}.`;
      case 'relation':
        return `Sie erhalten sie im Rahmen Ihrer Beziehung zu ${publicName}; solchen Nachrichten können Sie ohne Angabe von Gründen widersprechen.`;
      case 'test':
        return `Sie erhalten sie, weil Sie am ${on(why.since)} eingewilligt haben, Testnachrichten von ${publicName} zu erhalten.`;
      case 'service':
        return '';
    }
  },
  stop: 'Diese E-Mails abbestellen',
  stopEnd: ': kostenlos und ohne Angabe von Gründen.',
  stopHint: 'kostenlos, ohne Angabe von Gründen',
  choices:
    'Über denselben Link, ohne etwas zu beenden: auswählen, was Sie erhalten, und einsehen, berichtigen oder löschen lassen, was über Sie gespeichert ist.',
  choicesLink:
    'Ohne etwas zu beenden: auswählen, was Sie erhalten, und einsehen, berichtigen oder löschen lassen, was über Sie gespeichert ist.',
  notice: 'Wie Ihre Daten verwendet werden',
  noticeEnd: ': die Datenschutzerklärung.',
  colon: ': ',
  sources: {
    'data-subject': 'Sie selbst',
    'public-source': 'eine öffentliche Quelle',
    'third-party': 'ein Dritter',
    guessed: 'eine Vermutung',
    scraped: 'eine automatische Erhebung',
  },
};

export const codes: CodeWords = {
  subject: (code) => `Ihr Code: ${code}`,
  mail: (code, name) => `Guten Tag,

Ihr Code lautet ${code}

Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben: Dort sehen Sie, welche Daten ${name} über Sie gespeichert hat, und können Ihre Rechte ausüben. Er ist 10 Minuten gültig und kann nur einmal verwendet werden.

Geben Sie ihn an niemanden weiter. Wenn Sie nichts angefordert haben, ignorieren Sie diese Nachricht: Ohne diesen Code sieht niemand Ihre Daten.

${name}
`,
  named: (code, name) => `${name}: Ihr Code lautet ${code}, 10 Minuten gültig. Geben Sie ihn an niemanden weiter.`,
  bare: (code) => `Ihr Code lautet ${code}, 10 Minuten gültig. Geben Sie ihn an niemanden weiter.`,
  asked: {
    subject: 'Ihre Anfrage ist registriert',
    mail: (what, said, name, contact) => `Guten Tag,

Ihre Anfrage ist registriert: ${what}

${said}

Bewahren Sie diese Nachricht auf. Wenn Sie nichts angefragt haben, wenden Sie sich an ${name}: ${contact}

${name}
`,
    named: (day, name) => `${name}: Ihre Anfrage ist registriert. Sie erhalten spätestens am ${day} eine Antwort.`,
    bare: (day) => `Ihre Anfrage ist registriert. Sie erhalten spätestens am ${day} eine Antwort.`,
  },
};

export const texts: TextWords = {
  source: 'Quelle',
  whoWrites: (name, contact) => `${name}: So erreichen Sie uns: ${contact}`,
  stopped: {
    named: (name) => `${name}: Ihr Widerspruch ist registriert. Sie erhalten keine Werbe-SMS mehr von uns.`,
    bare: 'Ihr Widerspruch ist registriert. Sie erhalten keine Werbe-SMS mehr von uns.',
  },
};
