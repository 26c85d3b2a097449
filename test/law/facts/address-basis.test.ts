import { describe, expect, test } from 'vitest';
import type { DeclaredFacts, Profession } from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { prepareFacts } from '#shared/law/facts/facts.ts';
import {
  aConsent,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  SIREN,
} from '../../support/builders.ts';
import { said } from '../said.ts';

const LATER = instant('2026-11-24T10:00:00.001Z');
const INFORMED: Profession = { function: 'restaurant-manager', noticeGivenAt: NOW, refusalOfferedAt: NOW };
const HOUSE = 'contact@bistrot.example';
const NAMED = 'jean.martin@bistrot.example';
const FREE = 'jean.martin@gmail.com';
const COMPANY = { legalForm: 'company', source: 'annuaire' } as const;

const written = (address: string, declared: DeclaredFacts, more: Partial<VetRequest> = {}): VetRequest => ({
  ...aVetRequest({ address, standing: aStanding({ declared }) }),
  ...more,
});
const stating = (basis: 'professional-interest' | 'legal-person' | 'consent') => ({
  message: aProposedMessage({ basis }),
});
const kindsOf = (request: VetRequest) => prepareFacts(request).bases.map(({ kind }) => kind);
const sourcesOf = (declared: DeclaredFacts) =>
  prepareFacts(written(HOUSE, declared)).bases.map(({ addressSource, cameIndirectly }) => [
    addressSource,
    cameIndirectly,
  ]);

describe('which bases an address and what is declared of it give', () => {
  test.each<[string, string, DeclaredFacts, readonly string[]]>([
    ['contact@ of nobody known', HOUSE, {}, []],
    ['contact@ of a legal person', HOUSE, { kind: 'legal-person' }, ['legal-person']],
    ['contact@ of a known organisation', HOUSE, { organisation: COMPANY }, ['legal-person']],
    ['a name at a known organisation', NAMED, { organisation: COMPANY }, []],
    ['a legal person’s named mailbox', NAMED, { kind: 'legal-person' }, ['legal-person']],
    [
      'the same, of a declared professional',
      NAMED,
      { kind: 'legal-person', profession: INFORMED },
      ['professional-interest'],
    ],
    [
      'contact@ of a legal person, with a profession',
      HOUSE,
      { kind: 'legal-person', profession: INFORMED },
      ['professional-interest', 'legal-person'],
    ],
  ])('%s', (_, address, declared, kinds) => {
    expect(kindsOf(written(address, declared))).toEqual(kinds);
  });
});

describe('a basis that is claimed and not recorded', () => {
  test.each([
    ['consent', ['EVIDENCE_MISSING']],
    ['professional-interest', ['RECIPIENT_KIND_UNKNOWN', 'B2B_PROFESSION_LINK_NOT_SHOWN', 'B2B_NOTICE_MISSING']],
    ['legal-person', ['RECIPIENT_KIND_UNKNOWN', 'LEGAL_PERSON_UNCERTAIN']],
  ] as const)('%s is refused for all that it lacks', (basis, codes) => {
    expect(said(written(NAMED, {}, stating(basis)))).toEqual(['refuse', ...codes]);
    expect(said({ ...written(NAMED, {}, stating(basis)), standing: undefined })).toEqual(['refuse', ...codes]);
  });
  test('gives way to the record of its kind, and hides the others', () => {
    const request = aVetRequest({
      address: HOUSE,
      standing: aStanding({ consents: [aConsent()], declared: { organisation: COMPANY } }),
    });
    expect(kindsOf(request)).toEqual(['consent', 'legal-person']);
    expect(kindsOf({ ...request, ...stating('legal-person') })).toEqual(['legal-person']);
  });
});

describe('a professional', () => {
  const OK = ['allow', 'OK_B2B_INTEREST declared'];
  test.each<[string, string, DeclaredFacts, boolean]>([
    ['at the company’s domain', NAMED, { kind: 'professional' }, true],
    ['at a free mailbox', FREE, { kind: 'professional' }, false],
    ['at a free mailbox, with a registry number', FREE, { kind: 'professional', organisation: { siren: SIREN } }, true],
    ['who trades alone', NAMED, { kind: 'sole-trader' }, false],
    ['who trades alone, with a registry number', NAMED, { kind: 'sole-trader', organisation: { siren: SIREN } }, true],
    ['of a legal person', NAMED, { kind: 'legal-person' }, true],
    ['declared a consumer', NAMED, { kind: 'consumer', organisation: { siren: SIREN } }, false],
    ['of unknown kind', NAMED, { organisation: { siren: SIREN } }, false],
  ])('%s: capacity shown or not', (_, address, declared, isShown) => {
    expect(said(written(address, { profession: INFORMED, ...declared }))).toEqual(
      isShown ? OK : ['refuse', 'RECIPIENT_KIND_UNKNOWN'],
    );
  });
  test.each<[string, Profession]>([
    ['not informed', { ...INFORMED, noticeGivenAt: undefined }],
    ['informed only later', { ...INFORMED, noticeGivenAt: LATER }],
    ['not able to refuse', { ...INFORMED, refusalOfferedAt: undefined }],
    ['able to refuse only later', { ...INFORMED, refusalOfferedAt: LATER }],
  ])('%s is not written to', (_, profession) => {
    expect(said(written(NAMED, { kind: 'professional', profession }))).toEqual(['refuse', 'B2B_NOTICE_MISSING']);
  });
  test('is written to on what the advertiser’s map holds for that function', () => {
    const advertiser = anAdvertiser({
      professionalOffers: [
        { function: 'florist', offered: ['vases'], rationale: 'Pour les bouquets.' },
        { function: 'restaurant-manager', offered: ['wine', 'glassware'], rationale: 'Pour la salle.' },
      ],
    });
    const on = (offerCategory: string) =>
      said(
        written(
          NAMED,
          { kind: 'professional', profession: INFORMED },
          {
            advertiser,
            message: aProposedMessage({ offerCategory }),
          },
        ),
      );
    expect([on('wine'), on('glassware')]).toEqual([OK, OK]);
    expect(on('vases')).toEqual(['refuse', 'B2B_PROFESSION_LINK_NOT_SHOWN']);
  });
  test('is written to for own offers alone', () => {
    const message = aProposedMessage({ purpose: 'partner-offers' });
    expect(said(written(NAMED, { kind: 'professional', profession: INFORMED }, { message }))).toEqual([
      'refuse',
      'CONSENT_WRONG_PURPOSE',
    ]);
  });
});

describe('where an address came from', () => {
  const from = (kind: NonNullable<Profession['source']>['kind']): Profession => ({ ...INFORMED, source: { kind } });
  test('is for a professional what the profession says, else the contact, else a third party', () => {
    expect(sourcesOf({ profession: from('data-subject'), source: 'guessed' })).toEqual([['person', false]]);
    expect(sourcesOf({ profession: from('public-source') })).toEqual([['public', true]]);
    expect(sourcesOf({ profession: INFORMED, source: 'scraped' })).toEqual([['scraped', true]]);
    expect(sourcesOf({ profession: INFORMED })).toEqual([['third-party', true]]);
  });
  test('is for a legal person a public source, unless the contact says otherwise', () => {
    expect(sourcesOf({ organisation: COMPANY })).toEqual([['public', false]]);
    expect(sourcesOf({ organisation: COMPANY, source: 'guessed' })).toEqual([['guessed', false]]);
  });
});

describe('a legal person', () => {
  test.each([
    ['company', ['allow', 'OK_LEGAL_PERSON declared']],
    ['association', ['allow', 'OK_LEGAL_PERSON declared']],
    ['sole-trader', ['review', 'LEGAL_PERSON_UNCERTAIN']],
    [undefined, ['review', 'LEGAL_PERSON_UNCERTAIN']],
  ] as const)('of the form %s', (legalForm, verdict) => {
    expect(said(written(HOUSE, { kind: 'legal-person', organisation: { legalForm } }))).toEqual(verdict);
  });
});
