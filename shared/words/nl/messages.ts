import { dayOf } from '../day-of.ts';
import type { CodeWords, FooterWords, TextWords } from '../shape/messages.ts';

const on = (instant: string): string => dayOf('nl', instant);

export const footer: FooterWords = {
  service: (who) => `Dit bericht ontvangt u van ${who}.`,
  advertising: (who) => `Deze reclame-e-mail ontvangt u van ${who}.`,
  why: (why, publicName) => {
    switch (why.basis) {
      case 'consent':
        return `U ontvangt dit bericht omdat u op ${on(why.since)}${why.collectedBy === undefined ? '' : ` bij ${why.collectedBy}`} toestemming hebt gegeven om per e-mail aanbiedingen van ${why.areOffersOfPartners ? 'partners van ' : ''}${publicName} te ontvangen.`;
      case 'existing-customer':
        return `U ontvangt dit bericht omdat u klant bent van ${publicName} (aankoop of overeenkomst van ${on(why.since)})${why.asksToRenew ? '' : ' en deze aanbieding gelijksoortige producten of diensten betreft'}.`;
      case 'donation':
        return `U ontvangt dit bericht omdat u op ${on(why.since)} een gift hebt gedaan aan ${publicName}.`;
      case 'membership':
        return `U ontvangt dit bericht omdat u op ${on(why.since)} lid bent geworden van ${publicName}.`;
      case 'professional-interest':
        return `U ontvangt dit bericht in uw beroepsmatige hoedanigheid${why.asksToRenew ? '' : ', omdat deze aanbieding uw functie betreft'}; uw contactgegevens zijn afkomstig uit de volgende bron: ${why.source}${why.since === undefined ? '' : ` (${on(why.since)})`}.`;
      case 'legal-person':
        return `U ontvangt dit bericht op het algemene adres van een rechtspersoon${why.asksToRenew ? '' : ', voor wie deze aanbieding interessant kan zijn'}.`;
      case 'relation':
        return `U ontvangt dit bericht in het kader van uw relatie met ${publicName}; u kunt zonder opgave van reden bezwaar maken tegen zulke berichten.`;
      case 'test':
        return `U ontvangt dit bericht omdat u op ${on(why.since)} toestemming hebt gegeven om testberichten van ${publicName} te ontvangen.`;
      case 'service':
        return '';
    }
  },
  stop: 'Afmelden voor deze e-mails',
  stopEnd: ': dat is gratis en u hoeft geen reden op te geven.',
  stopHint: 'gratis, zonder opgave van reden',
  choices:
    'Via dezelfde link, zonder iets te stoppen: kiezen wat u ontvangt, en inzien, laten corrigeren of laten wissen wat over u is geregistreerd.',
  choicesLink:
    'Zonder iets te stoppen: kiezen wat u ontvangt, en inzien, laten corrigeren of laten wissen wat over u is geregistreerd.',
  notice: 'Hoe uw gegevens worden gebruikt',
  noticeEnd: ': de privacyverklaring.',
  colon: ': ',
  sources: {
    'data-subject': 'uzelf',
    'public-source': 'een openbare bron',
    'third-party': 'een derde',
    guessed: 'een vermoeden',
    scraped: 'automatische verzameling',
  },
};

export const codes: CodeWords = {
  subject: (code) => `Uw code: ${code}`,
  mail: (code, name) => `Goedendag,

Uw code is ${code}

Vul hem in op de pagina waar u hem hebt aangevraagd: u ziet dan wat ${name} over u bewaart en kunt uw rechten uitoefenen. De code is 10 minuten geldig en werkt één keer.

Geef hem aan niemand door. Hebt u niets aangevraagd, negeer dit bericht dan: zonder deze code ziet niemand uw gegevens.

${name}
`,
  named: (code, name) => `${name}: uw code is ${code}, 10 minuten geldig. Geef hem aan niemand door.`,
  bare: (code) => `Uw code is ${code}, 10 minuten geldig. Geef hem aan niemand door.`,
  asked: {
    subject: 'Uw verzoek is geregistreerd',
    mail: (what, said, name, contact) => `Goedendag,

Uw verzoek is geregistreerd: ${what}

${said}

Bewaar dit bericht. Hebt u niets gevraagd, neem dan contact op met ${name}: ${contact}

${name}
`,
    named: (day, name) => `${name}: uw verzoek is geregistreerd. U krijgt uiterlijk op ${day} antwoord.`,
    bare: (day) => `Uw verzoek is geregistreerd. U krijgt uiterlijk op ${day} antwoord.`,
  },
};

export const texts: TextWords = {
  source: 'bron',
  whoWrites: (name, contact) => `${name}: u bereikt ons via ${contact}`,
  stopped: {
    named: (name) => `${name}: uw verzoek is geregistreerd. U ontvangt van ons geen reclame meer per sms.`,
    bare: 'Uw verzoek is geregistreerd. U ontvangt van ons geen reclame meer per sms.',
  },
};
