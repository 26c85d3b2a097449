import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mentions } from '#shared/channels/content/mentions.ts';
import type { MergeValues } from '#shared/channels/content/merge-fields.ts';
import { splitDraft } from '#shared/channels/content/split-draft.ts';
import { RENDERINGS } from '#shared/channels/renderings.ts';
import type { Content } from '#shared/domain/message/content.ts';
import { fillVariant, SentVariant, sha256OfVariant } from '#shared/domain/message/sent-variant.ts';
import { anAdvertiser } from '../../../support/builders.ts';
import { mentionsOf } from '../../../support/mentions.ts';

const HTML =
  '<html><body style="width:500px"><p title={{nom}}>Cher {{prenom}} &amp; {{ville|default: "ami"}}</p><a href="{{lien}}">Vins</a><p>Stop : {{opposition_url}}</p></body></html>';
const CONTENTS: Readonly<Record<keyof typeof RENDERINGS, Content>> = {
  email: { subject: 'Bonjour {{prenom}} {{nom}}', html: HTML, text: 'Cher {{prenom}}, {{nom}}\n{{opposition_url}}' },
  sms: { text: '{{prenom}} {{nom}} : -20 % {{opposition_url}} {{ville}}' },
  mms: {
    text: '{{nom}}{{prenom}}, nos vins',
    media: { url: 'https://maison.example/a.jpg', sha256: 'a'.repeat(64), type: 'image/jpeg', bytes: 1_000 },
  },
  'automated-call': { script: ' {{prenom}}  {{nom}} : nos vins {{ville}} ' },
};
const CHANNELS = Object.keys(CONTENTS) as (keyof typeof RENDERINGS)[];
const ADVERTISER = anAdvertiser({
  senders: {
    email: [{ address: 'news@maison.example' }],
    sms: [{ senderId: 'MAISON', replyCode: '36123' }],
    calls: [{ callerId: '+33162345678', acceptsKeyPress: true }],
  } as never,
});

const made = (channel: keyof typeof RENDERINGS, values: MergeValues, given: Partial<Mentions>, to: string) => {
  const from = RENDERINGS[channel].prepare(CONTENTS[channel], 'taken-out').from(ADVERTISER, undefined);
  if (from === undefined) throw new Error('no sender');
  const { outgoing, draft } = from.renderFor({ to, values, mentions: mentionsOf({ ...from.mentions, ...given }) });
  return { outgoing, ...splitDraft<unknown>(draft) };
};

const NASTY = [
  'a',
  'e',
  ' ',
  '',
  '  x',
  'x ',
  'STOP 36123',
  'Caves Dubois',
  '"><script>',
  "l'été",
  '&amp;',
  '😀',
  '\ud83d',
  '{{nom}}',
  'Bonjour',
  'token',
  '\u00a0',
  'non',
  'nos vins',
];
const value = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, ' ')),
);
const values = fc.record({ prenom: value, nom: value, ville: value, lien: fc.constant('https://maison.example/x') });
const since = fc.constantFrom('2024-02-01T10:00:00.000Z', '2026-03-03T10:00:00.000Z');
const why: fc.Arbitrary<Mentions['why']> = fc.oneof(
  fc.record({
    basis: fc.constant('consent' as const),
    since,
    collectedBy: fc.constantFrom('a', 'Orange', 'de', 'Le Comptoir'),
  }),
  fc.record({
    basis: fc.constant('professional-interest' as const),
    since,
    source: fc.constantFrom('e', 'annuaire', 'la', 'vos'),
  }),
  fc.record({ basis: fc.constant('existing-customer' as const), since }),
  fc.constant({ basis: 'service' as const }),
);
const mentions = fc.record({
  why,
  language: fc.constantFrom('fr' as const, 'en' as const),
  shortReference: fc.constant('7K3M9-QXA2B'),
  sourceToName: fc.constantFrom(undefined, 'a', 'Orange', 'STOP'),
  oppositionUrl: fc.constantFrom('https://stop.maison.example/o/AbCdEf-0123456789', 'https://stop.maison.example/o/zz'),
  oppositionMailbox: fc.constantFrom(undefined, 'o+abc@in.maison.example'),
  oppositionInbox: fc.constant('stop@maison.example'),
});

describe('what left is kept in two, by channel', () => {
  test.each(CHANNELS)('%s: filled again it is what was handed over, whatever the values', (channel) => {
    fc.assert(
      fc.property(values, mentions, (given, said) => {
        const { outgoing, variant, holes } = made(channel, given, said, 'camille@example.fr');
        // As it lies in the store.
        const stored = SentVariant.parse(JSON.parse(JSON.stringify(variant)));
        const { sent, empty } = fillVariant(stored, JSON.parse(JSON.stringify(holes)));
        expect(sent).toEqual(JSON.parse(JSON.stringify(outgoing)));
        expect(empty).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(CHANNELS)('%s: nothing of a reader is in what they share: it is the same for each of them', (channel) => {
    const plain = { prenom: 'Ann', nom: 'Bo', ville: 'Aix', lien: 'https://maison.example/x' };
    const said = {
      why: { basis: 'existing-customer', since: '2024-02-01T10:00:00.000Z' } as const,
      shortReference: '7K3M9-QXA2B',
    };
    const first = sha256OfVariant(made(channel, plain, said, 'ann@example.fr').variant);
    const otherUrl = 'https://stop.caves-dubois.example/o/Q';
    const others: readonly MergeValues[] = ['a', 'e', 'Caves', '"<&>', 'é😀', 'Bonjour'].map((text) => ({
      ...{ prenom: text, nom: `${text}${text}`, ville: `x${text}`, lien: `https://maison.example/${text.length}` },
    }));
    for (const given of others) {
      const why = { basis: 'existing-customer', since: '2026-03-03T10:00:00.000Z' } as const;
      const { variant } = made(
        channel,
        given,
        { why, shortReference: '11111-22222', oppositionUrl: otherUrl },
        'b@example.fr',
      );
      expect(sha256OfVariant(variant)).toBe(first);
    }
  });

  test.each(CHANNELS)(
    '%s: what is unlike anything else is found in the holes, and never in what is shared',
    (channel) => {
      const secret = 'Zq7Xw';
      const given = {
        prenom: `${secret}1`,
        nom: `<${secret}2>`,
        ville: `"${secret}3"`,
        lien: `https://${secret}4.example/`,
      };
      const said = {
        why: { basis: 'consent', since: '2025-07-14T10:00:00.000Z', collectedBy: `${secret}5 & Cie` } as const,
        ...{
          shortReference: `${secret}6`,
          sourceToName: `${secret}7`,
          oppositionUrl: `https://stop.example/o/${secret}8`,
        },
        ...{ oppositionMailbox: `o+${secret}9@in.example` },
      };
      const { variant, holes } = made(channel, given, said, `${secret}@example.fr`);
      expect(JSON.stringify(variant)).not.toContain(secret);
      expect(JSON.stringify(variant)).not.toMatch(/14[ \u00a0]juillet[ \u00a0]2025/);
      expect(Object.values(holes).join(' ')).toContain(secret);
    },
  );
});

test('what is shared and what was kept of a reader that is gone: each hole shows its name', () => {
  const { variant, holes } = made('sms', { prenom: 'Ann', nom: 'Bo', ville: 'Aix' }, {}, '+33612345678');
  const { 'value/raw/prenom': _gone, ...rest } = holes;
  const { sent, empty } = fillVariant(variant, rest);
  expect(empty).toEqual(['value/raw/prenom']);
  expect(JSON.stringify(sent)).toContain('{{value/raw/prenom}} Bo');
});

test.each(CHANNELS)(
  '%s: what was written for one reader has no word in what is shared, and is filled again',
  (channel) => {
    const from = RENDERINGS[channel].prepare(CONTENTS[channel], 'taken-out').from(ADVERTISER, undefined);
    const values = { prenom: 'Ann', nom: 'Bo', ville: 'Aix', lien: 'https://maison.example/x' };
    const said = mentionsOf(from?.mentions ?? {});
    const { outgoing, draft } = from?.renderFor({ to: 'a', values, mentions: said }) ?? expect.fail('no sender');
    const { variant, holes } = splitDraft<unknown>(draft, 'one');
    const pieces: unknown[] = [];
    JSON.stringify(variant, (name, each) => (name === 'pieces' ? pieces.push(...each) : each));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces).toEqual(pieces.map(() => ({ hole: expect.any(String) })));
    expect(SentVariant.parse(variant)).toEqual(variant);
    expect(fillVariant(variant, holes)).toEqual({ sent: JSON.parse(JSON.stringify(outgoing)), empty: [] });
  },
);

test('a field that is written in two ways has a hole for each', () => {
  const text = 'Pour {{ ville | default: "ami" }} et {{ ville | default: "toi" }}';
  const from = RENDERINGS.sms.prepare({ text }, 'taken-out').from(ADVERTISER, undefined) ?? expect.fail('no sender');
  const { outgoing, draft } = from.renderFor({ to: '+33612345678', values: {}, mentions: mentionsOf(from.mentions) });
  const { variant, holes } = splitDraft<unknown>(draft);
  expect(Object.values(holes)).toEqual(expect.arrayContaining(['ami', 'toi']));
  expect(fillVariant(variant, holes).sent).toEqual(JSON.parse(JSON.stringify(outgoing)));
});
