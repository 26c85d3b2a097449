import type { Done } from '#shared/app/centre/act-in-centre.ts';
import type { ShownCentre } from '#shared/app/centre/show-held.ts';
import { ASKED_IN_CENTRE, type AskedInCentre } from '#shared/domain/centre/asked.ts';
import type { HeldUse } from '#shared/domain/centre/held.ts';
import { dayInWords } from '#shared/domain/time/day-in-words.ts';
import { type Html, html } from '../html.ts';
import type { Language, Page } from '../layout.ts';
import { howToContact, who } from '../opposition-page.ts';
import { stopWords } from './closed-centre.ts';
import { basisWords, familyWords, oppositionWords, purposeWords, sentWords, sinceWords } from './words.ts';

const WORDS = {
  fr: {
    title: (name: string) => `Ce que ${name} détient sur vous`,
    stopped: 'Votre opposition est enregistrée.',
    wrongWords:
      'Vos précisions sont trop longues, ou contiennent des signes qui ne peuvent pas être lus. Rien n’a été enregistré.',
    nothing: (name: string) => `${name} ne détient plus votre adresse, ni rien d’autre à votre nom ici.`,
    address: (masked: string) => `Votre adresse ou numéro : ${masked}`,
    since: (day: string) => `Connu depuis le ${day}.`,
    restricted: 'À votre demande, vos données sont conservées sans être utilisées.',
    none: 'Aucun accord ni achat n’est enregistré qui permette de vous envoyer de la publicité.',
    refused: 'Ce que vous refusez',
    messages: 'Messages envoyés depuis 30 jours',
    noMessages: 'Aucun.',
    texts: 'Pour recevoir leur texte et les plus anciens, demandez l’accès.',
    declared: 'D’autres renseignements sont enregistrés à votre sujet : demandez l’accès pour les recevoir.',
    stop: (what: string, by: string) => `Arrêter : ${what}, par ${by}`,
    ask: 'Faire une demande',
    kind: 'Votre demande',
    words: 'Précisions (facultatif)',
    hint: 'Vous aurez une réponse dans un délai d’un mois. N’envoyez aucune pièce d’identité.',
    send: 'Envoyer la demande',
    open: 'Cette page se referme au bout de 30 minutes.',
    kinds: {
      access: 'Savoir ce qui est détenu sur moi (accès)',
      portability: 'Recevoir mes données dans un fichier (portabilité)',
      rectification: 'Corriger mes données (rectification)',
      erasure: 'Effacer mes données (effacement)',
      restriction: 'Ne plus utiliser mes données, sans les effacer (limitation)',
      question: 'Poser une question',
    },
  },
  en: {
    title: (name: string) => `What ${name} holds about you`,
    stopped: 'Your opposition is recorded.',
    wrongWords: 'Your details are too long, or contain signs that cannot be read. Nothing was recorded.',
    nothing: (name: string) => `${name} no longer holds your address, nor anything else in your name here.`,
    address: (masked: string) => `Your address or number: ${masked}`,
    since: (day: string) => `Known since ${day}.`,
    restricted: 'As you asked, your data are kept and not used.',
    none: 'No agreement and no purchase is recorded that would allow advertising to you.',
    refused: 'What you refuse',
    messages: 'Messages sent in the last 30 days',
    noMessages: 'None.',
    texts: 'To receive their text and the older ones, ask for access.',
    declared: 'Other details about you are recorded: ask for access to receive them.',
    stop: (what: string, by: string) => `Stop: ${what}, by ${by}`,
    ask: 'Make a request',
    kind: 'Your request',
    words: 'Details (optional)',
    hint: 'You will have an answer within one month. Do not send any identity document.',
    send: 'Send the request',
    open: 'This page closes after 30 minutes.',
    kinds: {
      access: 'Know what is held about me (access)',
      portability: 'Receive my data in a file (portability)',
      rectification: 'Correct my data (rectification)',
      erasure: 'Erase my data (erasure)',
      restriction: 'Keep my data and do not use them (restriction)',
      question: 'Ask a question',
    },
  },
} as const satisfies Record<Language, { readonly kinds: Record<AskedInCentre, string> } & Record<string, unknown>>;

const doneWords = (done: Done, language: Language): Html => {
  const { stopped, wrongWords } = WORDS[language];
  if (done === 'wrong-words') return html`<p role="alert"><strong>${wrongWords}</strong></p>`;
  return html`<p class="done" role="status"><strong>${done === 'stopped' ? stopped : done.acknowledged[language]}</strong></p>`;
};

const opens = (pass: string, act: 'stop' | 'ask'): Html =>
  html`<input type="hidden" name="act" value="${act}"><input type="hidden" name="pass" value="${pass}">`;

const useOf = (use: HeldUse, name: string, pass: string, language: Language): Html => {
  const { family, purpose, bases, stoppedAt, channels } = use;
  const words = WORDS[language];
  const what = purposeWords(language, purpose, name);
  const by = familyWords(language, [family]);
  const listed = bases.map((basis) => html`<li>${basisWords(language, basis)}</li>`);
  const end =
    stoppedAt === undefined
      ? html`<form method="post">${opens(pass, 'stop')}<button name="of" value="purpose:${purpose}:${channels.join(',')}">${words.stop(what, by)}</button></form>`
      : html`<p>${sinceWords(language, stoppedAt)}</p>`;
  return html`<section><h2>${what}, ${language === 'fr' ? 'par' : 'by'} ${by}</h2><ul>${listed}</ul>${end}</section>`;
};

const heldPart = ({ held, maskedAddress, notice }: ShownCentre, pass: string, language: Language): Html => {
  const words = WORDS[language];
  const { publicName } = notice;
  const address = maskedAddress === undefined ? undefined : html`<p>${words.address(maskedAddress)}</p>`;
  if (held === undefined) return html`${address ?? html`<p>${words.nothing(publicName)}</p>`}`;
  const uses = held.uses.map((use) => useOf(use, publicName, pass, language));
  const refused = held.oppositions.map((each) => html`<li>${oppositionWords(language, each, publicName)}</li>`);
  return html`${address}<p>${words.since(dayInWords(language, held.firstRecordedAt))}</p>${held.isRestricted ? html`<p>${words.restricted}</p>` : undefined}${uses.length === 0 ? html`<p>${words.none}</p>` : uses}${refused.length === 0 ? undefined : html`<section><h2>${words.refused}</h2><ul>${refused}</ul></section>`}${held.hasDeclared ? html`<p>${words.declared}</p>` : undefined}`;
};

const messagesPart = ({ messages }: ShownCentre, language: Language): Html => {
  const words = WORDS[language];
  const sent = messages.map((each) => html`<li>${sentWords(language, each)}</li>`);
  return html`<section><h2>${words.messages}</h2>${sent.length === 0 ? html`<p>${words.noMessages}</p>` : html`<ul>${sent}</ul>`}<p>${words.texts}</p></section>`;
};

const askPart = (pass: string, language: Language): Html => {
  const { ask, kind, kinds, words, hint, send } = WORDS[language];
  const options = ASKED_IN_CENTRE.map((each) => html`<option value="${each}">${kinds[each]}</option>`);
  return html`<section><h2>${ask}</h2><form method="post">${opens(pass, 'ask')}<label for="kind">${kind}</label><select id="kind" name="kind">${options}</select><label for="words">${words}</label><p class="hint" id="hint">${hint}</p><textarea id="words" name="words" rows="4" maxlength="4000" aria-describedby="hint"></textarea><button class="second">${send}</button></form></section>`;
};

/**
 * The preference centre once the code was typed: what stops comes first, then what is held, each use with its basis, its date and a
 * button of its own, then what can be asked for.
 */
export const openCentrePage = (
  shown: ShownCentre,
  { pass, done }: { readonly pass: string; readonly done?: Done | undefined },
  language: Language,
): Page => {
  const words = WORDS[language];
  const { notice, maskedAddress } = shown;
  const stop = stopWords(notice, language);
  const title = words.title(notice.publicName);
  return {
    status: done === 'wrong-words' ? 422 : 200,
    language,
    title,
    content: html`<h1>${title}</h1><form method="post">${opens(pass, 'stop')}<button name="of" value="channel">${stop.channel}</button><button name="of" value="all">${stop.all}</button></form>${done === undefined ? undefined : doneWords(done, language)}${heldPart(shown, pass, language)}${shown.held === undefined ? undefined : messagesPart(shown, language)}${maskedAddress === undefined ? undefined : askPart(pass, language)}<p class="who">${who(notice)}</p><p>${words.open}</p>${howToContact(notice, language)}`,
  };
};
