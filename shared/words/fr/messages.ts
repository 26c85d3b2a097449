import { deName } from '#shared/domain/text/french.ts';
import { dayOf } from '../day-of.ts';
import type { CodeWords, FooterWords, TextWords } from '../shape/messages.ts';

const on = (instant: string): string => dayOf('fr', instant);

export const footer: FooterWords = {
  service: (who) => `Ce message vous est envoyé par ${who}.`,
  advertising: (who) => `Cet e-mail publicitaire vous est envoyé par ${who}.`,
  why: (why, publicName) => {
    const of = deName(publicName);
    switch (why.basis) {
      case 'consent':
        return `Vous le recevez parce que vous avez accepté le ${on(why.since)}${why.collectedBy === undefined ? '' : `, auprès ${deName(why.collectedBy)},`} de recevoir les offres ${why.areOffersOfPartners ? 'des partenaires ' : ''}${of} par e-mail.`;
      case 'existing-customer':
        return `Vous le recevez parce que vous êtes client ${of} (achat ou contrat du ${on(why.since)})${why.asksToRenew ? '' : ' et que cette offre porte sur des produits ou services analogues'}.`;
      case 'donation':
        return `Vous le recevez parce que vous avez fait un don à ${publicName} le ${on(why.since)}.`;
      case 'membership':
        return `Vous le recevez parce que vous avez adhéré à ${publicName} le ${on(why.since)}.`;
      case 'professional-interest':
        return `Vous le recevez à titre professionnel${why.asksToRenew ? '' : ', parce que cette offre concerne votre fonction'}\u00a0; vos coordonnées viennent de la source suivante\u00a0: ${why.source}${why.since === undefined ? '' : ` (${on(why.since)})`}.`;
      case 'legal-person':
        return `Vous le recevez à l’adresse générique d’une personne morale${why.asksToRenew ? '' : ', que cette offre peut intéresser'}.`;
      case 'relation':
        return `Il fait suite à votre relation avec ${publicName}\u00a0; vous pouvez refuser ces messages sans donner de motif.`;
      case 'test':
        return `Vous le recevez parce que vous avez accepté le ${on(why.since)} de recevoir les messages d’essai ${of}.`;
      case 'service':
        return '';
    }
  },
  stop: 'Ne plus recevoir ces e-mails',
  stopEnd: '\u00a0: c’est gratuit, et vous n’avez pas à dire pourquoi.',
  stopHint: 'gratuit, sans motif à donner',
  choices:
    'Par ce même lien, sans rien arrêter\u00a0: choisir ce que vous recevez, voir, corriger ou effacer ce qui est enregistré sur vous.',
  choicesLink:
    'Sans rien arrêter\u00a0: choisir ce que vous recevez, voir, corriger ou effacer ce qui est enregistré sur vous.',
  notice: 'Comment vos données sont utilisées',
  noticeEnd: '\u00a0: la politique de confidentialité.',
  colon: '\u00a0: ',
  sources: {
    'data-subject': 'vous-même',
    'public-source': 'une source publique',
    'third-party': 'un tiers',
    guessed: 'une supposition',
    scraped: 'une collecte automatique',
  },
};

export const codes: CodeWords = {
  subject: (code) => `Votre code : ${code}`,
  mail: (code, name) => `Bonjour,

Votre code est ${code}

Saisissez-le sur la page où vous l’avez demandé : vous y verrez ce qui est enregistré sur vous chez ${name}, et pourrez exercer vos droits. Il est valable 10 minutes et ne sert qu’une fois.

Ne le communiquez à personne. Si vous n’avez rien demandé, ignorez ce message : sans ce code, personne ne voit vos données.

${name}
`,
  named: (code, name) => `${name} : votre code est ${code}, valable 10 minutes. Ne le communiquez à personne.`,
  bare: (code) => `Votre code est ${code}, valable 10 minutes. Ne le communiquez à personne.`,
  asked: {
    subject: 'Votre demande est enregistrée',
    mail: (what, said, name, contact) => `Bonjour,

Votre demande est enregistrée : ${what}

${said}

Gardez ce message. Si vous n’avez rien demandé, contactez ${name} : ${contact}

${name}
`,
    named: (day, name) => `${name} : votre demande est enregistrée. Réponse au plus tard le ${day}.`,
    bare: (day) => `Votre demande est enregistrée. Réponse au plus tard le ${day}.`,
  },
};

export const texts: TextWords = {
  source: 'source',
  whoWrites: (name, contact) => `${name} : pour nous joindre, ${contact}`,
  stopped: {
    named: (name) => `${name} : votre demande est prise en compte. Vous ne recevrez plus nos SMS publicitaires.`,
    bare: 'Votre demande est prise en compte. Vous ne recevrez plus nos SMS publicitaires.',
  },
};
