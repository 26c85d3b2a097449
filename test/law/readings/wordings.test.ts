import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/message/channel.ts';
import { channelSaid } from '#shared/law/readings/wording/channel-said.ts';
import afterwards from '#test/labelled/wordings/afterwards.json' with { type: 'json' };
import anotherUse from '#test/labelled/wordings/another-use.json' with { type: 'json' };
import carrying from '#test/labelled/wordings/carrying.json' with { type: 'json' };
import denying from '#test/labelled/wordings/denying.json' with { type: 'json' };
import forATerm from '#test/labelled/wordings/for-a-term.json' with { type: 'json' };
import noChannel from '#test/labelled/wordings/no-channel-for-offers.json' with { type: 'json' };
import ofSomethingElse from '#test/labelled/wordings/of-something-else.json' with { type: 'json' };
import ofWhom from '#test/labelled/wordings/of-whom-and-of-what.json' with { type: 'json' };
import leftOut from '#test/labelled/wordings/offers-left-out.json' with { type: 'json' };
import oneAct from '#test/labelled/wordings/one-act-for-more.json' with { type: 'json' };
import reviewed from '#test/labelled/wordings/reviewed.json' with { type: 'json' };
import serviceAlone from '#test/labelled/wordings/service-alone.json' with { type: 'json' };
import withoutPartners from '#test/labelled/wordings/without-partners.json' with { type: 'json' };
import { aFormVersion } from '#test/support/builders.ts';
import { growth } from '#test/support/growth.ts';

interface Labelled {
  readonly language: string;
  readonly channel: string;
  readonly words: string;
  readonly wording: string;
}
const saidBy = ({ channel, words, ...form }: Labelled): string =>
  channelSaid(aFormVersion({ ...form, channels: [{ channel: channel as Channel, words }] }), channel as Channel);

/** What is said otherwise than it is labelled, with what was read. */
const wrong = (rows: readonly Labelled[], said: string): readonly unknown[] =>
  rows.filter((row) => saidBy(row) !== said).map((row) => [saidBy(row), row.wording]);

describe('wordings that were labelled before anything read them', () => {
  test('are in six languages, a hundred and more of each label, and hold the words that they quote', () => {
    const rows = [...carrying, ...denying];
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['fr', 'en', 'de', 'es', 'it', 'nl']));
    expect(Math.min(carrying.length, denying.length)).toBeGreaterThanOrEqual(100);
    expect([...rows, ...afterwards, ...reviewed].filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
  });
  test('name the channel where they agree to it', () => {
    expect(wrong(carrying, 'named')).toEqual([]);
  });
  test('carry nothing where they deny it, refuse it or stop it', () => {
    expect(wrong(denying, 'not-named')).toEqual([]);
  });
});

test.each(['named', 'not-named'])(
  'wordings that give a datum for one use alone, and what says the same of offers: %s',
  (said) => {
    const rows = anotherUse.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(10);
    expect(anotherUse.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'no-channel-named'])(
  'wordings that speak of an order or a delivery beside offers, and by that means of it alone: %s',
  (said) => {
    const rows = serviceAlone.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(15);
    expect(serviceAlone.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'not-named', 'no-channel-named'])(
  'wordings with one message that only confirms, with none, or with those that another means replaces, and what only sounds like it: %s',
  (said) => {
    const rows = noChannel.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(15);
    expect(new Set(rows.map(({ language }) => language)).size).toBe(6);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'no-channel-named'])(
  'wordings that agree to the offers of others alone, or to an answer or a paper, and what says the same beside own offers: %s',
  (said) => {
    const rows = ofSomethingElse.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(25);
    expect(ofSomethingElse.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'no-channel-named'])(
  'wordings by which others send or get the data, or that agree to something else where a mail is mentioned, and what only sounds like it: %s',
  (said) => {
    const rows = ofWhom.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(50);
    expect(new Set(rows.map(({ language }) => language)).size).toBe(6);
    expect(ofWhom.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'no-channel-named'])(
  'wordings by which one act agrees to offers and to something else (terms, an order, a game, a receipt), and what only sounds like it: %s',
  (said) => {
    const rows = oneAct.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(55);
    expect(new Set(rows.map(({ language }) => language)).size).toBe(6);
    expect(oneAct.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'not-named', 'no-channel-named'])(
  'wordings that leave offers or machines out, ask for one thing alone, have somebody else agree or nobody, and what only sounds like it: %s',
  (said) => {
    const rows = leftOut.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(15);
    expect(leftOut.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test.each(['named', 'no-channel-named'])(
  'offers of partners that a wording leaves out, and names none of: %s',
  (said) => {
    const rows = withoutPartners.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(4);
    const partnersNamed = [{ siren: '552100554', name: 'Maison Soleil' }];
    const read = ({ channel, words, ...form }: (typeof rows)[number]) =>
      channelSaid(
        aFormVersion({ ...form, partnersNamed, channels: [{ channel: channel as Channel, words }] } as never),
        channel as Channel,
        'anyone',
      );
    expect(rows.filter((row) => read(row) !== said).map((row) => [read(row), row.wording])).toEqual([]);
  },
);

test('what others send is what a message of partners asks about, and the advertiser’s own where its partner showed the form', () => {
  const ofPartners = ofWhom.filter(({ wording }) =>
    /^J’accepte (?:que les partenaires|d’être contacté par e-mail par)/.test(wording),
  );
  const forAnyone = ofPartners.map(({ channel, words, ...form }) =>
    channelSaid(
      aFormVersion({ ...form, channels: [{ channel: channel as Channel, words }] }),
      channel as Channel,
      'anyone',
    ),
  );
  expect(forAnyone).toEqual(['named', 'named', 'named']);
});

test.each(['named', 'no-channel-named'])(
  'wordings that say until when or at which hours, and what only seems to: %s',
  (said) => {
    const rows = forATerm.filter((row) => row.said === said);
    expect(rows.length).toBeGreaterThan(25);
    expect(forATerm.filter(({ words, wording }) => !wording.includes(words))).toEqual([]);
    expect(wrong(rows, said)).toEqual([]);
  },
);

test('a term that is declared is read, and hours are asked about all the same', () => {
  const terms = forATerm.filter((row) => row.said === 'no-channel-named');
  const declared = terms.filter((row) => saidBy({ ...row, agreedFor: { months: 6 } } as Labelled) === 'named');
  expect(declared.length).toBeGreaterThan(20);
  expect(terms.filter((row) => !declared.includes(row)).every(({ channel }) => channel === 'automated-call')).toBe(
    true,
  );
});

test.each(['named', 'not-named', 'no-channel-named'])('wordings that were written afterwards: %s', (said) => {
  const rows = [...afterwards, ...reviewed].filter((row) => row.said === said);
  expect(rows.length).toBeGreaterThan(15);
  expect(wrong(rows, said)).toEqual([]);
});

test('a wording is read in a time that grows with its length, however it is made', () => {
  const long = [
    'je ne veux pas de ',
    'möchte ',
    'kann ',
    'cochez si ',
    'si kann möchte melde wil ',
    'ne ',
    'par SMS, ',
    'sert uniquement à vous ',
    'uniquement pour par SMS utilisé ',
    'numéro livraison par SMS ',
    'offres par e-mail, et par SMS ',
    'offres de vos offres valables ',
    'accord de la ',
    'tant que je ',
    'à des partenaires ',
    'voyages pour un 10 % de ',
    'offres des assureurs et banques ',
    'assureurs, ',
    'y compris pendant les ',
    'une seule offre par ',
    'assureurs et banques, ',
    'supprimé les ',
    'un SMS ',
    'que les partenaires de ',
    'transmis à des ',
    'aux partenaires ',
    'Angebote der ',
    'mes billets par SMS ',
    'j’accepte les offres de la ',
    'J’accepte la charte. ',
    'j’accepte les ',
    'j’accepte et les ',
    'en validant ma ',
    'en m’inscrivant à la ',
    'pour recevoir mon ',
    'invité à participer au ',
    'je m’inscris et ',
    'suivi de ',
    'après ',
    'door mijn ',
    'sans aucune ',
    'avoir lu ',
    'je signe ',
    'rappel ',
    'd’office ',
    'inscrit ',
    'pas de la ',
  ];
  // What is read is kept by its words: each of these is another wording.
  let read = 0;
  const readOf = (text: string) => {
    read += 1;
    return saidBy({ language: 'fr', channel: 'sms', words: 'par SMS', wording: `${text} ${read} par SMS` });
  };
  // Each means is read in its sentence: of one that names it again and again the time grows with their number too, and the longest wording has 4,000 characters.
  for (const part of long) {
    const most = part.includes('SMS') ? 150 : 40;
    expect([part, growth(part, 4000, readOf) < most]).toEqual([part, true]);
  }
});
