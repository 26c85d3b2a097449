import type { Before } from '#shared/app/centre/act-in-centre.ts';
import type { OppositionNotice } from '#shared/app/oppositions/show-opposition-page.ts';
import { deName } from '#shared/domain/french.ts';
import { type Html, html } from '../html.ts';
import type { Language, Page } from '../layout.ts';
import { howToContact, who } from '../opposition-page.ts';
import { channelWords } from '../opposition-words.ts';

const STOP = {
  fr: {
    channel: (ofMessages: string) => `Ne plus recevoir ${ofMessages}`,
    all: (name: string) => `Ne plus rien recevoir ${deName(name)}`,
  },
  en: {
    channel: (ofMessages: string) => `Stop ${ofMessages}`,
    all: (name: string) => `Receive nothing more from ${name}`,
  },
} as const;

/** The words of the two buttons that stop. */
export const stopWords = ({ channel, publicName }: OppositionNotice, language: Language) => ({
  channel: STOP[language].channel(channelWords(language, channel).ofMessages),
  all: STOP[language].all(publicName),
});

const WORDS = {
  fr: {
    title: (name: string) => `Vos choix auprès ${deName(name)}`,
    free: 'S’opposer est gratuit et immédiat, sans code.',
    rest: (name: string) => `Voir ce que ${name} détient sur vous`,
    why: 'Pour vous le montrer, et recevoir vos demandes (accès, effacement…), il faut savoir que c’est bien vous : un code à six chiffres est envoyé à l’adresse ou au numéro qui a reçu le message.',
    send: 'M’envoyer un code',
    again: 'M’envoyer un autre code',
    type: 'Le code reçu',
    hint: 'Six chiffres, valables 10 minutes.',
    open: 'Continuer',
  },
  en: {
    title: (name: string) => `Your choices at ${name}`,
    free: 'To object is free and takes effect at once, without a code.',
    rest: (name: string) => `See what ${name} holds about you`,
    why: 'To show it to you, and to take your requests (access, erasure…), we must know that it is you: a code of six digits is sent to the address or number that received the message.',
    send: 'Send me a code',
    again: 'Send me another code',
    type: 'The code you received',
    hint: 'Six digits, valid for 10 minutes.',
    open: 'Continue',
  },
} as const;

const SAID: Readonly<Record<Language, Readonly<Record<Before, string>>>> = {
  fr: {
    sent: 'Un code vient d’être envoyé à l’adresse ou au numéro qui a reçu le message, s’il est encore dans nos fichiers.',
    'too-many':
      'Plusieurs codes ont déjà été envoyés : utilisez le dernier, ou revenez plus tard (trois codes par heure, six par jour).',
    'no-sender': 'Aucun code ne peut être envoyé par ce moyen : écrivez au contact indiqué ci-dessous.',
    'wrong-code': 'Ce n’est pas le code envoyé : vérifiez-le. Chaque code permet cinq essais.',
    'no-code': 'Ce code n’est plus valable : demandez-en un autre.',
    closed: 'Cette page s’est refermée au bout de 30 minutes : demandez un autre code. Rien n’a été enregistré.',
    stopped: 'Votre opposition est enregistrée.',
    'not-understood': 'Cette demande n’a pas pu être lue. Rien n’a été enregistré.',
  },
  en: {
    sent: 'A code has just been sent to the address or number that received the message, if it is still in our files.',
    'too-many':
      'Several codes were sent already: use the last one, or come back later (three codes an hour, six a day).',
    'no-sender': 'No code can be sent by this means: write to the contact given below.',
    'wrong-code': 'This is not the code that was sent: please check it. Each code can be tried five times.',
    'no-code': 'This code is no longer valid: ask for another one.',
    closed: 'This page closed after 30 minutes: ask for another code. Nothing was recorded.',
    stopped: 'Your opposition is recorded.',
    'not-understood': 'This request could not be read. Nothing was recorded.',
  },
};

/** Where a code can be typed: after one was sent, now or before. */
const TAKES_CODE: readonly Before[] = ['sent', 'too-many', 'wrong-code'];
const IS_FAULT: readonly Before[] = ['too-many', 'no-sender', 'wrong-code', 'no-code', 'closed', 'not-understood'];

const said = (before: Before, language: Language): Html =>
  IS_FAULT.includes(before)
    ? html`<p id="said" role="alert"><strong>${SAID[language][before]}</strong></p>`
    : html`<p id="said" role="status"><strong>${SAID[language][before]}</strong></p>`;

const askForCode = (words: string): Html =>
  html`<form method="post"><input type="hidden" name="act" value="code"><button class="second">${words}</button></form>`;

const typeCode = (language: Language, isWrong: boolean): Html => {
  const { type, hint, open } = WORDS[language];
  const wrong = isWrong ? html` aria-invalid="true" aria-describedby="said hint"` : html` aria-describedby="hint"`;
  return html`<form method="post"><input type="hidden" name="act" value="open"><label for="code">${type}</label><p class="hint" id="hint">${hint}</p><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required${wrong}><button class="second">${open}</button></form>`;
};

const codePart = (before: Before | undefined, language: Language): Html => {
  const { send, again } = WORDS[language];
  if (before === 'no-sender') return html``;
  if (before === undefined || !TAKES_CODE.includes(before)) return askForCode(send);
  return html`${typeCode(language, before === 'wrong-code')}${askForCode(again)}`;
};

/**
 * The preference centre by its link alone: who writes, two buttons that stop at once, by the route of the opposition page, and a code
 * for the rest. Nothing of the person.
 */
export const closedCentre = (
  notice: OppositionNotice,
  { token, before }: { readonly token: string; readonly before?: Before | undefined },
  language: Language,
): Page => {
  const words = WORDS[language];
  const stop = stopWords(notice, language);
  const title = words.title(notice.publicName);
  const isRefused = before === 'closed' || before === 'not-understood';
  return {
    status: isRefused ? 422 : 200,
    language,
    title,
    content: html`<h1>${title}</h1><form method="post" action="../o/${token}"><button>${stop.channel}</button><button name="scope" value="all">${stop.all}</button></form>${before === undefined ? undefined : said(before, language)}<p>${words.free}</p><section><h2>${words.rest(notice.publicName)}</h2>${before !== undefined && TAKES_CODE.includes(before) ? undefined : html`<p>${words.why}</p>`}${codePart(before, language)}</section><p class="who">${who(notice)}</p>${howToContact(notice, language)}`,
  };
};
