import { describe, expect, test } from 'vitest';
import type { Consent } from '#shared/domain/consent/consent.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { ReviewDecision } from '#shared/domain/review/review.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  OTHER_SIREN,
  SIREN,
  sha256,
  someBytes,
} from '../../support/builders.ts';
import { aCall, MOBILE } from '../../support/proposed.ts';
import { said } from '../said.ts';

type Form = Parameters<typeof aFormVersion>[0];
const PROOF = { sha256: sha256('7'), mediaType: 'application/pdf' };
const OURSELVES = { siren: SIREN, name: 'Maison Valmy' };
const BROKER = { siren: OTHER_SIREN, name: 'Courtier' };
const RESELLER = { siren: '123456782', name: 'Revendeur' };

/** An e-mail to a person whose one consent was given on one form. */
const consenting = (consent: Partial<Consent> = {}, form: Form = {}, more: Partial<VetRequest> = {}): VetRequest => ({
  ...aVetRequest({ standing: aStanding({ consents: [aConsent(consent)] }), forms: [aFormVersion(form)] }),
  ...more,
});
const fromPartner = (form: Form = {}, consent: Partial<Consent> = {}, more: Partial<VetRequest> = {}) =>
  consenting({ collector: BROKER, proof: PROOF, ...consent }, { purposes: ['partner-offers'], ...form }, more);
const LOOKED_AT: Omit<ReviewDecision, 'decision'> = {
  reason: 'Archive relue.',
  decider: 'Jeanne Roy',
  number: 1,
  decidedAt: NOW,
  apiKeyId: 'root',
  requestId: 'r',
  bodySha256: 'b',
};
const AGREED = ['allow', 'OK_CONSENT declared'];

describe('an act of agreement', () => {
  test.each<[string, Form, ...string[]]>([
    ['a box ticked beforehand', { defaultState: 'ticked' }, 'pre-ticked'],
    ['acceptance of the terms', { mechanism: 'terms-acceptance' }, 'terms'],
    ['browsing on', { mechanism: 'implied' }, 'implied'],
    ['the button that also enters the contest', { mechanism: 'bundled-submit' }, 'bundled'],
    ['what a prize depends on', { isConditionOfService: true }, 'tied'],
    ['a design that a human found misleading', { design: { misleading: true } }, 'misleading'],
    ['a form on which a human found no free choice', { lacking: ['freedom'] }, 'not-free'],
    ['a form that a human found not to inform', { lacking: ['information'] }, 'not-informed'],
    [
      'a form of which everything is wrong, each of which is said',
      {
        ...{ defaultState: 'ticked', mechanism: 'terms-acceptance', isConditionOfService: true },
        ...{ design: { misleading: true }, lacking: ['information', 'freedom'] },
      },
      ...['pre-ticked', 'terms', 'tied', 'misleading', 'not-free', 'not-informed'],
    ],
  ])('is none by %s', (_, form, ...why) => {
    expect(said(consenting({}, form))).toEqual(['refuse', ...why.map((each) => `CONSENT_MECHANISM_INVALID ${each}`)]);
  });
  test('is one where a human found the design fair', () => {
    expect(said(consenting({}, { design: { misleading: false } }))).toEqual(AGREED);
  });
  test('counts from its own instant on', () => {
    expect(said(consenting({ givenAt: NOW }))).toEqual(AGREED);
  });
});

describe('how well a consent is proven', () => {
  const reconstruction = { from: '2026-05-01', until: '2026-05-31', sources: ['archive'] };
  test.each<[string, Partial<Consent>, Form, string]>([
    ['seen by us', { observed: true }, {}, 'observed'],
    ['seen by us, on a form rebuilt since', { observed: true }, { reconstruction }, 'observed'],
    ['declared', {}, {}, 'declared'],
  ])('is said with the permission: %s', (_, consent, form, grade) => {
    expect(said(consenting(consent, form))).toEqual(['allow', `OK_CONSENT ${grade}`]);
  });
  test('waits for one review of the form, where it was rebuilt from an archive, and is said with the permission then', () => {
    const request = consenting({}, { reconstruction });
    expect(vet(request)).toMatchObject({ outcome: 'review', cause: 'rebuilt-form:newsletter@1' });
    expect(said(request)).toEqual(['review', 'EVIDENCE_INCOMPLETE']);
    const decided = (decision: ReviewDecision['decision']) =>
      said({
        ...request,
        decisions: (cause) => (cause === 'rebuilt-form:newsletter@1' ? { ...LOOKED_AT, decision } : undefined),
      });
    expect(decided('allowed')).toEqual(['allow', 'OK_CONSENT reconstructed']);
    expect(decided('refused')).toEqual(['refuse', 'EVIDENCE_INCOMPLETE refused:rebuilt-form:newsletter@1']);
  });
  test('is said of each piece that is missing', () => {
    expect(said(consenting({}, { shown: undefined, notice: undefined }))).toEqual([
      'refuse',
      'EVIDENCE_INCOMPLETE /form/shown /form/notice',
    ]);
  });
});

describe('a consent to calls that runs out before the hours open again', () => {
  const phone = { channels: ['automated-call'] as const, words: 'par appel automatisé' };
  const evening = instant('2026-10-23T20:00:00Z');
  const saidOfOneGiven = (
    givenAt: string,
    carried = [{ channel: 'automated-call' as const, words: phone.words }],
    { at, validUntil } = { at: evening, validUntil: instant('2026-11-21T20:00:00Z') },
  ) =>
    said(
      aVetRequest({
        at,
        address: MOBILE,
        message: aCall({ validUntil }),
        standing: aStanding({
          addressKind: 'phone',
          consents: [aConsent({ channels: [...phone.channels], givenAt: instant(givenAt) })],
        }),
        forms: [
          aFormVersion({
            wording: `J’accepte vos offres ${phone.words}.`,
            channels: carried,
          }),
        ],
      }),
    );
  test('is waited for in vain: refused at once, and deferred where it still holds then (D8)', () => {
    expect(saidOfOneGiven('2025-10-24T20:00:00Z')).toEqual([
      'refuse',
      'VALIDITY_PASSED no-basis-then',
      expect.anything(),
    ]);
    expect(saidOfOneGiven('2025-10-27T20:00:00Z')[0]).toBe('defer');
  });
  test('is waited for in vain by the rules of that day, too: a year counts from 11 August 2026', () => {
    const asked = { at: instant('2026-08-10T19:00:00Z'), validUntil: instant('2026-08-12T12:00:00Z') };
    expect(saidOfOneGiven('2025-08-01T10:00:00Z', undefined, asked)).toEqual([
      'refuse',
      'VALIDITY_PASSED no-basis-then',
      expect.anything(),
    ]);
    expect(saidOfOneGiven('2025-08-12T10:00:00Z', undefined, asked)[0]).toBe('defer');
    const midday = instant('2026-08-10T11:59:00Z');
    expect(saidOfOneGiven('2025-08-01T10:00:00Z', undefined, { ...asked, at: midday })[0]).toBe('defer');
  });
  test('is waited for in vain by what awaits a human, too', () => {
    expect(saidOfOneGiven('2025-10-24T20:00:00Z', [])[0]).toBe('refuse');
    expect(saidOfOneGiven('2025-10-27T20:00:00Z', [])[0]).toBe('review');
  });
});

describe('the channel of a consent', () => {
  const words = (...channels: FormVersion['channels']) => consenting({}, { channels });
  test('is carried by its own words alone', () => {
    expect(said(words({ channel: 'email', words: 'par pigeon' }, { channel: 'sms', words: 'par SMS' }))).toEqual([
      'refuse',
      'CONSENT_WRONG_CHANNEL',
    ]);
  });
  test('is carried by one of several words', () => {
    expect(said(words({ channel: 'email', words: 'par pigeon' }, { channel: 'email', words: 'par e-mail' }))).toEqual(
      AGREED,
    );
  });
  test('is none of those that the quoted words do not name, and waits for a human where they name none (L. 34-5, al. 1)', () => {
    const quoting = (wording: string, quoted: string) =>
      said(consenting({}, { wording, channels: [{ channel: 'email', words: quoted }] }));
    expect(quoting('J’accepte vos offres par SMS.', 'par SMS')).toEqual(['refuse', 'CONSENT_WRONG_CHANNEL']);
    expect(quoting('J’accepte vos offres par téléphone.', 'par téléphone')).toEqual([
      'refuse',
      'CONSENT_WRONG_CHANNEL',
    ]);
    const model = 'J’accepte que mes informations soient utilisées à des fins de prospection commerciale.';
    expect(quoting(model, 'prospection commerciale')[1]).toMatch(/^CONSENT_CHANNEL_UNCERTAIN/);
    expect(quoting(model, 'prospection commerciale')[0]).toBe('review');
    expect(quoting('J’accepte vos offres par voie électronique.', 'par voie électronique')).toEqual(AGREED);
  });
  test('is refused by a box that is ticked to refuse, and by no word on the right to do so', () => {
    const quoting = (wording: string) =>
      said(consenting({}, { wording, channels: [{ channel: 'email', words: 'par e-mail' }] }));
    expect(quoting('Je m’oppose à la réception d’offres par e-mail.')).toEqual(['refuse', 'CONSENT_WRONG_CHANNEL']);
    expect(quoting('Vos offres par e-mail. Cochez pour vous y opposer.')).toEqual(['refuse', 'CONSENT_WRONG_CHANNEL']);
    expect(quoting('J’accepte vos offres par e-mail. Vous pouvez vous opposer à tout moment.')).toEqual(AGREED);
  });
  test('is taken from the record where the wording is not known: only the wording is missing', () => {
    const [basis] = prepareFacts(consenting({ form: undefined })).bases;
    expect([basis?.channel, basis?.missing]).toEqual(['named', ['/form']]);
  });
  test('is that of the record, whatever more the wording names', () => {
    expect(said(consenting({ channels: ['sms'] }))).toEqual(['refuse', 'CONSENT_WRONG_CHANNEL']);
  });
});

describe('the purpose of a consent', () => {
  const partners = aProposedMessage({ purpose: 'partner-offers', partner: BROKER });
  test('is named by record and wording', () => {
    expect(said(consenting({}, { purposes: ['partner-offers'] }))).toEqual(['refuse', 'CONSENT_WRONG_PURPOSE']);
    expect(said(consenting({ purpose: 'partner-offers' }, { purposes: ['own-offers', 'partner-offers'] }))).toEqual([
      'refuse',
      'CONSENT_WRONG_PURPOSE',
    ]);
    expect(
      said(
        consenting(
          { purpose: 'partner-offers' },
          { purposes: ['partner-offers'], partnersNamed: [BROKER] },
          { message: partners },
        ),
      ),
    ).toEqual(AGREED);
  });
  test('is for a partner its own offers, and no more', () => {
    const tracking = aProposedMessage({ purpose: 'tracking' });
    const named = { partnersNamed: [OURSELVES] };
    expect(said(fromPartner(named, { purpose: 'tracking' }, { message: tracking }))).toEqual([
      'refuse',
      'CONSENT_WRONG_PURPOSE',
    ]);
  });
});

test('who collects by a wording on its partners names none of them, whatever its form declares', () => {
  const wording = 'Oui, je souhaite recevoir les offres de nos partenaires par e-mail.';
  const form: Form = { wording, purposes: ['own-offers'], partnersNamed: [] };
  expect(said(fromPartner(form))).toContain('PARTNER_NOT_NAMED_AT_COLLECTION advertiser-not-on-form');
  const ofItself = { ...form, wording: 'Oui, je souhaite recevoir vos offres par e-mail.' };
  expect(said(fromPartner(ofItself))).toContain('CONSENT_WRONG_CONTROLLER');
  const leftOut = { ...form, wording: 'Recevoir vos offres par e-mail, sans offres de partenaires.' };
  expect(said(fromPartner(leftOut))).toContain('CONSENT_WRONG_CONTROLLER');
});

describe('L4: an offer of a partner', () => {
  const unnamed = (...who: readonly string[]) => [
    'refuse',
    ...who.map((each) => `PARTNER_NOT_NAMED_AT_COLLECTION ${each}`),
  ];
  const offered = (partner: typeof BROKER | undefined, form: Form, consent: Partial<Consent> = {}) =>
    said(
      consenting(
        { purpose: 'partner-offers', ...consent },
        { purposes: ['own-offers', 'partner-offers'], ...form },
        { message: aProposedMessage({ purpose: 'partner-offers', partner }) },
      ),
    );
  test('is agreed to where the form that was shown names that partner, by its number', () => {
    expect(offered(BROKER, { partnersNamed: [RESELLER, BROKER] })).toEqual(AGREED);
    expect(offered({ ...BROKER, name: 'Un autre nom' }, { partnersNamed: [BROKER] })).toEqual(AGREED);
  });
  test('is not, where the form names nobody or others, whatever the name', () => {
    expect(offered(BROKER, { partnersNamed: [] })).toEqual(unnamed('partner-not-on-form'));
    expect(offered(BROKER, { partnersNamed: [RESELLER] })).toEqual(unnamed('partner-not-on-form'));
    expect(offered({ ...RESELLER, name: BROKER.name }, { partnersNamed: [BROKER] })).toEqual(
      unnamed('partner-not-on-form'),
    );
  });
  test('is not, where the message does not say whose it is', () => {
    expect(offered(undefined, { partnersNamed: [BROKER] })).toEqual(unnamed('partner-not-in-message'));
  });
  test('collected by another needs both names on the form: the partner’s and ours', () => {
    const bought = { collector: RESELLER, proof: PROOF };
    expect(offered(BROKER, { partnersNamed: [BROKER, OURSELVES] }, bought)).toEqual(AGREED);
    expect(offered(BROKER, { partnersNamed: [BROKER] }, bought)).toEqual(unnamed('advertiser-not-on-form'));
    expect(offered(BROKER, { partnersNamed: [OURSELVES] }, bought)).toEqual(unnamed('partner-not-on-form'));
    expect(offered(BROKER, { partnersNamed: [] }, bought)).toEqual(
      unnamed('partner-not-on-form', 'advertiser-not-on-form'),
    );
  });
});

describe('a consent collected by someone else', () => {
  test('is a consent where the form names the advertiser among others', () => {
    expect(said(fromPartner({ partnersNamed: [RESELLER, OURSELVES] }))).toEqual(AGREED);
    expect(said(fromPartner({ partnersNamed: [RESELLER] }))).toEqual([
      'refuse',
      'PARTNER_NOT_NAMED_AT_COLLECTION advertiser-not-on-form',
    ]);
  });
  test('is not another person’s where the collector is the advertiser itself', () => {
    expect(said(consenting({ collector: OURSELVES }))).toEqual(AGREED);
  });
  test('is only incomplete where the wording is not known', () => {
    expect(said(fromPartner({}, { form: undefined }))).toEqual(['refuse', 'EVIDENCE_INCOMPLETE /form']);
  });
  test('may be handed on to the advertiser, not through other hands', () => {
    expect(said(consenting({ transferredBy: [OURSELVES] }))).toEqual(AGREED);
    expect(said(consenting({ transferredBy: [OURSELVES, RESELLER] }))).toEqual(['refuse', 'PARTNER_CHAIN_BROKEN']);
  });
  test('has its source named in the first message', () => {
    const silent = someBytes({ namesSource: false });
    expect(said(fromPartner({ partnersNamed: [OURSELVES] }), silent)).toEqual(['refuse', 'SOURCE_MENTION_MISSING']);
    expect(said(consenting(), silent)).toEqual(AGREED);
  });
});
