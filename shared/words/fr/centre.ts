import { ACKNOWLEDGEMENT } from '#shared/domain/rights/acknowledgement.ts';
import { deName } from '#shared/domain/text/french.ts';
import type { CentreWords } from '../shape/centre.ts';
import { errands } from './errands.ts';
import { held } from './held.ts';

export const centre: CentreWords = {
  stopAll: (name) => `Ne plus recevoir aucune publicité ${deName(name)}`,
  closed: {
    title: (name) => `Vos choix auprès ${deName(name)}`,
    free: 'Les deux boutons qui arrêtent la publicité sont gratuits, immédiats et sans code.',
    part: 'Refuser une partie seulement est gratuit aussi\u00a0: tout de suite avec un code, ou sur demande sans code.',
    rest: (name) => `Choisir plus précisément, voir ou faire effacer ce qui est enregistré sur vous chez ${name}`,
    restForRequest: 'Confirmer que la demande vient de vous',
    where: {
      message: { email: 'à l’adresse e‑mail qui a reçu le message', phone: 'au numéro qui a reçu le message' },
      request: { email: 'à l’adresse e‑mail que concerne la demande', phone: 'au numéro que concerne la demande' },
    },
    why: (where) => `Pour cela, il faut savoir que c’est bien vous\u00a0: un code à six chiffres est envoyé ${where}.`,
    whyForRequest: (where) =>
      `Pour confirmer que la demande vient de vous, et vous montrer ce qui est enregistré sur vous, il faut savoir que c’est bien vous\u00a0: un code à six chiffres est envoyé ${where}.`,
    send: 'M’envoyer un code',
    again: 'M’envoyer un autre code',
    have: 'J’ai déjà un code',
    late: {
      email:
        'Rien après deux minutes\u00a0? Regardez dans les indésirables, puis demandez un autre code. Si l’adresse n’est plus enregistrée, aucun code n’est envoyé.',
      phone:
        'Rien après deux minutes\u00a0? Demandez un autre code. Si le numéro n’est plus enregistré, aucun code n’est envoyé.',
    },
    type: 'Le code reçu',
    hint: 'Six chiffres, valables 10 minutes, une seule fois, cinq essais. Un code reçu auparavant ne marche plus.',
    last: 'Seul le dernier code reçu marche, s’il a moins de 10 minutes et n’a pas encore servi. Six chiffres, cinq essais.',
    typeLast: 'Le dernier code reçu',
    open: 'Continuer',
  },
  said: {
    sent: (where, moment) => `Code demandé ${moment}\u00a0: il est envoyé ${where}.`,
    'too-many': 'Trop de codes demandés.',
    'has-code': 'Saisissez le dernier code reçu.',
    'no-sender': 'Aucun code ne peut être envoyé par ce moyen\u00a0: écrivez au contact indiqué ci-dessous.',
    'wrong-code': 'Ce code ne marche pas\u00a0: prenez celui du dernier message, ou demandez-en un autre.',
    closed:
      'Cette page s’est refermée au bout de 30 minutes\u00a0: rien de nouveau n’a été enregistré. Ce que vous aviez fait avant reste enregistré. Demandez un code pour continuer.',
    kept: 'Votre texte est gardé\u00a0: vous le retrouverez après le code.',
    stopped: {
      everything: (name) => `C’est fait\u00a0: vous refusez toute publicité ${deName(name)}, par tous les moyens.`,
      means: (by, name) => `C’est fait\u00a0: vous refusez toute publicité ${deName(name)} par ${by}.`,
      purpose: (what, by) => `C’est fait\u00a0: vous refusez «\u00a0${what}\u00a0» par ${by}.`,
    },
    recorded: (what) => `Votre demande est enregistrée\u00a0: ${what}.`,
    agreed: 'Votre accord est enregistré.',
    withdraw: 'Vous pouvez retirer cet accord ici à tout moment.',
    confirmed: 'Votre confirmation est enregistrée\u00a0: cette demande est la vôtre.',
    settled: 'Cette demande n’attend plus de confirmation. Rien n’a été enregistré.',
    'not-understood': 'Cette demande n’a pas pu être lue. Rien n’a été enregistré.',
  },
  open: {
    title: (name) => `Vos choix et vos données auprès ${deName(name)}`,
    noKind: 'Choisissez d’abord ce que vous demandez. Rien n’a été envoyé.',
    missing: {
      rectification: 'Écrivez ce qui est faux, et ce qu’il faut mettre à la place. Rien n’a été envoyé.',
      question: 'Écrivez votre question. Rien n’a été envoyé.',
    },
    wrongWords: 'Votre texte est trop long, ou contient des caractères illisibles. Rien n’a été enregistré.',
    nothing: (name) => `${name} ne détient plus votre adresse, ni rien d’autre à votre nom ici.`,
    address: {
      email: (address) => `Votre adresse e‑mail\u00a0: ${address}`,
      phone: (address) => `Votre numéro de téléphone\u00a0: ${address}`,
    },
    only: {
      email: (name) =>
        `À part le bouton qui arrête toute publicité, cette page ne concerne que cette adresse e‑mail. Pour les SMS ${deName(name)}, répondez STOP au numéro indiqué à la fin d’un SMS reçu\u00a0; pour les appels, faites ce qui est dit pendant l’appel, ou écrivez au contact ci-dessous.`,
      phone: (name) =>
        `À part le bouton qui arrête toute publicité, cette page ne concerne que ce numéro. Pour une adresse e‑mail, utilisez le lien au bas d’un e‑mail ${deName(name)}.`,
    },
    since: (day) =>
      `Votre adresse ou votre numéro est enregistré ici depuis le ${day}\u00a0; un accord ou un achat peut être plus ancien.`,
    restricted: 'À la suite d’une demande reçue, vos données sont conservées sans être utilisées.',
    none: 'Aucun accord ni achat n’est enregistré qui permette de vous envoyer de la publicité.',
    refused: 'Ce que vous refusez',
    declared:
      'D’autres renseignements sur vous sont enregistrés\u00a0: demandez une copie de vos données pour les recevoir.',
    use: (what, by) => `${what}, par ${by}`,
    stop: {
      'own-offers': 'Ne plus recevoir ces offres',
      'partner-offers': 'Ne plus recevoir ces offres de partenaires',
      tracking: 'Arrêter ce suivi',
    },
    stoppedSince: (day) => `Arrêté depuis le ${day}.`,
    awaiting: {
      heading: 'Demande reçue en votre nom',
      why: (name) => `${name} a reçu ce qui suit, et doit savoir si cela vient de vous avant d’y répondre.`,
      notMine:
        'Si cette demande n’est pas la vôtre, ne faites rien\u00a0: tant que l’identité de son auteur n’est pas établie, aucune donnée n’est communiquée, corrigée ni effacée.',
      received: (kind, day, way) => `${kind}. Demande reçue le ${day}, ${way}.`,
      byOther: 'Faite par une personne qui dit agir pour vous.',
      mine: 'Cette demande est la mienne',
      ways: {
        phone: 'par téléphone',
        onPaper: 'par courrier',
        shop: 'en magasin',
        email: 'par e‑mail',
        account: 'depuis un compte',
        partner: 'par un partenaire',
        'preference-page': 'sur cette page',
      },
    },
    requests: {
      heading: 'Vos demandes',
      due: (what, received, due) => `${what}. Reçue le ${received}, réponse au plus tard le ${due}.`,
      late: (what, received) => `${what}. Reçue le ${received}\u00a0; la réponse est en retard.`,
      answered: (what, received, answered) => `${what}. Reçue le ${received}, réponse donnée le ${answered}.`,
    },
    agree: 'Ce que vous pouvez accepter',
    free: 'Rien ne vous y oblige\u00a0: sans réponse de votre part, rien ne change. Vous pourrez retirer votre accord ici à tout moment.',
    act: 'J’accepte',
    formNotice: 'Comment vos données sont utilisées',
    messages: 'Messages envoyés au cours des 30 derniers jours',
    messagesOf: (name) =>
      `Les messages ${deName(name)} seulement, sans les codes ni les confirmations de vos demandes.`,
    noMessages: 'Aucun.',
    texts:
      'Votre nom, le texte des messages et les messages de plus de 30 jours ne figurent pas ici\u00a0: demandez une copie de vos données pour les recevoir.',
    sent: (day, hour, by) => `Le ${day} à ${hour}, par ${by}.`,
    ask: 'Faire une demande',
    kind: 'Que demandez-vous\u00a0?',
    words: 'Votre question, ou ce qu’il faut corriger',
    hint: 'À remplir pour une correction et pour une question. N’envoyez aucune pièce d’identité.',
    send: 'Envoyer la demande',
    ends: 'Cette page se referme au bout de 30 minutes.',
    kinds: {
      access: 'Recevoir une copie de mes données',
      recipients: errands.knowRecipients,
      portability: 'Recevoir mes données dans un fichier réutilisable ailleurs',
      rectification: 'Corriger une erreur dans mes données',
      erasure: 'Effacer mes données',
      restriction: 'Garder mes données, mais ne plus s’en servir',
      question: 'Poser une question',
    },
    asked: {
      access: 'Copie de vos données, et à qui elles ont été transmises',
      recipients: 'À qui vos données ont été transmises, avec une copie de vos données',
      portability: 'Fichier de vos données',
      rectification: 'Correction de vos données',
      erasure: 'Effacement de vos données',
      restriction: 'Conservation de vos données sans utilisation',
      question: 'Question',
    },
  },
  moments: {
    today: (hour) => `à ${hour} (heure de Paris)`,
    onDay: (day, hour) => `le ${day} à ${hour} (heure de Paris)`,
    clock: (hours, minutes) => `${hours}\u00a0h\u00a0${minutes}`,
  },
  acknowledgement: ACKNOWLEDGEMENT.fr,
  byText: (name) => name,
  families: { email: 'e‑mail', text: 'SMS et MMS', voice: 'appel téléphonique', other: 'un autre moyen' },
  purposes: {
    'own-offers': (name) => `Offres ${deName(name)}`,
    'partner-offers': (name) => `Offres de partenaires envoyées par ${name}`,
    tracking: () => 'Suivi des ouvertures et des clics',
  },
  errands,
  ...held,
};
