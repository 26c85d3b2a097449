import { dialledFrom } from '#shared/domain/contact/phone/dialled.ts';
import { SPOKEN_AS } from '#shared/domain/sending/spoken-as.ts';
import { CALL_WORDS } from '#shared/words/calls.ts';
import type { CallWords } from '#shared/words/shape/calls.ts';
import { around, collapsed, escaped, joined, type Marked, textOf } from '../content/marked.ts';
import { isService, type Mentions } from '../content/mentions.ts';
import { findFields, type MergeValues } from '../content/merge-fields.ts';
import { markedTemplate, plainHole, templateOf } from '../content/template.ts';
import type { CallContent } from './channel.ts';
import type { CallTo } from './spoken-means.ts';

/** The key by which whoever is called stops the next call: the one that calls in France offer most. No text names one. */
export const OPPOSITION_KEY = '9';

const spelled = (number: string): string => `<say-as interpret-as="telephone">${number}</say-as>`;

/** Words of others inside of the markup: they can open no element. */
const markedSaid = (words: string | Marked): Marked => escaped(collapsed(joined(words)));
const said = (words: string): string => textOf(markedSaid(words));

const sentence = (words: string | Marked): Marked => joined('<s>', words, '</s>');

/** How to stop, as it is spoken: by a key where this sender accepts one, else by its number, as it is dialled from where the reader is; `undefined`: by nothing. */
const meansOf = (words: CallWords, { acceptsKeyPress, oppositionNumber, to }: CallTo): string | undefined => {
  if (acceptsKeyPress) return words.key(OPPOSITION_KEY);
  return oppositionNumber === undefined ? undefined : words.number(spelled(dialledFrom(to, oppositionNumber)));
};

/**
 * The call of one reader in their language, with what is of them alone marked, as SSML 1.1 of ours around the author's words: who calls, that it is advertising by a synthetic voice (regulation
 * (EU) 2024/1689, art. 50) and how to stop, first; who called and how to stop, last. Throws `invalid-request` for a field without value.
 */
export const draftCall = (content: CallContent, values: MergeValues, mentions: Mentions, route: CallTo): Marked => {
  const words = CALL_WORDS[mentions.language];
  const template = templateOf(content.script, findFields(content.script), plainHole);
  const own = markedTemplate(template, { values, mentions, link: () => '', footer: () => '' });
  const name = said(mentions.publicName);
  const means = isService(mentions) ? undefined : meansOf(words, route);
  const stop = means === undefined ? [] : [means];
  const first = [
    (isService(mentions) ? words.whoOfService : words.who)(name),
    ...(mentions.isTest ? [words.test] : []),
    ...stop,
    ...(mentions.sourceToName === undefined ? [] : [around('source', said(mentions.sourceToName), words.source)]),
  ];
  const last = [words.last(name), ...stop];
  const language = SPOKEN_AS[mentions.language];
  return joined(
    `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${language}">`,
    ...first.map(sentence),
    joined('<p>', markedSaid(own), '</p>'),
    ...last.map(sentence),
    '</speak>',
  );
};

/** The same as it is handed over. */
export const renderCall = (...of: Parameters<typeof draftCall>): string => textOf(draftCall(...of));

/** The mark of a test is spoken among the first words. */
export const isSpokenAsTest = (spoken: string): boolean => /\bTEST\b/.test(spoken.slice(0, 300));
