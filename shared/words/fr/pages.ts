import { deName } from '#shared/domain/text/french.ts';
import type { GatewayWords, PageWords } from '../shape/pages.ts';

export const pages: PageWords = {
  family: {
    email: { messages: 'd’e‑mails publicitaires', all: 'tous les e‑mails publicitaires', address: 'à cette adresse' },
    text: { messages: 'de SMS et MMS publicitaires', all: 'tous les SMS et MMS publicitaires', address: 'à ce numéro' },
    voice: { messages: 'd’appels publicitaires', all: 'tous les appels publicitaires', address: 'à ce numéro' },
    other: {
      messages: 'de publicités par ce moyen',
      all: 'toutes les publicités par ce moyen',
      address: 'à ces coordonnées',
    },
  },
  contact: {
    at: 'Contact\u00a0:',
    reference: 'Référence du message\u00a0:',
    notice: 'Comment vos données sont utilisées',
    newTab: '(nouvel onglet)',
  },
  ask: {
    title: (name, { messages }) => `Ne plus recevoir ${messages} ${deName(name)}`,
    heading: (name, { messages }) => `Ne plus recevoir ${messages} ${deName(name)}\u00a0?`,
    act: ({ messages }) => `Ne plus recevoir ${messages}`,
    means: (name, { all, address }) =>
      `En appuyant sur le bouton, vous vous opposez à ${all} ${deName(name)} ${address}.`,
    free: 'C’est gratuit et immédiat. Nous ne vous en enverrons plus, sauf si vous le demandez vous‑même.',
    beyond: 'Pour refuser aussi les autres moyens (e‑mails, SMS, appels)\u00a0: la page suivante le propose.',
    choices:
      'Refuser certaines offres seulement (celles des partenaires, par exemple), recevoir de nouveau, voir ou effacer mes données',
    already:
      'Vous avez déjà refusé ici\u00a0? C’est enregistré\u00a0: vous n’avez rien à refaire, sauf si vous avez accepté de nouveau depuis.',
  },
  recorded: {
    title: 'Votre opposition est enregistrée',
    everything: (name) => `${name} ne vous adressera plus aucune publicité, par aucun moyen.`,
    family: (name, { messages, address }) => `Vous ne recevrez plus ${messages} ${deName(name)} ${address}.`,
    mayArrive: 'Un message déjà envoyé peut encore vous parvenir.',
    close: 'Vous pouvez fermer cette page.',
    widerTitle: (name) => `Refuser toute publicité ${deName(name)}\u00a0?`,
    wider: (name) =>
      `Vous pouvez refuser toute publicité ${deName(name)}, quel que soit le moyen (e‑mail, SMS, appel), à toutes les adresses et à tous les numéros que l’on sait être les vôtres.`,
    widerAct: (name) => `Ne plus recevoir aucune publicité ${deName(name)}`,
    changedMind: 'Vous avez changé d’avis\u00a0? La page de vos choix dit comment recevoir de nouveau ces messages.',
    otherChoices: 'Gérer mes choix et mes données',
  },
  reason: {
    title: 'Pourquoi ne voulez‑vous plus de ces messages\u00a0? (facultatif)',
    hint: 'Votre opposition est enregistrée, que vous répondiez ou non. Les réponses sont comptées, sans retenir de qui elles viennent.',
    label: 'Votre raison',
    choose: 'Choisissez une raison',
    choices: {
      'too-many': 'Trop de messages',
      'not-interested': 'Ces offres ne m’intéressent pas',
      'never-asked': 'Je n’ai jamais demandé ces messages',
      other: 'Une autre raison',
    },
    act: 'Envoyer cette réponse',
    thanks: 'Merci. Votre opposition est enregistrée\u00a0: cette réponse n’y change rien.',
  },
  form: {
    title: 'Ne plus recevoir de publicité',
    address: 'Votre adresse e‑mail',
    phone: 'Ou votre numéro de téléphone',
    sender: 'Qui vous a écrit\u00a0? (facultatif)',
    hint: 'Le nom complet, tel que le message l’affiche. Si vous laissez ce champ vide, ou si nous ne reconnaissons pas ce nom, votre opposition vaudra pour tous les expéditeurs qui utilisent actuellement ce service.',
    act: 'Ne plus recevoir de publicité',
    explained:
      'C’est gratuit, et l’effet est immédiat. Votre opposition vaut pour ce que vous indiquez\u00a0: cette adresse, ce numéro, aucun autre. Cette page n’indique jamais si une adresse ou un numéro figure dans nos fichiers.',
    neither: (typed) =>
      `«\u00a0${typed}\u00a0» n’est ni une adresse e‑mail ni un numéro de téléphone, et n’est pas enregistré.`,
    check:
      'Vérifiez votre saisie. Un numéro qui n’est pas français s’écrit avec + et l’indicatif du pays, par exemple +32.',
    kept: (typed) =>
      `Enregistré\u00a0: les expéditeurs concernés n’adresseront plus de publicité à «\u00a0${typed}\u00a0».`,
    nothing: 'Indiquez votre adresse e‑mail, ou votre numéro de téléphone.',
    none: 'Rien n’a été enregistré.',
    after:
      'Vous ne recevrez plus de publicité des expéditeurs concernés à ces coordonnées. Un message déjà envoyé peut encore vous parvenir. Vous pouvez fermer cette page.',
  },
  start: {
    title: 'Les messages de ce service',
    heading: 'Vous avez reçu un message\u00a0?',
    intro:
      'Des entreprises envoient leurs messages par ce service. Chaque message indique qui vous écrit, pourquoi, et comment ne plus en recevoir.',
    stop: 'Ne plus recevoir de publicité',
    shortest:
      'Le plus simple est d’utiliser le lien au bas du message, ou de répondre STOP à un SMS. Si vous n’avez plus le message\u00a0:',
  },
  unreadable: {
    title: 'Ce lien ne peut pas être lu',
    nothing: 'Rien n’a été enregistré.',
    because: 'Le lien est sans doute incomplet.',
    whatToDo: 'Que faire\u00a0?',
    steps: [
      'Ouvrez à nouveau le lien complet depuis le message.',
      'Ou écrivez à l’expéditeur, dont le nom et les coordonnées figurent au bas du message\u00a0: il suffit de dire que vous ne voulez plus de publicité.',
      'Si c’est un SMS, répondez STOP au numéro indiqué dans le message.',
      'Ou indiquez ci‑dessous votre adresse ou votre numéro\u00a0:',
    ],
  },
  preview: {
    title: 'Lien d’aperçu',
    heading: 'Ce lien est celui d’un aperçu',
    nothing: 'Rien n’a été enregistré, et rien ne peut l’être ici.',
    explained:
      'Dans le message envoyé, chaque destinataire a son propre lien à cet endroit\u00a0: il montre qui écrit, et un bouton pour s’opposer.',
  },
  notNow: {
    title: 'Réessayez dans un instant',
    heading: 'Votre opposition n’est pas encore confirmée',
    opposition: 'Nous ne pouvons pas encore confirmer que votre opposition est enregistrée.',
    request: 'Nous ne pouvons pas encore confirmer que votre demande est enregistrée.',
    because: 'Notre service est momentanément indisponible\u00a0: réessayez dans quelques minutes.',
    again: 'Réessayer',
  },
};

export const gateway: GatewayWords = {
  notThere: {
    title: 'Cette page n’existe pas',
    text: 'Rien n’a été enregistré. Si vous avez suivi un lien, il est sans doute incomplet\u00a0: ouvrez-le à nouveau depuis le message, ou écrivez à l’expéditeur que vous ne voulez plus de publicité.',
  },
  tooMany: {
    title: 'Trop de demandes en même temps',
    text: 'Votre demande n’est pas enregistrée. Réessayez dans quelques minutes, ou écrivez à l’expéditeur que vous ne voulez plus de publicité.',
  },
  unavailable: {
    title: 'Votre demande n’est pas encore confirmée',
    text: 'Notre service est momentanément indisponible. Réessayez dans quelques minutes.',
  },
  unreadable: {
    title: 'Cette demande ne peut pas être lue',
    text: 'Rien n’a été enregistré. Revenez à la page précédente et recommencez.',
  },
};
