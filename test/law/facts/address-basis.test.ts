import { describe, expect, test } from 'vitest';
import {
  type DeclaredFacts,
  DeclaredFacts as DeclaredFactsSchema,
  type Profession,
} from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import type { Sale } from '#shared/domain/sale/sale.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  anAdvertiser,
  anOpposition,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  NOW,
  OTHER_SIREN,
  SIREN,
} from '../../support/builders.ts';
import { said } from '../said.ts';

const LATER = instant('2026-11-24T10:00:00.001Z');
const INFORMED: Profession = { function: 'restaurant-manager', noticeGivenAt: NOW, refusalOfferedAt: NOW };
const HOUSE = 'contact@bistrot.example';
const NAMED = 'jean.martin@bistrot.example';
const FREE = 'jean.martin@gmail.com';
const COMPANY = { legalForm: 'company', siren: SIREN } as const;

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
    [
      'professional-interest',
      ['RECIPIENT_KIND_UNKNOWN kind', 'B2B_PROFESSION_LINK_NOT_SHOWN function-not-recorded', 'B2B_NOTICE_MISSING'],
    ],
    ['legal-person', ['RECIPIENT_KIND_UNKNOWN general-address', 'LEGAL_PERSON_UNCERTAIN form-not-shown']],
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
  /** Whoever declared the quality has to show it; who did not has to declare it first. */
  const lacking = ({ kind = 'consumer' }: DeclaredFacts) =>
    kind === 'consumer' ? 'RECIPIENT_KIND_UNKNOWN kind' : 'RECIPIENT_KIND_UNKNOWN';
  test.each<[string, string, DeclaredFacts, boolean]>([
    ['at the company’s domain', NAMED, { kind: 'professional' }, true],
    ['at a free mailbox', FREE, { kind: 'professional' }, false],
    ['at a free mailbox, with a registry number', FREE, { kind: 'professional', organisation: { siren: SIREN } }, true],
    ['who trades alone, at a domain of the trade', NAMED, { kind: 'sole-trader' }, true],
    ['who trades alone, at a free mailbox', FREE, { kind: 'sole-trader' }, false],
    ['at a host of France that everybody has', 'jean.martin@nordnet.fr', { kind: 'professional' }, false],
    ['who trades alone, with a registry number', NAMED, { kind: 'sole-trader', organisation: { siren: SIREN } }, true],
    ['of a legal person', NAMED, { kind: 'legal-person' }, true],
    ['declared a consumer', NAMED, { kind: 'consumer', organisation: { siren: SIREN } }, false],
    ['of unknown kind', NAMED, { organisation: { siren: SIREN } }, false],
  ])('%s: capacity shown or not', (_, address, declared, isShown) => {
    expect(said(written(address, { profession: INFORMED, ...declared }))).toEqual(
      isShown ? OK : ['refuse', lacking(declared)],
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

describe('L5: a kind other than consumer', () => {
  const recipient = (address: string, declared: DeclaredFacts, sales: readonly Sale[] = []) => {
    const standing = aStanding({ declared, sales: [...sales] });
    const { isConsumer, kindIsNotShown } = prepareFacts(aVetRequest({ address, standing }));
    return { isConsumer, kindIsNotShown };
  };
  const MOBILE = '+33612345678';
  const asProfessional = (changes: Partial<Sale> = {}) => aSale({ boughtAs: 'professional', ...changes });
  const SHOWN = { isConsumer: false, kindIsNotShown: false };
  const NOT_SHOWN = { isConsumer: true, kindIsNotShown: true };

  test.each<[string, string, DeclaredFacts, readonly Sale[]]>([
    ['a registry number', MOBILE, { kind: 'sole-trader', organisation: { siren: SIREN } }, []],
    ['an address at a host of its own', NAMED, { kind: 'professional' }, []],
    ['a purchase as a professional', MOBILE, { kind: 'professional' }, [asProfessional()]],
    ['a purchase of this very instant', FREE, { kind: 'sole-trader' }, [asProfessional({ soldAt: NOW })]],
  ])('is shown by %s', (_, address, declared, sales) => {
    expect(recipient(address, declared, sales)).toEqual(SHOWN);
  });
  test.each<[string, string, DeclaredFacts, readonly Sale[]]>([
    ['nothing, at a telephone number', MOBILE, { kind: 'professional' }, []],
    [
      'a legal form without a number',
      MOBILE,
      { kind: 'legal-person', organisation: { legalForm: 'company', source: 'annuaire' } },
      [],
    ],
    ['an address at a public host', FREE, { kind: 'professional' }, []],
    ['a purchase as nobody knows what', MOBILE, { kind: 'professional' }, [aSale()]],
    ['a purchase as a consumer', MOBILE, { kind: 'professional' }, [aSale({ boughtAs: 'consumer' })]],
    ['a quote', MOBILE, { kind: 'professional' }, [asProfessional({ type: 'quote' })]],
    ['a purchase of tomorrow', MOBILE, { kind: 'professional' }, [asProfessional({ soldAt: LATER })]],
    ['a cancelled purchase', MOBILE, { kind: 'professional' }, [asProfessional({ cancelledAt: NOW })]],
    ['a purchase of another firm', MOBILE, { kind: 'professional' }, [asProfessional({ sellerSiren: OTHER_SIREN })]],
    [
      'a purchase over a marketplace',
      MOBILE,
      { kind: 'professional' },
      [asProfessional({ coordinatesFrom: 'marketplace' })],
    ],
    [
      'a purchase that somebody altered',
      MOBILE,
      { kind: 'professional' },
      [{ ...asProfessional(), reference: 'CMD-9' }],
    ],
  ])('is not shown by %s', (_, address, declared, sales) => {
    expect(recipient(address, declared, sales)).toEqual(NOT_SHOWN);
  });
  test('is asked of nobody who is declared a consumer, or nothing', () => {
    const consumer = { isConsumer: true, kindIsNotShown: false };
    expect(recipient(NAMED, { kind: 'consumer', organisation: { siren: SIREN } }, [asProfessional()])).toEqual(
      consumer,
    );
    expect(recipient(NAMED, { organisation: { siren: SIREN } }, [asProfessional()])).toEqual(consumer);
  });
  test('is noted where the message is allowed all the same', () => {
    const standing = aStanding({ declared: { kind: 'sole-trader' }, consents: [aConsent()] });
    const verdict = vet(aVetRequest({ address: FREE, standing }));
    expect([verdict.outcome, verdict.notes]).toEqual(['allow', [{ code: 'RECIPIENT_KIND_UNKNOWN' }]]);
  });
  test('is not noted once more where it is a reason', () => {
    const declared: DeclaredFacts = { kind: 'professional', profession: INFORMED };
    const verdict = vet(aVetRequest({ address: FREE, standing: aStanding({ declared }) }));
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['RECIPIENT_KIND_UNKNOWN']);
    expect(verdict.notes).toEqual([]);
  });
});

describe('L10: a professional who gave the address', () => {
  const collectedAt = instant('2026-01-28T17:00:00Z');
  const given = (profession: Profession) =>
    said(written(NAMED, { kind: 'professional', profession: { function: 'restaurant-manager', ...profession } }));
  const source = { kind: 'data-subject', collectedAt } as const;
  const at = (told: string): Profession => ({ noticeGivenAt: instant(told), refusalOfferedAt: instant(told) });

  test.each(['2025-12-01T09:00:00Z', '2026-01-28T17:00:00Z', '2026-01-28T22:59:00Z'])(
    'was informed as it was collected: %s',
    (told) => {
      expect(given({ source, ...at(told) })).toEqual(['allow', 'OK_B2B_INTEREST declared']);
    },
  );
  test.each(['2026-01-28T23:00:00Z', '2026-01-29T09:00:00Z', '2026-11-24T09:59:00Z'])(
    'was informed only later: %s',
    (told) => {
      expect(given({ source, ...at(told) })).toEqual(['refuse', 'B2B_NOTICE_MISSING']);
    },
  );
  test('could refuse only later', () => {
    const { refusalOfferedAt } = at('2026-11-24T09:59:00Z');
    const profession = { source, ...at('2026-01-28T17:00:00Z'), refusalOfferedAt };
    expect(given(profession)).toEqual(['refuse', 'B2B_NOTICE_MISSING']);
  });
  test('on a day that nobody recorded was informed on none, and is told that the day is missing', () => {
    const undated = { source: { kind: 'data-subject' } } as const;
    const MISSING = ['refuse', 'B2B_NOTICE_MISSING day-of-collection'];
    expect(given({ ...undated, ...at('2026-01-28T17:00:00Z') })).toEqual(MISSING);
    expect(given({ source, ...at('2026-01-28T17:00:00Z') })[0]).toBe('allow');
    for (const never of [{ noticeGivenAt: undefined }, { refusalOfferedAt: undefined }, at('2026-11-24T10:00:00.001Z')])
      expect(given({ ...undated, ...at('2026-01-28T17:00:00Z'), ...never })).toEqual(['refuse', 'B2B_NOTICE_MISSING']);
  });
  test('gave it as much where the contact says so, and the profession names no source', () => {
    const profession = { function: 'restaurant-manager', ...at('2026-11-24T09:59:00Z') };
    const declared = { kind: 'professional', profession } as const;
    expect(said(written(NAMED, { ...declared, source: 'data-subject' }))).toEqual([
      'refuse',
      'B2B_NOTICE_MISSING day-of-collection',
    ]);
    expect(said(written(NAMED, { ...declared, source: 'public-source' }))).toEqual([
      'allow',
      'OK_B2B_INTEREST declared',
    ]);
  });
  test('is another than one who was found elsewhere and informed before the message (D18)', () => {
    const found = { kind: 'public-source', collectedAt } as const;
    expect(given({ source: found, ...at('2026-11-24T09:59:00Z') })).toEqual(['allow', 'OK_B2B_INTEREST declared']);
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
    ['sole-trader', ['review', 'LEGAL_PERSON_UNCERTAIN firm-of-one']],
    [undefined, ['review', 'LEGAL_PERSON_UNCERTAIN form-not-shown']],
  ] as const)('of the form %s', (legalForm, verdict) => {
    const byNumber = { legalForm, siren: SIREN };
    expect(said(written(HOUSE, { kind: 'legal-person', organisation: byNumber }))).toEqual(verdict);
  });
  test.each(['guessed', 'scraped', 'public-source'] as const)(
    'is written to wherever its address came from: %s',
    (source) => {
      const declared: DeclaredFacts = { kind: 'legal-person', organisation: COMPANY, source };
      expect(said(written(HOUSE, declared))).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
    },
  );
  test.each(['guessed', 'scraped'] as const)(
    'has its mobiles in human hands, and no %s one is written to (226-18)',
    (source) => {
      const declared: DeclaredFacts = { kind: 'legal-person', organisation: COMPANY, source };
      const advertiser = anAdvertiser({
        readings: [
          {
            reading: 'sms-to-legal-person',
            justification: 'Étude du conseil.',
            decidedBy: 'Jeanne Roy',
            decidedOn: '2026-01-02',
          },
        ],
      });
      const texting = (address: string, more: DeclaredFacts = {}) =>
        said({
          ...written(address, { ...declared, ...more }),
          message: aProposedMessage({ channel: 'sms' }),
          advertiser,
        });
      const UNFAIR = { guessed: 'B2B_ADDRESS_GUESSED', scraped: 'COLLECTION_UNFAIR' }[source];
      const A_HUMANS = 'RECIPIENT_KIND_UNKNOWN mobile';
      expect(texting('+33639980001')).toEqual(['refuse', A_HUMANS, UNFAIR]);
      expect(texting('+33639980001', { source: 'public-source' })).toEqual(['refuse', A_HUMANS]);
      expect(texting('+33162000123')).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
    },
  );
  test.each([
    ['+33162000123', true],
    ['+33639980001', false],
    ['+33700000001', false],
    ['+262692000001', false],
    ['+262709201234', false],
    ['+262709351234', false],
    ['+590709001234', false],
    ['+594709301234', false],
    ['+596709101234', false],
    ['+508708551234', false],
    ['+508551234', false],
    ['+68987123456', false],
    ['+687751234', false],
    ['+681821234', false],
    ['+508411234', true],
    ['+596596123456', true],
    ['+590976012345', true],
    ['+68940123456', true],
    ['+687251234', true],
    ['+262262000001', true],
  ])('has a general number in %s: %s', (address, isGeneral) => {
    const { isRoleAddressOfLegalPerson } = prepareFacts(
      written(address, { kind: 'legal-person', organisation: COMPANY }),
    );
    expect(isRoleAddressOfLegalPerson).toBe(isGeneral);
  });
  test('of whom a person writes there is another matter (226-18)', () => {
    const profession: Profession = { ...INFORMED, source: { kind: 'scraped' } };
    expect(said(written(NAMED, { kind: 'professional', profession }))).toEqual(['refuse', 'COLLECTION_UNFAIR']);
  });
  test('is written to for own offers, or for those of a partner that is named (D22)', () => {
    const asking = (change: Parameters<typeof aProposedMessage>[0]) =>
      said(written(HOUSE, { kind: 'legal-person', organisation: COMPANY }, { message: aProposedMessage(change) }));
    expect(asking({})).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
    expect(asking({ purpose: 'tracking' })).toEqual(['refuse', 'CONSENT_WRONG_PURPOSE']);
    expect(asking({ purpose: 'partner-offers' })).toEqual(['refuse', 'CONSENT_WRONG_PURPOSE partner-not-named']);
    const partner = { siren: OTHER_SIREN, name: 'Cave Durand' };
    expect(asking({ purpose: 'partner-offers', partner })).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
  });
  test.each([{}, { source: 'on nous l’a dit' }, { source: 'annuaire' }])(
    'of a form that nothing shows is of unknown form: %o',
    (more) => {
      const declared: DeclaredFacts = { kind: 'legal-person', organisation: { legalForm: 'company', ...more } };
      expect(said(written(HOUSE, declared))).toEqual(['review', 'LEGAL_PERSON_UNCERTAIN form-not-shown']);
      const bought = (changes: Partial<Sale>) =>
        said(
          aVetRequest({
            address: HOUSE,
            standing: aStanding({ declared, sales: [aSale({ boughtAs: 'professional', ...changes })] }),
            message: aProposedMessage({ basis: 'legal-person' }),
          }),
        );
      expect(bought({})).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
      expect(bought({ cancelledAt: NOW })).toEqual(['review', 'LEGAL_PERSON_UNCERTAIN form-not-shown']);
    },
  );
  test('that is an association is shown by its number in their register, which shows nothing else', () => {
    const of = (organisation: DeclaredFacts['organisation']) =>
      said(written(HOUSE, { kind: 'legal-person', organisation }));
    const rna = 'W751012345';
    expect(of({ legalForm: 'association', rna })).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
    expect(of({ legalForm: 'association' })).toEqual(['review', 'LEGAL_PERSON_UNCERTAIN form-not-shown']);
    expect(of({ rna })).toEqual(['review', 'LEGAL_PERSON_UNCERTAIN form-not-shown']);
    expect(of({ legalForm: 'company', rna })).toEqual(['review', 'LEGAL_PERSON_UNCERTAIN form-not-shown']);
    expect(of({ legalForm: 'single-member-company', rna })).toEqual(['review', 'LEGAL_PERSON_UNCERTAIN firm-of-one']);
    const parsed = (number: string) => DeclaredFactsSchema.safeParse({ organisation: { rna: number } }).success;
    for (const number of [rna, 'W2A1012345', 'W9R2012345']) expect([number, parsed(number)]).toEqual([number, true]);
    for (const number of ['W75101234', 'W7510123456', '751012345', 'w751012345', SIREN, ''])
      expect([number, parsed(number)]).toEqual([number, false]);
  });
});

describe('who it is at the general address of an organisation on record', () => {
  const facts = (address: string, declared: DeclaredFacts) => {
    const { isConsumer, isRoleAddressOfLegalPerson } = prepareFacts(written(address, declared));
    return { isConsumer, isRoleAddressOfLegalPerson };
  };
  const THE_HOUSE = { isConsumer: false, isRoleAddressOfLegalPerson: true };
  test.each([undefined, 'consumer', 'professional', 'legal-person'] as const)(
    'is that organisation, whoever is said to read it: %s',
    (kind) => {
      expect(facts(HOUSE, { kind, organisation: COMPANY })).toEqual(THE_HOUSE);
      expect(said(written(HOUSE, { kind, organisation: COMPANY }))).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
    },
  );
  test('is who trades alone, where somebody does', () => {
    const isHuman = { isConsumer: false, isRoleAddressOfLegalPerson: false };
    expect(facts(HOUSE, { kind: 'sole-trader', organisation: COMPANY })).toEqual(isHuman);
  });
  test('is a consumer, where no organisation is on record, or the mailbox is another', () => {
    const CONSUMER = { isConsumer: true, isRoleAddressOfLegalPerson: false };
    expect(facts(HOUSE, {})).toEqual(CONSUMER);
    expect(facts(NAMED, { organisation: COMPANY })).toEqual(CONSUMER);
    expect(facts('contact@gmail.com', { organisation: COMPANY })).toEqual(CONSUMER);
    expect(facts('+33162000123', { organisation: COMPANY })).toEqual(CONSUMER);
  });
  test.each<DeclaredFacts['organisation']>([
    {},
    { siren: SIREN },
    { legalForm: 'company' },
    { legalForm: 'association' },
    { legalForm: 'company', rna: 'W751012345' },
    { legalForm: 'sole-trader' },
    { legalForm: 'sole-trader', siren: SIREN },
    { legalForm: 'single-member-company', siren: SIREN },
  ])('is what is said of them, where nothing shows a legal person of more than one: %o', (organisation) => {
    const of = (kind: DeclaredFacts['kind']) => prepareFacts(written(HOUSE, { kind, organisation })).isConsumer;
    expect([undefined, 'consumer' as const, 'professional' as const, 'sole-trader' as const].map(of)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(facts(HOUSE, { organisation })).toEqual({ isConsumer: true, isRoleAddressOfLegalPerson: false });
  });
  test('is a legal person by its number in a register, or by what it bought', () => {
    const rna = 'W751012345';
    expect(facts(HOUSE, { organisation: { legalForm: 'association', rna } })).toEqual(THE_HOUSE);
    const declared: DeclaredFacts = { organisation: { legalForm: 'company' } };
    const sales = [aSale({ boughtAs: 'professional' })];
    const request = aVetRequest({ address: HOUSE, standing: aStanding({ declared, sales }) });
    expect(prepareFacts(request)).toMatchObject(THE_HOUSE);
  });
  test('is not sold what consumers are protected from, nor a sensitive use without explicit words, behind an unknown form', () => {
    const consents = [aConsent()];
    const asked = (declared: DeclaredFacts, nature: 'home-energy-works' | 'sensitive', category: string) =>
      said(
        aVetRequest({
          address: HOUSE,
          standing: aStanding({ declared, consents }),
          advertiser: anAdvertiser({ offers: [{ category, natures: [nature] }] }),
          message: aProposedMessage({ offerCategory: category }),
        }),
      );
    for (const kind of [undefined, 'consumer'] as const)
      expect(asked({ kind, organisation: {} }, 'home-energy-works', 'heat-pumps')).toEqual([
        'refuse',
        'SECTOR_BAN_HOME_ENERGY',
      ]);
    for (const kind of [undefined, 'consumer', 'professional'] as const)
      expect(asked({ kind, organisation: { legalForm: 'sole-trader' } }, 'sensitive', 'hearing-aids')).toEqual(
        expect.arrayContaining(['refuse', 'SENSITIVE_TARGETING']),
      );
    const company: DeclaredFacts = { organisation: COMPANY };
    expect(asked(company, 'home-energy-works', 'heat-pumps')[0]).toBe('allow');
    expect(asked(company, 'sensitive', 'hearing-aids')[0]).toBe('allow');
  });
  test('has its opposition honoured by a house rule, and is sold heat pumps (L. 223-8: consumers)', () => {
    const advertiser = anAdvertiser({ offers: [{ category: 'heat-pumps', natures: ['home-energy-works'] }] });
    const message = aProposedMessage({ offerCategory: 'heat-pumps' });
    const declared: DeclaredFacts = { organisation: COMPANY };
    expect(said(written(HOUSE, declared, { advertiser, message }))).toEqual(['allow', 'OK_LEGAL_PERSON declared']);
    expect(said(written(NAMED, { kind: 'consumer' }, { advertiser, message }))).toContain('SECTOR_BAN_HOME_ENERGY');
    const opposed = aStanding({ declared, oppositions: [anOpposition()] });
    const reasons = vet(aVetRequest({ address: HOUSE, standing: opposed })).reasons;
    expect(reasons.map(({ code, article }) => [code, article])[0]).toEqual([
      'OPPOSED_CHANNEL',
      expect.stringContaining('house-legal-persons'),
    ]);
  });
});

describe('what a quality that is not shown lacks', () => {
  const details = (address: string, declared: DeclaredFacts, basis?: 'legal-person' | 'professional-interest') => {
    const request = written(address, declared, basis === undefined ? {} : stating(basis));
    return vet(request).reasons.flatMap(({ code, detail }) => (code === 'RECIPIENT_KIND_UNKNOWN' ? [detail] : []));
  };
  test('is that it is declared, or that something shows it, or the general address', () => {
    expect(details(NAMED, { profession: INFORMED, organisation: { siren: SIREN } })).toEqual(['kind']);
    expect(details(FREE, { kind: 'professional', profession: INFORMED })).toEqual([undefined]);
    expect(details(NAMED, { kind: 'legal-person', organisation: COMPANY })).toEqual(['general-address']);
    expect(details('+33162000123', { organisation: COMPANY }, 'legal-person')).toEqual(['kind']);
    expect(details('+33162000123', { kind: 'legal-person' }, 'legal-person')).toEqual([undefined]);
  });
  test('is cured by what its remedy asks for', () => {
    const cured: readonly [string, DeclaredFacts][] = [
      [NAMED, { kind: 'professional', profession: INFORMED, organisation: { siren: SIREN } }],
      [FREE, { kind: 'professional', profession: INFORMED, organisation: { siren: SIREN } }],
      [HOUSE, { kind: 'legal-person', organisation: COMPANY }],
    ];
    for (const [address, declared] of cured) expect(said(written(address, declared))[0]).toBe('allow');
  });
});
