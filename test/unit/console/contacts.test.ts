import { describe, expect, test } from 'vitest';
import { Contact, Timeline } from '#console/contacts/answers.ts';
import { lookUpContact } from '#console/contacts/contacts.ts';
import { standingView, timelineView } from '#console/contacts/view.ts';
import type { Arrived } from '#console/messages/arrived.ts';
import { anApi } from './asked-api.ts';

const piece = (en: string) => ({ sentence: { fr: 'x', en } });
const NO_TEXTS = piece('The form names no texts.');

test('a consent for two channels is shown with the one on which it can be used, and each reason once', () => {
  const contact = Contact.parse({
    ...{ contactId: 'v1n1.a', addressKind: 'email', sales: [], oppositions: [] },
    firstRecordedAt: '2026-11-24T10:00:00.000Z',
    consents: [
      {
        ...{ channels: ['email', 'sms'], purpose: 'own-offers', givenAt: '2026-11-20T10:00:00.000Z', state: 'given' },
        ...{ usable: { email: true, sms: { missing: [NO_TEXTS] } }, missing: [], reasons: [NO_TEXTS] },
      },
    ],
  });
  const { html } = standingView(contact, undefined, 'en');
  expect(/Can support: ([^<]*)\./.exec(html)?.[1]).toBe('e-mail');
  expect(html.split('The form names no texts.')).toHaveLength(2);
});

describe('what a campaign sent, in the timeline', () => {
  const sent = { id: 'm1', channel: 'email', reference: 'run-1/17', outcome: 'sent' };
  const { timeline } = Timeline.parse({ timeline: [{ at: '2026-11-24T10:00:00.000Z', sent }] });

  test.each([
    ['en', 'Sent by a campaign, or by a message that is kept no more', 'e-mail'],
    ['fr', 'Envoyé par une campagne, ou par un message qui n’est plus conservé', 'e-mail'],
  ] as const)('is shown in words, with when, by which channel, and its reference: %s', (language, title, channel) => {
    const { html } = timelineView(timeline, new Map(), 'alba', language);
    expect(html).toContain(`<h3>${title}</h3>`);
    expect(html).toContain(`<p>${channel} · <code>run-1/17</code></p>`);
    expect(html).toContain('datetime="2026-11-24T10:00:00.000Z"');
    expect(html.match(/<li>/g)).toHaveLength(1);
  });

  test('says so where no answer of the provider does', () => {
    const unanswered = Timeline.parse({
      timeline: [{ at: '2026-11-24T10:00:00.000Z', sent: { ...sent, outcome: 'unknown' } }],
    });
    const { html } = timelineView(unanswered.timeline, new Map(), 'alba', 'en');
    expect(html).toContain('<code>run-1/17</code> · without an answer of the provider</p>');
  });

  test('is shown as the message itself where this machine knows what arrived', () => {
    const arrived: Arrived = {
      ...{ messageId: 'm1', contactId: 'v1n1.a', channel: 'email', to: 'camille@example.com' },
      from: { address: 'news@alba.example' },
      ...{ at: '2026-11-24T10:00:01.000Z', subject: 'Soldes', text: 'Bonjour' },
    };
    const { html } = timelineView(timeline, new Map([['m1', arrived]]), 'alba', 'en');
    expect(html).toContain('Soldes');
    expect(html).not.toContain('Sent by a campaign');
  });
});

describe('a contact that was erased', () => {
  const opposition = { of: { scope: 'global' }, via: 'erasure-request', occurredAt: '2026-12-02T08:05:00.000Z' };
  const contact = (erasedAt?: string) =>
    Contact.parse({
      ...{ contactId: 'v1n1.a', addressKind: 'email', sales: [], consents: [], oppositions: [opposition, opposition] },
      ...{ firstRecordedAt: '2026-12-02T08:13:00.000Z', erasedAt },
    });

  test('is not said to be known only since then, and one act is shown once', () => {
    const { html } = standingView(contact('2026-12-02T08:13:00.000Z'), undefined, 'fr');
    expect(html).not.toContain('Enregistré ici depuis');
    expect(html).toContain('Effacé le');
    expect(html.match(/par une demande d(?:’|&#8217;)effacement/g)).toHaveLength(1);
  });

  test('one that was not says since when it is known', () => {
    expect(standingView(contact(), undefined, 'fr').html).toContain('Enregistré ici depuis');
  });
});

describe('what is looked up', () => {
  const problem = (status: number, pointer: string) =>
    Response.json(
      { title: 'La requête ne respecte pas son schéma', status, errors: [{ pointer, detail: 'x' }] },
      { status },
    );
  const pageOf = async (answer: Response) => {
    const { around } = anApi(() => answer, 'fr');
    return String((await lookUpContact(around, { advertiser: 'valmy', address: 'alice chez moi' })).body);
  };

  test('and is no address is said to be none, in plain words', async () => {
    const shown = await pageOf(problem(422, '/contact/phone'));
    expect(shown).toContain('Ce n’est ni une adresse e-mail, ni un numéro de téléphone.');
    expect(shown).not.toMatch(/schéma|\/contact\/phone/);
  });

  test('with another fault has that one', async () => {
    expect(await pageOf(problem(422, '/advertiserId'))).toContain('/advertiserId');
    expect(await pageOf(problem(503, '/contact'))).toContain('schéma');
  });
});
