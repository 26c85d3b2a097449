import { describe, expect, test } from 'vitest';
import type { Channel } from '#shared/domain/message/channel.ts';
import { JUDGED_UNRELATED, messageFaults, subjectFaults } from '#shared/law/readings/message-faults.ts';
import subjects from '#test/labelled/wordings/subjects.json' with { type: 'json' };
import { anAdvertiser } from '#test/support/builders.ts';

/** An advertiser whose texts come from this sender. */
const textsFrom = (senderId: string) =>
  anAdvertiser({ senders: { ...anAdvertiser().senders, sms: [{ senderId, replyCode: '36105' }] } });

/** `/sender SENDER_ID_INVALID`: where, and the code that its sentence names in both languages. */
const found = (faults: ReturnType<typeof messageFaults>) =>
  faults.map(({ pointer, sentence: { fr, en }, remedy }) => {
    for (const words of [fr, en, remedy.sentence.fr, remedy.sentence.en]) expect(words).toMatch(/^\p{Lu}.{9,}\.$/u);
    if (remedy.route !== undefined) expect(remedy.route).toMatch(/^(?:POST|PUT|PATCH) \/v1\//);
    const [inFrench, inEnglish] = [fr, en].map((words) => /\(([A-Z_]+)\)/.exec(words)?.[1]);
    expect(inFrench).toBe(inEnglish);
    return `${pointer} ${inFrench}`;
  });
const asked = (channel: Channel, sender?: string, isProspecting = true) => ({
  channel,
  isProspecting,
  ...(sender === undefined ? {} : { sender }),
});

describe('what refuses every message like this one', () => {
  test('a channel on which nothing is sent', () => {
    expect(found(messageFaults(asked('fax'), anAdvertiser()))).toEqual(['/channel CHANNEL_UNSUPPORTED']);
  });
  test('a registered sender: nothing', () => {
    expect(messageFaults(asked('email'), anAdvertiser())).toEqual([]);
  });
  test('a sender that is named and not registered, and none at all', () => {
    expect(found(messageFaults(asked('email', 'other@elsewhere.example'), anAdvertiser()))).toEqual([
      '/sender ADVERTISER_HIDDEN',
    ]);
    const without = anAdvertiser({ senders: { ...anAdvertiser().senders, email: [] } });
    expect(found(messageFaults(asked('email'), without))).toEqual(['/channel ADVERTISER_HIDDEN']);
  });
});

describe('a short code that carries no prospecting', () => {
  test('refuses what is prospecting, and nothing else', () => {
    expect(found(messageFaults(asked('sms', undefined, true), textsFrom('38123')))).toEqual([
      '/sender SENDER_ID_INVALID',
    ]);
    expect(messageFaults(asked('sms', undefined, false), textsFrom('38123'))).toEqual([]);
    expect(messageFaults(asked('sms', undefined, true), textsFrom('MAISONVALMY'))).toEqual([]);
  });
});

describe('a calling number', () => {
  const callsFrom = (number: object) =>
    anAdvertiser({
      senders: { ...anAdvertiser().senders, calls: [{ callerId: '+33162000123', acceptsKeyPress: false, ...number }] },
    });
  test('that hears no key and names no number to call refuses each call that is prospecting', () => {
    expect(found(messageFaults(asked('automated-call'), callsFrom({})))).toEqual([
      '/sender OPPOSITION_MENTION_MISSING',
    ]);
    expect(found(messageFaults(asked('automated-call', '+33162000123'), callsFrom({})))).toEqual([
      '/sender OPPOSITION_MENTION_MISSING',
    ]);
    expect(messageFaults(asked('automated-call', undefined, false), callsFrom({}))).toEqual([]);
  });
  test.each([{ acceptsKeyPress: true }, { oppositionNumber: '+33800000123' }])(
    'by which one can oppose: nothing (%o)',
    (number) => {
      expect(messageFaults(asked('automated-call'), callsFrom(number))).toEqual([]);
    },
  );
});

describe('what refuses every message with this subject', () => {
  const of = (subject: string | undefined) => found(subjectFaults(subject, '/content/subject'));
  test.each([
    [undefined, []],
    ['Nos vins de novembre', []],
    ['', ['/content/subject SUBJECT_UNRELATED']],
    ['  ', ['/content/subject SUBJECT_UNRELATED']],
    ['RE: votre commande', ['/content/subject SUBJECT_FAKE_REPLY']],
    ['TR: à lire', ['/content/subject SUBJECT_FAKE_REPLY']],
    ['  fwd : à lire', ['/content/subject SUBJECT_FAKE_REPLY']],
    ['RE[12]: votre devis', ['/content/subject SUBJECT_FAKE_REPLY']],
    ['Réf : 12', ['/content/subject SUBJECT_FAKE_REPLY']],
    ['Reprise des livraisons', []],
    ['Terre : nos vins de novembre', []],
    ['Pommes de terre : la récolte', []],
  ])('%j', (subject, faults) => {
    expect(of(subject)).toEqual(faults);
  });
  test('is a reply that nobody wrote, or none, as whoever labelled it read it', () => {
    expect(subjects.filter(({ said }) => said === 'feigns').length).toBeGreaterThan(40);
    expect(subjects.filter(({ said }) => said === 'honest').length).toBeGreaterThan(25);
    expect(subjects.filter(({ said, subject }) => of(subject).length > 0 !== (said === 'feigns'))).toEqual([]);
    expect(of('R\u200BE: votre dossier')).toEqual(['/content/subject SUBJECT_FAKE_REPLY']);
  });
  test('one that a human found unrelated', () => {
    expect(found([JUDGED_UNRELATED])).toEqual(['/subjectJudgement SUBJECT_UNRELATED']);
  });
});
