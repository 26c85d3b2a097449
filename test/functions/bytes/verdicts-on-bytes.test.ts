import { describe, expect, test } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { codesIn } from '#shared/domain/message/verdict.ts';
import { TEST_SECRET } from '../../support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
const BASE = 'https://stop.maison-valmy.example';
const NOTICE = 'https://maison-valmy.example/confidentialite';
const tokens = tokensOf(TEST_SECRET);

/** A link that we made, for this reader or another. */
const linkFor = (contactId: string) =>
  `${BASE}/o/${tokens.mint({
    advertiserId: ADVERTISER,
    contactId: contactId as ContactId,
    messageId: `msg_${'a'.repeat(22)}` as MessageId,
    channel: 'email',
    purpose: 'own-offers',
  })}`;

const textWith = (stop: string) =>
  [
    'Nos vins d’hiver sont arrivés.',
    'E-mail publicitaire de Maison Valmy.',
    'Vous le recevez parce que vous avez accepté nos offres le 20 novembre 2026.',
    stop,
    `Vos données : ${NOTICE}`,
  ].join('\n');
const mail = (text: string, changes: object = {}) => ({
  email: {
    from: { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' },
    subject: 'Nos vins d’hiver',
    text,
    ...changes,
  },
});

const aConsentingReader = async () => {
  const world = await aWorldWithForms();
  const { body } = await world.call('record-consent', { body: EXAMPLES['record-consent'] });
  return { world, link: linkFor(body.contactId), other: linkFor(`v1n1.${'b'.repeat(43)}`) };
};
const ask = async (world: World, bytes: object, more: object = {}) => {
  const messages = [{ contact: CONTACT, channel: 'email', offerCategory: 'wine', bytes, ...more }];
  return (await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } })).body.verdicts[0];
};
/** Each code once: two texts may give one. */
const codes = (verdict: { outcome: string; reasons: { code: string }[] }) => [
  verdict.outcome,
  ...codesIn(verdict.reasons),
];

describe('the final bytes of a mail that is sent elsewhere', () => {
  test('that tell everything, with our own link, may leave', async () => {
    const { world, link } = await aConsentingReader();
    const html = `<p>Nos vins.</p><p>Publicité de Maison Valmy. Vous recevez ce message parce que vous l’avez accepté.</p>
      <a href="${link}">Se désabonner</a> <a href="${NOTICE}">Vos données</a>`;
    expect(codes(await ask(world, mail(textWith(`Pour ne plus recevoir : ${link}`), { html })))).toEqual([
      'allow',
      'OK_CONSENT',
    ]);
  });

  test('without means to oppose are refused, in one part as in all', async () => {
    const { world, link } = await aConsentingReader();
    expect(codes(await ask(world, mail(textWith('Bonne dégustation.'))))).toEqual([
      'refuse',
      'OPPOSITION_MENTION_MISSING',
    ]);
    const html = `<p>Publicité de Maison Valmy. Vous recevez ceci car vous avez accepté.</p><a href="${NOTICE}">Données</a>`;
    expect(codes(await ask(world, mail(textWith(`Se désabonner : ${link}`), { html })))).toContain(
      'OPPOSITION_MENTION_MISSING',
    );
    const hidden = `${html}<a href="${link}" style="display:none">Se désabonner</a>`;
    expect(codes(await ask(world, mail(textWith(`Se désabonner : ${link}`), { html: hidden })))).toContain(
      'OPPOSITION_MENTION_MISSING',
    );
  });

  test('with a link that is not ours wait for a human, who decides for the host', async () => {
    const { world } = await aConsentingReader();
    const bytes = mail(textWith('Se désabonner : https://u.routeur.example/x?y=1'));
    const verdict = await ask(world, bytes);
    expect([codes(verdict), verdict.cause]).toEqual([
      ['review', 'OPPOSITION_ROAD_NOT_WORKING'],
      'opposition-means:u.routeur.example',
    ]);
    const { body } = await world.call('list-reviews');
    const decide = (decision: string) =>
      world.call('decide-review', {
        path: { reviewId: body.reviews[0].id },
        body: { decision, reason: 'Essayé : entendu en une minute.', decider: 'Jeanne Roy' },
      });
    await decide('allowed');
    expect(codes(await ask(world, bytes))).toEqual(['allow', 'OK_CONSENT']);
    await decide('refused');
    expect(codes(await ask(world, bytes))).toEqual(['refuse', 'OPPOSITION_ROAD_NOT_WORKING']);
  });

  test('with a link of ours that is another reader’s, or nobody’s, are refused', async () => {
    const { world, other } = await aConsentingReader();
    for (const stop of [other, `${BASE}/o/rien`])
      expect(codes(await ask(world, mail(textWith(`Se désabonner : ${stop}`))))).toEqual([
        'refuse',
        'OPPOSITION_ROAD_NOT_WORKING',
      ]);
  });

  test('whose header names a means that is not ours wait, though the body has ours', async () => {
    const { world, link } = await aConsentingReader();
    const headers = [{ name: 'List-Unsubscribe', value: '<https://u.routeur.example/z>' }];
    const verdict = await ask(world, mail(textWith(`Se désabonner : ${link}`), { headers }));
    expect(verdict).toMatchObject({ outcome: 'review', cause: 'opposition-means:u.routeur.example' });
  });

  const FOREIGN = 'https://u.routeur.example/x?y=1';
  test.each([
    ['in the text', `Se désabonner : ${FOREIGN}`, '', {}, 'u.routeur.example'],
    ['in the HTML', '', `<a href="${FOREIGN}">Se désabonner</a>`, {}, 'u.routeur.example'],
    ['a mailbox', '', '<a href="mailto:unsubscribe@routeur.example">Se désabonner</a>', {}, 'routeur.example'],
    ['that is dead', '', '<a href="#">Se désabonner</a>', {}, 'dead-link'],
    ['that nobody filled in', '', '<a href="*|UNSUB|*">Se désabonner</a>', {}, 'dead-link'],
    [
      'in the header',
      '',
      '',
      { headers: [{ name: 'List-Unsubscribe', value: `<LINK>, <${FOREIGN}>` }] },
      'u.routeur.example',
    ],
  ] as const)('with another way to stop beside ours wait for a human: %s', async (_, text, html, more, target) => {
    const { world, link } = await aConsentingReader();
    const body = `<p>Publicité de Maison Valmy. Vous recevez ce message parce que vous l’avez accepté.</p>
      <a href="${link}">Se désabonner</a> <a href="${NOTICE}">Vos données</a>`;
    const headers =
      'headers' in more ? more.headers.map((each) => ({ ...each, value: each.value.replace('LINK', link) })) : [];
    const bytes = mail(`${textWith(`Pour ne plus recevoir : ${link}`)}\n${text}`, { html: `${body}${html}`, headers });
    const verdict = await ask(world, bytes);
    expect([codes(verdict), verdict.cause.replace(/^(.*:dead-link)-[0-9a-f]{12}$/, '$1')]).toEqual([
      ['review', 'OPPOSITION_ROAD_NOT_WORKING'],
      `opposition-means:${target}`,
    ]);
  });

  test('with a dead link that a human allowed are asked about again for another one', async () => {
    const { world, link } = await aConsentingReader();
    const withDead = (dead: string) =>
      mail(textWith(`Pour ne plus recevoir : ${link}`), {
        html: `<p>Publicité de Maison Valmy. Vous recevez ce message parce que vous l’avez accepté.</p>
          <a href="${link}">Se désabonner</a> <a href="${NOTICE}">Vos données</a> <a href="${dead}">Se désabonner</a>`,
      });
    const verdict = await ask(world, withDead('*|UNSUB|*'));
    const { reviews } = (await world.call('list-reviews')).body;
    const body = { decision: 'allowed', reason: 'Essayé.', decider: 'Jeanne Roy' };
    await world.call('decide-review', { path: { reviewId: reviews[0].id }, body });
    expect(codes(await ask(world, withDead('*|UNSUB|*')))).toEqual(['allow', 'OK_CONSENT']);
    const other = await ask(world, withDead('#'));
    expect([other.outcome, other.cause === verdict.cause]).toEqual(['review', false]);
  });

  test('with two other ways are asked about both, one after the other', async () => {
    const { world, link } = await aConsentingReader();
    const stops = ['a', 'b'].map((name) => `Se désabonner : https://${name}.example/x`);
    const bytes = mail([textWith(`Pour ne plus recevoir : ${link}`), ...stops].join('\n'));
    const causes: string[] = [];
    for (let verdict = await ask(world, bytes); verdict.outcome === 'review'; verdict = await ask(world, bytes)) {
      causes.push(verdict.cause);
      const { reviews } = (await world.call('list-reviews')).body;
      const reviewId = reviews.find(({ cause }: { cause: string }) => cause === verdict.cause).id;
      const body = { decision: 'allowed', reason: 'Essayé.', decider: 'Jeanne Roy' };
      await world.call('decide-review', { path: { reviewId }, body });
    }
    expect(causes).toEqual(['opposition-means:a.example', 'opposition-means:b.example']);
    expect(codes(await ask(world, bytes))).toEqual(['allow', 'OK_CONSENT']);
  });

  test('with the link of another reader beside ours are refused', async () => {
    const { world, link, other } = await aConsentingReader();
    const stops = [link, other].map((each) => `Se désabonner : ${each}`).join('\n');
    expect(codes(await ask(world, mail(textWith(stops))))).toEqual(['refuse', 'OPPOSITION_ROAD_NOT_WORKING']);
  });

  test.each([
    [
      'an article on how one stops elsewhere',
      '<a href="https://presse.example/a">Comment se désabonner d’une newsletter</a>',
    ],
    ['offers under a word of stopping', '<a href="https://maison-valmy.example/stop">Stop aux idées reçues</a>'],
    ['our link twice', '<a href="LINK">Se désinscrire</a>'],
  ])('with %s beside ours may leave', async (_, html) => {
    const { world, link } = await aConsentingReader();
    const body = `<p>Publicité de Maison Valmy. Vous recevez ce message parce que vous l’avez accepté.</p>
      <a href="${link}">Se désabonner</a> <a href="${NOTICE}">Vos données</a>${html.replace('LINK', link)}`;
    const bytes = mail(textWith(`Pour ne plus recevoir : ${link}`), { html: body });
    expect(codes(await ask(world, bytes))).toEqual(['allow', 'OK_CONSENT']);
  });

  test.each([
    ['name nobody', (text: string) => text.replaceAll('Maison Valmy', 'nous'), {}, 'ADVERTISER_HIDDEN'],
    [
      'come from a mailbox that is not registered',
      (text: string) => text,
      { from: { address: 'a@b.example' } },
      'ADVERTISER_HIDDEN',
    ],
    [
      'show another name',
      (text: string) => text,
      { from: { address: 'bonjour@maison-valmy.example', name: 'Vins pas chers' } },
      'ADVERTISER_HIDDEN',
    ],
    [
      'do not say that they are advertising',
      (text: string) => text.replace('publicitaire', '').replace('nos offres', 'cela'),
      {},
      'AD_NOT_RECOGNISABLE',
    ],
    [
      'do not say why',
      (text: string) => text.replace('Vous le recevez parce que v', 'V'),
      {},
      'PROCESSING_NOTICE_MISSING',
    ],
    [
      'do not lead to the notice',
      (text: string) => text.replace(NOTICE, 'sur demande'),
      {},
      'PROCESSING_NOTICE_MISSING',
    ],
    ['pose as a reply', (text: string) => text, { subject: 'RE: votre dossier' }, 'SUBJECT_FAKE_REPLY'],
  ] as const)('that %s are refused', async (_, change, more, code) => {
    const { world, link } = await aConsentingReader();
    const verdict = await ask(world, mail(change(textWith(`Se désabonner : ${link}`)), more));
    expect(codes(verdict)).toEqual(['refuse', code]);
  });

  test('do not help one who has no basis, and their own faults are given beside it; of another channel they are nobody’s', async () => {
    const world = await aWorldWithForms();
    expect(codes(await ask(world, mail(textWith('Se désabonner : https://u.routeur.example/x'))))).toEqual([
      'refuse',
      'CONSENT_MISSING',
      'OPPOSITION_ROAD_NOT_WORKING',
    ]);
    const sms = { sms: { senderId: 'MAISONVALMY', text: 'Maison Valmy' } };
    expect((await ask(world, sms)).error).toMatchObject({ errors: [{ pointer: '/messages/0/bytes' }] });
  });
});

const PHONE = { phone: '+33612345678' };
/** Someone who consented to texts and to automated calls. */
const aReader = async () => {
  const world = await aWorldWithForms();
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'telephone', version: '1' },
    body: {
      ...(EXAMPLES['put-form-version'] as object),
      wording: 'J’accepte de recevoir par SMS, par MMS et par appel automatique les offres de Maison Valmy.',
      channels: [
        { channel: 'sms', words: 'par SMS' },
        { channel: 'mms', words: 'par MMS' },
        { channel: 'automated-call', words: 'par appel automatique' },
      ],
    },
  });
  await world.call('record-consent', {
    body: {
      ...(EXAMPLES['record-consent'] as object),
      contact: PHONE,
      channels: ['sms', 'mms', 'automated-call'],
      form: { formId: 'telephone', version: '1' },
    },
  });
  return world;
};
const askText =
  (kind: 'sms' | 'mms') =>
  (world: World, text: string, senderId = 'MAISONVALMY') =>
    ask(world, { [kind]: { senderId, text } }, { contact: PHONE, channel: kind });

describe.each(['sms', 'mms'] as const)('the final text of an %s that is sent elsewhere', (kind) => {
  const askThis = askText(kind);

  test.each([
    ['STOP to its own code', 'Maison Valmy: nos vins. STOP au 36105', ['allow', 'OK_CONSENT']],
    ['no STOP', 'Maison Valmy: nos vins.', ['refuse', 'OPPOSITION_MENTION_MISSING', 'AD_NOT_RECOGNISABLE']],
    [
      'opening hours before STOP to its own code',
      'Maison Valmy: non stop 75011 Paris. STOP au 36105',
      ['allow', 'OK_CONSENT'],
    ],
    [
      'STOP to its own code, then to one that costs',
      'Maison Valmy: nos vins. STOP 36105 ou STOP 81180',
      ['refuse', 'OPPOSITION_NOT_FREE', 'OPPOSITION_ROAD_NOT_WORKING'],
    ],
    [
      'STOP to its own code, then to another that is free',
      'Maison Valmy: nos vins. STOP 36105 ou "STOP" par SMS au 36 999',
      ['review', 'OPPOSITION_ROAD_NOT_WORKING'],
    ],
    [
      'STOP to its own code without a space, in a text that is "non-stop"',
      'Maison Valmy: NON-STOP 36999. STOP36105',
      ['allow', 'OK_CONSENT'],
    ],
    [
      'STOP to a code that is not bound to it',
      'Maison Valmy: nos vins. STOP au 36999',
      ['review', 'OPPOSITION_ROAD_NOT_WORKING'],
    ],
    [
      'a link alone',
      `Maison Valmy: nos vins. Stop : ${BASE}/o/x`,
      ['refuse', 'OPPOSITION_MENTION_MISSING', 'AD_NOT_RECOGNISABLE'],
    ],
    ['nobody’s name', 'Nos vins. STOP 36105', ['refuse', 'ADVERTISER_HIDDEN']],
  ] as const)('with %s', async (_, text, expected) => {
    const world = await aReader();
    const verdict = await askThis(world, text);
    expect(codes(verdict).sort()).toEqual([...expected].sort());
  });

  test('from a sender that is not registered is refused', async () => {
    const world = await aReader();
    expect(codes(await askThis(world, 'Maison Valmy: nos vins. STOP 36105', 'AUTRE'))).toContain('SENDER_ID_INVALID');
  });
});

describe('what an MMS is not asked', () => {
  const long = `Maison Valmy: ${'nos vins d’hiver sont là. '.repeat(30)}STOP au 36105`;

  test('is to fit segments', async () => {
    const world = await aReader();
    const sms = await askText('sms')(world, long);
    expect([codes(sms), sms.reasons[0].detail]).toEqual([['refuse', 'OPPOSITION_MENTION_MISSING'], 'no-room']);
    expect(codes(await askText('mms')(world, long))).toEqual(['allow', 'OK_CONSENT']);
  });

  test('is to be an SMS: neither takes the bytes of the other', async () => {
    const world = await aReader();
    const bytes = { sms: { senderId: 'MAISONVALMY', text: 'Maison Valmy: nos vins. STOP au 36105' } };
    const { error } = await ask(world, bytes, { contact: PHONE, channel: 'mms' });
    expect(error).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/messages/0/bytes' }] });
  });
});

describe('the spoken words of an automated call that is made elsewhere', () => {
  const CALLER_ID = '+33162000000';
  const HELLO = 'Bonjour, un appel publicitaire de la Maison Valmy.';
  const STOP = 'Pour ne plus être appelé, tapez 9.';
  const SCRIPT = `<speak><s>${HELLO}</s><s>${STOP}</s><break time="1s"/><s>Nos vins d’hiver sont là.</s></speak>`;
  const askCall = (world: World, script: string, callerId = CALLER_ID) =>
    ask(world, { automatedCall: { callerId, script } }, { contact: PHONE, channel: 'automated-call' });
  const hearing = (world: World, calls: object) => {
    const body = { senders: { calls: [{ callerId: CALLER_ID, ...calls }] } };
    return world.call('patch-advertiser', { path: { advertiserId: ADVERTISER }, body });
  };

  test.each([
    ['a key', SCRIPT, ['allow', 'OK_CONSENT']],
    ['a free number', `${HELLO} Pour vous opposer, appelez le 0 800 123 456.`, ['allow', 'OK_CONSENT']],
    ['nothing to stop by', HELLO, ['refuse', 'OPPOSITION_MENTION_MISSING', 'AD_NOT_RECOGNISABLE']],
    [
      'a way to stop that nobody hears',
      SCRIPT.replace(`<s>${STOP}</s>`, `<prosody volume="silent">${STOP}</prosody>`),
      ['refuse', 'OPPOSITION_MENTION_MISSING', 'AD_NOT_RECOGNISABLE'],
    ],
    [
      'a number that nobody knows of',
      `${HELLO} Pour vous opposer, appelez le 01 99 00 12 34.`,
      ['review', 'OPPOSITION_ROAD_NOT_WORKING'],
    ],
    [
      'a premium number',
      `${HELLO} Pour vous opposer, appelez le 08 99 12 34 56.`,
      ['refuse', 'OPPOSITION_ROAD_NOT_WORKING', 'OPPOSITION_NOT_FREE'],
    ],
    ['nobody’s name', `Bonjour, un appel publicitaire. ${STOP}`, ['refuse', 'ADVERTISER_HIDDEN']],
    ['nothing that says that it sells', `Bonjour, ici la Maison Valmy. ${STOP}`, ['refuse', 'AD_NOT_RECOGNISABLE']],
    [
      'what sells said so fast that nobody follows',
      `<speak><s>Ici la Maison Valmy.</s><prosody rate="400%">Appel publicitaire.</prosody><s>${STOP}</s></speak>`,
      ['refuse', 'AD_NOT_RECOGNISABLE'],
    ],
  ] as const)('with %s', async (_, script, expected) => {
    const verdict = await askCall(await aReader(), script);
    expect(codes(verdict).sort()).toEqual([...expected].sort());
  });

  test('D19: a key is no way to stop where the route hears none, and a number is one', async () => {
    const world = await aReader();
    await hearing(world, { oppositionNumber: '+33800123456' });
    expect(codes(await askCall(world, SCRIPT))).toEqual(['refuse', 'OPPOSITION_ROAD_NOT_WORKING']);
    const both = SCRIPT.replace('tapez 9.', 'tapez 9 ou appelez le 0 800 123 456.');
    expect(codes(await askCall(world, both))).toEqual(['refuse', 'OPPOSITION_ROAD_NOT_WORKING']);
    const number = SCRIPT.replace('tapez 9.', 'appelez le 0 800 123 456.');
    expect(codes(await askCall(world, number))).toEqual(['allow', 'OK_CONSENT']);
  });

  test.each([
    ['+33162000180', ['allow', 'OK_CONSENT']],
    ['+49162000180', ['review', 'OPPOSITION_ROAD_NOT_WORKING']],
  ])('D19: a national number is one of the country of the number called: beside %s', async (ours, expected) => {
    const world = await aReader();
    await hearing(world, { oppositionNumber: ours });
    const script = `${HELLO} Pour vous opposer, appelez le 01 62 00 01 80.`;
    expect(codes(await askCall(world, script))).toEqual(expected);
  });

  test('another number beside ours waits for a human', async () => {
    const both = SCRIPT.replace('tapez 9.', 'tapez 9 ou appelez le 01 99 00 12 34.');
    const verdict = await askCall(await aReader(), both);
    expect([codes(verdict), verdict.cause]).toEqual([
      ['review', 'OPPOSITION_ROAD_NOT_WORKING'],
      'opposition-means:+33199001234',
    ]);
  });

  test('a registered number that is surcharged is not free', async () => {
    const world = await aReader();
    await hearing(world, { acceptsKeyPress: true, oppositionNumber: '+33899123456' });
    const script = `${HELLO} Pour vous opposer, appelez le 08 99 12 34 56.`;
    expect(codes(await askCall(world, script))).toEqual(['refuse', 'OPPOSITION_NOT_FREE']);
  });

  test('whose number is one that no automated system may show is refused', async () => {
    const verdict = await askCall(await aReader(), SCRIPT, '+33612345678');
    expect(codes(verdict)).toContain('CALLER_ID_FORBIDDEN');
  });

  test('that cannot be read are a fault of the request, as are the bytes of another channel', async () => {
    const world = await aReader();
    const { error } = await askCall(world, SCRIPT.replace('</speak>', ''));
    expect(error).toMatchObject({ errors: [{ pointer: '/messages/0/bytes/automatedCall/script' }] });
    const other = await ask(world, { automatedCall: { callerId: CALLER_ID, script: SCRIPT } });
    expect(other.error).toMatchObject({ errors: [{ pointer: '/messages/0/bytes' }] });
    const unreadable = await askCall(world, SCRIPT, '01 62 00 00 00');
    expect(unreadable.error.code).toBe('invalid-request');
  });
});
