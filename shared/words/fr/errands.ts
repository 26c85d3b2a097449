import { deName } from '#shared/domain/text/french.ts';
import type { ErrandWords } from '../shape/errands.ts';

export const errands: ErrandWords = {
  everywhere: 'aux adresses et numéros que l’on sait être les vôtres',
  behind: {
    intro: 'Avec un code, vous pouvez\u00a0:',
    choose: 'choisir ce que vous recevez',
    again: 'recevoir de nouveau ce que vous avez arrêté',
    see: (name) =>
      `voir l’adresse ou le numéro enregistré, pourquoi et depuis quand ${name} vous écrit, les messages envoyés, et à qui vos données ont été transmises`,
    ask: 'recevoir une copie de vos données, les faire corriger ou effacer',
  },
  back: {
    heading: 'Recevoir de nouveau',
    changed: 'Vous avez changé d’avis\u00a0? Recevoir de nouveau',
    use: (what) => `Recevoir de nouveau «\u00a0${what}\u00a0»`,
    elsewhere: (name) => `Pour recevoir de nouveau les offres ${deName(name)} que vous avez refusées\u00a0:`,
    stopped: 'Pour recevoir de nouveau ce que vous avez arrêté\u00a0:',
    site: (name) => `Vous inscrire de nouveau sur le site ${deName(name)}`,
    subject: 'Mes choix et mes données',
    write: (name) => `Écrire à ${name}`,
    mail: (address) => `Écrire un e‑mail à ${address} (ouvre votre messagerie)`,
    contact: (name, contact) => `Contacter ${name}\u00a0: ${contact}`,
  },
  recipients: {
    heading: 'À qui vos données ont été transmises',
    given: (partner, day) => `${partner}, en dernier lieu le ${day}.`,
    none: {
      email: (name) => `Pour cette adresse, ${name} n’a enregistré aucune transmission de données à un partenaire.`,
      phone: (name) => `Pour ce numéro, ${name} n’a enregistré aucune transmission de données à un partenaire.`,
    },
    latest: (count) => `Seuls les ${count} derniers sont indiqués ici.`,
    more: (name) => `Demander à ${name} une réponse complète`,
  },
  sentByUs: (name) =>
    `C’est ${name} qui vous envoie les offres de partenaires\u00a0: aucun partenaire n’a besoin de vos données pour cela.`,
  knowRecipients: 'Savoir à qui mes données ont été transmises',
  notes: {
    access: 'Tout ce qui est enregistré sur vous, d’où cela vient, et à qui cela a été transmis.',
    rectification:
      'Votre nom, par exemple, qui n’est pas affiché ici\u00a0: cette page ne montre que ce qui décide des messages que vous recevez. Écrivez plus bas ce qui est faux, et ce qu’il faut mettre à la place.',
    erasure:
      'La publicité s’arrête aussitôt. Votre refus d’en recevoir reste enregistré, pour qu’elle ne reprenne pas\u00a0; la réponse dira ce qui doit encore être gardé. Vous pouvez d’abord demander une copie\u00a0: vous la recevrez malgré l’effacement.',
    restriction: 'La publicité s’arrête aussitôt, et aussi longtemps que cela dure.',
    question: 'Écrivez-la plus bas.',
  },
  answer: {
    email: (name) => `${name} vous répond dans un délai d’un mois, à votre adresse e‑mail indiquée sur cette page.`,
    phone: (name) => `${name} vous répond dans un délai d’un mois, en vous joignant à votre numéro.`,
  },
  answerComes: {
    email: (name) => `La réponse vient ${deName(name)}, à votre adresse e‑mail. Vous n’avez rien d’autre à faire.`,
    phone: (name) =>
      `La réponse vient ${deName(name)}, qui vous joint à votre numéro. Vous n’avez rien d’autre à faire.`,
  },
  sentAs: {
    service: 'Message de service, sans publicité',
    relational: 'Message sans offre, lié à votre relation',
    renewal: 'Question\u00a0: voulez-vous continuer à recevoir ces messages\u00a0?',
    ofPartner: (partner) => `Offres d’un partenaire\u00a0: ${partner}`,
    several: (sent, count) => `${sent} ${count} messages.`,
  },
  anotherCode: (moment) => `Nouveau code demandé ${moment}\u00a0: lui seul marche.`,
  sentWhere: (where) => `Il est envoyé ${where}.`,
  lastCode: (next) => `Vous pourrez demander un autre code ${next}.`,
  reopen: 'Pour demander un autre code plus tard, rouvrez cette page par le lien que vous avez reçu.',
  lateForNow: {
    email:
      'Rien après deux minutes\u00a0? Regardez dans les indésirables. Si l’adresse n’est plus enregistrée, aucun code n’est envoyé.',
    phone: 'Rien après deux minutes\u00a0? Si le numéro n’est plus enregistré, aucun code n’est envoyé.',
  },
  refusedAll: (name) => `Toute publicité ${deName(name)} est déjà arrêtée.`,
  refusedBy: (by, name) => `Toute publicité ${deName(name)} par ${by} est déjà arrêtée.`,
  agreedTo: (what, by) => `Il porte sur «\u00a0${what}\u00a0», par ${by}.`,
  comes: {
    again: (what, by) => `Vous recevrez de nouveau «\u00a0${what}\u00a0» par ${by}.`,
    now: (what, by) => `Vous recevrez «\u00a0${what}\u00a0» par ${by}.`,
    still: (what, by) => `Vous recevez toujours «\u00a0${what}\u00a0» par ${by}.`,
  },
  youWrote: 'Vous avez écrit\u00a0:',
  noCode: {
    heading: 'Sans code',
    what: (name) =>
      `Toujours pas de code\u00a0? Dites à ${name}, sans code, ce que vous voulez\u00a0: refuser, recevoir de nouveau, voir, corriger ou effacer vos données, ou savoir à qui elles ont été transmises.`,
    from: {
      email: 'Écrivez depuis l’adresse qui a reçu le message, et indiquez sa référence.',
      phone: 'Indiquez le numéro qui a reçu le message, et la référence de ce message.',
    },
    reply: (name) => `${name} vous répond dans un délai d’un mois.`,
  },
  wrongLast: 'Ce code ne marche pas\u00a0: prenez celui du dernier message.',
  limits: (anHour, aDay) =>
    `Au plus ${anHour} codes par heure, et ${aDay} par jour\u00a0: faites tout en une fois, la page reste ouverte 30 minutes.`,
  oneGo: (anHour, aDay) =>
    `Faites tout en une fois\u00a0: cette page se referme au bout de 30 minutes, et si vous la quittez, il faudra un nouveau code (au plus ${anHour} par heure, ${aDay} par jour).`,
  twoButtons: 'Le premier bouton arrête ce seul moyen\u00a0; le second, tous\u00a0: e‑mails, SMS, appels.',
  others:
    'D’autres adresses ou numéros peuvent être enregistrés comme les vôtres\u00a0: une copie de vos données les indique.',
  askCopy: 'Demander une copie de mes données',
  onPage: {
    label: 'Sur cette page',
    held: 'Choisir ce que vous recevez, et pourquoi on vous écrit',
    ask: 'Demander une copie, une correction ou un effacement',
  },
};
