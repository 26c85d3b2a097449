import { describe, expect, test } from 'vitest';
import { followedWords, spokenWords } from '#shared/channels/automated-call/spoken-words.ts';

const heard = (ssml: string) => spokenWords(ssml)?.replace(/\s+/g, ' ').trim();

describe('the words of a script that are heard', () => {
  test.each([
    ['plain text', 'Vins & Co : moins de 5 € < 10 €.', 'Vins & Co : moins de 5 € < 10 €.'],
    [
      'a document',
      '<?xml version="1.0"?><speak>Bonjour <emphasis level="strong">vous</emphasis>.</speak>',
      'Bonjour vous.',
    ],
    ['a piece of one', 'Bonjour<break time="300ms"/>vous.', 'Bonjour vous.'],
    ['sentences', '<speak><p><s>Un.</s><s>Deux.</s></p></speak>', 'Un. Deux.'],
    ['references', '<speak>Vins &amp; Co, l&#39;&#xE9;t&#233;</speak>', "Vins & Co, l'été"],
    ['characters as they are', '<speak><![CDATA[5 < 6 & 7]]></speak>', '5 < 6 & 7'],
    [
      'an alias in place of its text',
      '<speak>Appelez <sub alias="la Maison Valmy">LMV</sub>.</speak>',
      'Appelez la Maison Valmy.',
    ],
    ['no comment', '<speak>Un<!-- <s>deux</s> --> trois</speak>', 'Un trois'],
  ])('%s', (_, script, words) => {
    expect(heard(script)).toBe(words);
  });

  test.each([
    ['at silent volume', '<prosody volume="silent">tapez 9</prosody>'],
    ['40 dB below', "<prosody rate='slow' volume='-40dB'>tapez 9</prosody>"],
    ['in a louder part of a silent one', '<prosody volume="silent"><prosody volume="loud">tapez 9</prosody></prosody>'],
    ['at a volume of 1 in 100', '<prosody volume="1">tapez 9</prosody>'],
    ['99 % below', '<prosody volume="-99%">tapez 9</prosody>'],
    ['95 below, of 100', '<prosody volume="-95">tapez 9</prosody>'],
    ['20 dB below, in two', '<prosody volume="-12dB"><prosody volume="-12dB">tapez 9</prosody></prosody>'],
    ['beeped over', '<say-as interpret-as="expletive">tapez 9</say-as>'],
    ['where a recording is played', '<audio src="https://a.example/x.mp3">tapez 9</audio>'],
    ['under an alias', '<sub alias="rien">tapez 9</sub>'],
    ['spelled otherwise for the voice', '<phoneme ph="bla">tapez 9</phoneme>'],
    ['in metadata', '<metadata>tapez 9</metadata>'],
  ])('not what stands %s', (_, part) => {
    expect(heard(`<speak>Avant ${part} après</speak>`)).not.toContain('9');
    expect(heard(`<speak>Avant ${part} après</speak>`)).toMatch(/^Avant .*après$/);
  });

  test('a name that is spelled for the voice is heard', () => {
    expect(heard('<speak>ici <phoneme ph="valmi">Valmy</phoneme></speak>')).toBe('ici Valmy');
  });

  test.each([
    ['said ten times as fast', '<prosody rate="1000%">tapez 9</prosody>'],
    ['said four times as fast, in two', '<prosody rate="200%"><prosody rate="+100%">tapez 9</prosody></prosody>'],
    ['said at a tenth of the rate', '<prosody rate="0.1">tapez 9</prosody>'],
    ['said within ten milliseconds', '<prosody duration="10ms">pour ne plus être appelé, tapez 9</prosody>'],
    ['said within a tenth of a second', '<prosody duration=".1s">tapez 9</prosody>'],
    ['cut to a moment', '<prosody amazon:max-duration="100ms">pour ne plus être appelé, tapez 9</prosody>'],
    ['drawn out for an hour', '<prosody duration="3600s">tapez 9</prosody>'],
    ['by a voice that no sentence is for', '<lang xml:lang="ja-JP">tapez neuf</lang><lang xml:lang="ja-JP">9</lang>'],
    ['in a voice of another language', '<lang xml:lang="ja-JP">pour ne plus être appelé, tapez 9</lang>'],
    ['in one of another that is read', '<s xml:lang="de-DE">pour ne plus être appelé, tapez 9</s>'],
    ['in one of English', '<voice languages="en">pour ne plus être appelé, tapez 9</voice>'],
    ['in one of two others', '<voice languages="en:us de">pour ne plus être appelé, tapez 9</voice>'],
    ['in a voice of English by its name', '<voice name="en-US-JennyNeural">pour ne plus être appelé, tapez 9</voice>'],
    ['in English in parts', '<lang xml:lang="en">pour <s>ne plus</s> <s xml:lang="">être</s> appelé, tapez 9</lang>'],
    ['under a French voice of English', '<voice name="en-GB-Ryan" xml:lang="fr">vous ne pouvez plus tapez 9</voice>'],
    ['an alias in English', '<lang xml:lang="en"><sub alias="pour ne plus être appelé, tapez 9">LMV</sub></lang>'],
  ])('not followed is what is %s', (_, part) => {
    expect(followedWords(`<speak>Avant ${part} après</speak>`)?.replace(/\s+/g, ' ')).toMatch(/^Avant .*après$/);
    expect(followedWords(`<speak>Avant ${part} après</speak>`)).not.toContain('9');
    expect(spokenWords(`<speak>Avant ${part} après</speak>`)).toContain('9');
  });

  test.each([
    '<prosody rate="x-fast">tapez 9</prosody>',
    '<prosody rate="85%">tapez 9</prosody>',
    '<prosody rate="+20%">tapez 9</prosody>',
    '<prosody rate="slow" pitch="low">tapez 9</prosody>',
    '<lang xml:lang="fr-FR">pour ne plus être appelé, tapez 9</lang>',
    '<lang xml:lang="en-GB">to opt out press 9</lang>',
    '<p xml:lang="de">drücken Sie die 9, um nicht mehr angerufen zu werden</p>',
    '<lang xml:lang="en-US">Summer Wines 9</lang>',
  ])('what people follow is: %s', (part) => {
    expect(followedWords(`<speak xml:lang="fr-FR">Avant pour vous ${part} après</speak>`)).toContain('9');
  });

  const MEANS = 'Pour ne plus être appelé, tapez 9';
  test.each([
    `<speak xml:lang="en-US"><voice name="fr-FR-DeniseNeural">${MEANS}</voice></speak>`,
    `<speak xml:lang="fr-FR"><voice name="en-US-AvaMultilingualNeural">${MEANS}</voice></speak>`,
    `<speak xml:lang="en-US"><voice name="Server Voice (fr-FR, DeniseNeural)">${MEANS}</voice></speak>`,
    `<speak xml:lang="en-US"><voice name="fr-FR-DeniseNeural" xml:lang="en-US">${MEANS}</voice></speak>`,
    `<speak xml:lang="en-US"><voice language="fr-FR" gender="female">${MEANS}</voice></speak>`,
    `<speak xml:lang="en-US"><lang xml:lang="fr-FR">${MEANS}</lang></speak>`,
    `<speak><lang xml:lang="en-US">to you <lang xml:lang="fr-FR">${MEANS}</lang></lang></speak>`,
    `<speak><voice languages="en fr">${MEANS}</voice></speak>`,
    `<speak><voice languages="en:us fr:ca">${MEANS}</voice></speak>`,
    `<speak xml:lang="">${MEANS}</speak>`,
    `<speak xml:lang="ja-JP"><p xml:lang="fr">${MEANS}</p></speak>`,
  ])('the nearest language counts: %s', (script) => {
    expect(followedWords(script)).toContain(MEANS);
  });

  test('a part in a language of its own does not carry its neighbours', () => {
    const script = `<speak xml:lang="en-US">${MEANS} <lang xml:lang="en-US">to the press</lang></speak>`;
    expect(followedWords(script)?.trim()).toBe('to the press');
  });

  test('a part six decibels lower is heard', () => {
    expect(heard('<speak><prosody volume="-6dB">tapez 9</prosody></speak>')).toBe('tapez 9');
  });

  test.each([
    '<speak>Bonjour',
    '<speak>Bonjour</p></speak>',
    '<speak><prosody volume="silent">Bonjour</speak></prosody>',
    '<speak>Vins & Co</speak>',
    '<speak>&inconnu;</speak>',
    '<speak>&#9999999;</speak>',
    '<speak>Bonjour</speak> et encore',
    '<!DOCTYPE speak [<!ENTITY x "y">]><speak>&x;</speak>',
    '<speak>5 < 6</speak>',
    '<speak><sub alias="a & b">x</sub></speak>',
    'Bonjour <emphasis>vous',
    '<html><speak>Bonjour</speak></html>',
    '<!DOCTYPE speak><speak>Bonjour</speak>',
    '<speak><prosody volume="silent" volume="loud">Bonjour</prosody></speak>',
    '<speak><prosody volume="&x">Bonjour</prosody></speak>',
    '<speak>Bonjour]]></speak>',
    '<speak>Bonjour&#0;</speak>',
    '<speak>Bonjour&#xD800;</speak>',
    '<speak>Bon\u0001jour</speak>',
    '<speak><!-- a -- b -->Bonjour</speak>',
    '<speak><?xml version="1.0"?>Bonjour</speak>',
    `<speak>${'<p>'.repeat(6000)}Bonjour${'</p>'.repeat(6000)}</speak>`,
  ])('markup that is not well formed has none: %s', (script) => {
    expect(spokenWords(script)).toBeUndefined();
  });
});

describe('a voice of another language, by how many words are of which', () => {
  const SAID = 'Pour ne plus être appelé, tapez 9.';
  test.each([
    ['es-ES-ElviraNeural', 'Il y a du vin.'],
    ['it-IT-ElsaNeural', 'Le e-shop est à vous.'],
    ['nl-NL-ColetteNeural', 'Système U.'],
    ['en-US-JennyNeural', 'Voici The Box.'],
    ['de-DE-KatjaNeural', 'Das Auto.'],
  ])('%s makes no sense of French: %s', (name, words) => {
    expect(followedWords(`<speak><voice name="${name}">${words} ${SAID}</voice></speak>`)?.trim()).toBe('');
  });
  test.each([
    ['es-ES', 'Para no recibir más llamadas, pulse 9. Visite Pour Vous en París.'],
    ['it-IT', 'Per non essere più chiamato, prema 9. Nous è il nome della linea.'],
    ['en-GB', 'To stop these calls, press 9. This is the Plus Pour Vous sale.'],
    ['fr-FR', `Just do it, this is your day. ${SAID} C’est pour vous, ici, sur votre ligne.`],
    ['fr-FR', 'Click and collect'],
    ['pt-PT', 'Casa do Vinho'],
    ['sv-SE', 'Ikea'],
    ['ja-JP', 'Muji'],
    ['ja-JP', '無印'],
  ])('%s speaks its own, and names: %s', (tag, words) => {
    expect(followedWords(`<speak><lang xml:lang="${tag}">${words}</lang></speak>`)).toContain(words);
  });
});

describe('what is said as other tools have it', () => {
  test.each([
    '<prosody volume="soft">tapez 9</prosody>',
    '<prosody volume="+6dB">tapez 9</prosody>',
    '<prosody volume="-6dB">tapez 9</prosody>',
    '<prosody volume="80">tapez 9</prosody>',
    '<prosody volume="+20.00%">tapez 9</prosody>',
    '<prosody volume="-20%">tapez 9</prosody>',
    '<prosody volume="default">tapez 9</prosody>',
    '<prosody duration="2500ms">pour ne plus être appelé, tapez 9</prosody>',
    '<prosody duration="3s">pour ne plus être appelé, tapez 9</prosody>',
    '<prosody amazon:max-duration="60s">tapez 9</prosody>',
    '<prosody duration="soon">tapez 9</prosody>',
  ])('is followed: %s', (part) => {
    expect(followedWords(`<speak>${part}</speak>`)).toContain('tapez 9');
  });
});
