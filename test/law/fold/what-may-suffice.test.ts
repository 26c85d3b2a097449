/** A refusal for want of a basis says what is not on record of an address that may need no consent, and of no other (0192). */
import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { replay } from '#shared/law/editions/replay.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { anAdvertiser, aProposedMessage, aStanding, aVetRequest, instant, SIREN } from '../../support/builders.ts';
import { said } from '../said.ts';

const GENERAL = 'contact@menuiserie-durand.fr';
const NAMED = 'p.durand@menuiserie-durand.fr';
const INFORMED_ON = instant('2026-10-01T10:00:00Z');
const PROFESSION = {
  function: 'joiner',
  source: { kind: 'data-subject', collectedAt: INFORMED_ON },
  noticeGivenAt: INFORMED_ON,
  refusalOfferedAt: INFORMED_ON,
} as const;
const advertiser = anAdvertiser({
  professionalOffers: [{ function: 'joiner', offered: ['wine'], rationale: 'They buy it.' }],
});

const written = (address: string, declared: DeclaredFacts = {}, more: Partial<VetRequest> = {}): VetRequest => ({
  ...aVetRequest({ advertiser, address, standing: aStanding({ declared }) }),
  ...more,
});
const unknown = (address: string): VetRequest => aVetRequest({ advertiser, address });

const ORGANISATION = ['refuse', 'CONSENT_MISSING organisation-not-recorded'];
const QUALITY = ['refuse', 'CONSENT_MISSING quality-not-recorded'];
const NO_MORE = ['refuse', 'CONSENT_MISSING'];

describe('what is not on record of somebody of whom nothing founds a message', () => {
  test.each<[string, VetRequest, readonly string[]]>([
    ['contact@ at a host of its own', unknown(GENERAL), ORGANISATION],
    ['the same, declared, of which nothing more is said', written(GENERAL), ORGANISATION],
    ['a named mailbox at a host of its own', unknown(NAMED), QUALITY],
    ['the same, of which the organisation alone is said', written(NAMED, { organisation: { siren: SIREN } }), QUALITY],
    ['the same, of an adult', written(NAMED, { ageBand: 'adult' }), QUALITY],
    ['the same, found in public', written(NAMED, { source: 'public-source' }), QUALITY],
  ])('%s', (_, request, expected) => {
    expect(said(request)).toEqual(expected);
  });
  test.each<[string, VetRequest, readonly string[]]>([
    ['a public mailbox', { ...unknown('p.durand@gmail.com'), isPublicMailbox: true }, NO_MORE],
    ['contact@ at a public mailbox', { ...unknown('contact@orange.fr'), isPublicMailbox: true }, NO_MORE],
    ['contact@, declared to be a consumer’s', written(GENERAL, { kind: 'consumer' }), NO_MORE],
    ['a name, declared to be a consumer’s', written(NAMED, { kind: 'consumer' }), NO_MORE],
    [
      'a mobile',
      { ...unknown('+33639981234'), message: aProposedMessage({ channel: 'sms', subject: undefined }) },
      NO_MORE,
    ],
    ['offers of a partner', { ...unknown(NAMED), message: aProposedMessage({ purpose: 'partner-offers' }) }, NO_MORE],
    [
      'the same, at contact@',
      { ...unknown(GENERAL), message: aProposedMessage({ purpose: 'partner-offers' }) },
      NO_MORE,
    ],
  ])('nothing more of %s', (_, request, expected) => {
    expect(said(request).filter((each) => !each.startsWith('RULE_PACK'))).toEqual(expected);
  });
  test.each<[string, VetRequest, string]>([
    ['a child’s', written(NAMED, { ageBand: 'under-15' }), 'under-15'],
    ['an address that was guessed', written(NAMED, { source: 'guessed' }), 'guessed'],
    ['an address that was scraped', written(NAMED, { source: 'scraped' }), 'scraped'],
  ])('another thing of %s', (_, request, detail) => {
    expect(said(request)).toEqual(['refuse', `CONSENT_MISSING ${detail}`]);
  });
  test('nothing of a Belgian: consent is the only basis there', () => {
    expect(said(written(NAMED, { country: 'BE' }))).not.toContain(QUALITY[1]);
    expect(said(written(GENERAL, { country: 'BE' }))).not.toContain(ORGANISATION[1]);
    expect(vet(written(GENERAL, { country: 'BE' })).reasons.map(({ code }) => code)).toContain('CONSENT_MISSING');
  });
});

describe('whoever records what it asks for', () => {
  test.each<[string, string, DeclaredFacts, readonly string[]]>([
    ['a company', GENERAL, { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'company' } }, ['allow']],
    ['an association', GENERAL, { organisation: { rna: 'W751234567', legalForm: 'association' } }, ['allow']],
    ['who trades alone', GENERAL, { kind: 'sole-trader', profession: PROFESSION }, ['allow']],
    ['a professional', NAMED, { kind: 'professional', profession: PROFESSION }, ['allow']],
  ])('may write to %s', (_, address, declared, [outcome]) => {
    expect(vet(written(address, declared)).outcome).toBe(outcome);
  });
  const { noticeGivenAt: _notice, ...UNINFORMED } = PROFESSION;
  const { refusalOfferedAt: _refusal, ...WITHOUT_REFUSAL } = PROFESSION;
  test.each<[string, string, DeclaredFacts, string]>([
    ['the kind alone', GENERAL, { kind: 'legal-person' }, 'LEGAL_PERSON_UNCERTAIN form-not-shown'],
    [
      'a firm of one',
      GENERAL,
      { kind: 'legal-person', organisation: { siren: SIREN, legalForm: 'single-member-company' } },
      'LEGAL_PERSON_UNCERTAIN firm-of-one',
    ],
    ['the kind alone, of a person', NAMED, { kind: 'professional' }, 'CONSENT_MISSING profession-not-recorded'],
    ['a person not informed', NAMED, { kind: 'professional', profession: UNINFORMED }, 'B2B_NOTICE_MISSING'],
    ['no refusal offered', NAMED, { kind: 'professional', profession: WITHOUT_REFUSAL }, 'B2B_NOTICE_MISSING'],
    [
      'an offer foreign to the function',
      NAMED,
      { kind: 'professional', profession: { ...PROFESSION, function: 'accountant' } },
      'B2B_PROFESSION_LINK_NOT_SHOWN',
    ],
  ])('may not with %s', (_, address, declared, reason) => {
    expect(said(written(address, declared))).toContain(reason);
    expect(vet(written(address, declared)).outcome).not.toBe('allow');
  });
});

test.each([GENERAL, NAMED])('P4: a verdict of edition 2026-12-01 on %s is given again to the letter', (address) => {
  const then = vet(unknown(address), rulebookAt('2026-12-01'));
  expect(then.reasons).toMatchObject([{ code: 'CONSENT_MISSING' }]);
  expect(then.reasons[0]).not.toHaveProperty('detail');
  expect(replay(then, unknown(address))).toEqual({ verdict: then, isSame: true });
});

test.each([GENERAL, NAMED])('the words of the remedy are a condition: “if”, at %s', (address) => {
  const [reason] = explain(vet(unknown(address))).reasons;
  expect(reason?.found?.fr).toContain('enregistr');
  expect(reason?.remedy?.route).toBe('PUT /v1/contacts');
  expect(reason?.remedy?.sentence.fr).toMatch(/^Ne rien envoyer\. Si c’est .* Sinon, /);
  expect(reason?.remedy?.sentence.en).toMatch(/^Send nothing\. If it is .* Else /);
});

test.each([
  ['a general address', unknown(GENERAL)],
  ['a name', unknown(NAMED)],
  ['a professional of no function', written(NAMED, { kind: 'professional' })],
])('the remedy names the settings without which a function is not enough: %s', (_, request) => {
  const unsaid = { ...request, advertiser: anAdvertiser({ professionalOffers: [] }) };
  const [reason] = explain(vet(unsaid)).reasons;
  for (const sentence of [reason?.remedy?.sentence.fr, reason?.remedy?.sentence.en])
    expect(sentence).toContain('(professionalOffers)');
  const recorded = written(NAMED, { kind: 'professional', profession: PROFESSION });
  expect(said({ ...recorded, advertiser: unsaid.advertiser })).toContain('B2B_PROFESSION_LINK_NOT_SHOWN');
  expect(vet({ ...recorded, advertiser }).outcome).toBe('allow');
});
