import { describe, expect, test } from 'vitest';
import { FormVersion } from '#shared/domain/consent/form-version.ts';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import { piecesAt } from '#shared/law/facts/evidence-words.ts';
import { FORM_AWAITS_REVIEW, ofUnbuilt, REBUILT_FORM_AWAITS_REVIEW } from '#shared/law/readings/form-pieces.ts';
import { EVIDENCE_OF_FORM, MISSING_FOR_SALES, POINTERS_OF_REASONS } from '#shared/law/readings/form-words.ts';
import { lowered, NAMES_OF } from '#shared/law/readings/wording/names.ts';

/** Sentences of a kind: each is there in both languages, whole, and no two are alike. */
const areSaid = (sentences: readonly { readonly fr?: string; readonly en?: string }[]): void => {
  for (const sentence of sentences) {
    expect(sentence.fr).toMatch(/^\p{Lu}[\s\S]{12,}\.$/u);
    expect(sentence.en).toMatch(/^\p{Lu}[\s\S]{8,}\.$/u);
    expect(`${sentence.fr} ${sentence.en}`).not.toMatch(/undefined|\(\)| {2}|avec ,|with ,/);
  }
  for (const language of ['fr', 'en'] as const)
    expect(new Set(sentences.map((sentence) => sentence[language])).size).toBe(sentences.length);
};

describe('what a channel is called in a wording', () => {
  const called: readonly (readonly [Channel, readonly string[]])[] = [
    ['email', ['e-mail', 'email', 'mails', 'courriels', 'mél', 'par voie électronique', 'courrier électronique']],
    ['email', ['newsletter', 'infolettres', 'lettre d’information', 'electronic mail', 'electronic means']],
    ['sms', ['SMS', 'textos', 'text messages', 'texts', 'message texte', 'mini-message', 'Textnachricht', 'sms’jes']],
    ['mms', ['MMS', 'message multimédia', 'picture messages', 'Multimedianachricht']],
    ['rcs', ['RCS']],
    ['automated-call', ['appels', 'automate', 'appelée', 'calls', 'called', 'calling', 'message vocal', 'voicemail']],
    ['voicemail-drop', ['répondeur', 'messagerie vocale', 'messages vocaux', 'voice messages']],
    ['live-call', ['appeler', 'par téléphone', 'by phone', 'telefonisch', 'llamadas', 'chiamate']],
    ['fax', ['fax', 'télécopie']],
    ['social-message', ['messages privés', 'messagerie', 'réseaux sociaux', 'réseau social', 'private message']],
    ['social-message', ['social media', 'social networks']],
    ['push', ['push', 'notification', 'notifications']],
    ['in-app', ['application', 'applis', 'apps', 'in-app']],
    ['post', ['courrier', 'courriers', 'la poste', 'post', 'letter', 'letters', 'voie postale', 'postal']],
  ];
  test('is known of every channel', () => {
    expect([...new Set(called.map(([channel]) => channel))].sort()).toEqual([...CHANNELS].sort());
  });
  test('a mail is no letter', () => {
    expect('par courrier électronique'.match(NAMES_OF.post)).toBeNull();
  });
  test.each(called)('%s', (channel, names) => {
    const foundIn = (words: string) => new RegExp(NAMES_OF[channel].source).exec(lowered(words))?.[0];
    for (const name of names) {
      const found = foundIn(`recevoir vos offres, ${name}.`);
      expect([name, found]).toEqual([name, expect.stringMatching(/\S/)]);
      expect(lowered(name)).toContain(found);
    }
    expect(foundIn('recevoir vos offres, ou rien.')).toBeUndefined();
  });
});

describe('what a form lacks', () => {
  test('is at a property that a form version has', () => {
    const properties = Object.keys(FormVersion.shape).map((name) => `/${name}`);
    const pointers = [...Object.values(POINTERS_OF_REASONS), ...Object.keys(EVIDENCE_OF_FORM)];
    expect(pointers.filter((pointer) => !properties.includes(pointer))).toEqual([]);
    expect([...new Set(Object.values(POINTERS_OF_REASONS))].sort()).toEqual([
      ...['/channels', '/mechanism', '/partnersNamed', '/purposes', '/reconstruction'],
    ]);
  });
  test('is said in both languages, with what to do', () => {
    for (const words of [EVIDENCE_OF_FORM, MISSING_FOR_SALES]) {
      areSaid(Object.values(words).map(({ sentence }) => sentence));
      areSaid(Object.values(words).map(({ remedy }) => remedy));
    }
  });
});

test('what a form awaits, and that a channel is not built, is said in both languages', () => {
  areSaid([FORM_AWAITS_REVIEW, REBUILT_FORM_AWAITS_REVIEW, ofUnbuilt].map(({ sentence }) => sentence));
  areSaid([FORM_AWAITS_REVIEW, ofUnbuilt].map(({ remedy }) => remedy?.sentence ?? {}));
});

test('what evidence of a consent or a sale lacks is said in both languages, with what to do', () => {
  const pointers = ['mechanism', 'defaultState', 'wording', 'shown', 'notice', 'approver', 'reconstruction', 'refusal'];
  const pieces = piecesAt(['/form', '/proof', ...pointers.map((name) => `/form/${name}`)], undefined);
  expect(pieces.length).toBeGreaterThan(8);
  areSaid(pieces.map(({ sentence }) => sentence));
  areSaid(pieces.map(({ remedy }) => remedy?.sentence ?? {}));
});
