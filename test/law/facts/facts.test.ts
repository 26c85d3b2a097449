import { describe, expect, test } from 'vitest';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addSeconds } from '#shared/domain/time/instant.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aStanding,
  aVetRequest,
  NOW,
  sha256,
  someBytes,
} from '../../support/builders.ts';

const HOUSE = 'contact@bistrot.example';
const agreed = aStanding({ consents: [aConsent()] });
const stranger = () => prepareFacts(aVetRequest());
const declaring = (declared: DeclaredFacts, address = HOUSE) =>
  prepareFacts(aVetRequest({ address, standing: aStanding({ declared }) }));

const DENYING = { wording: 'J’accepte vos offres par e-mail. Je refuse celles liées à mon audition.' };
const quoting = (words: string, more: Parameters<typeof aFormVersion>[0] = {}) => ({
  wording: 'J’accepte de recevoir par e-mail vos offres, et celles sur vos appareils auditifs.',
  explicitWords: [{ category: 'hearing-aids', words }] as never,
  ...more,
});

describe('a stranger', () => {
  test('is a consumer of unknown age in France, of whom nothing is held', () => {
    expect(stranger()).toMatchObject({
      country: 'FR',
      pack: 'france',
      isConsumer: true,
      isRoleAddressOfLegalPerson: false,
      ageBand: 'unknown',
      hasParentalConsent: false,
      bases: [],
      readings: [],
      decided: {},
    });
  });
  test('is written to by a message of free text: prospecting, with no sign of more', () => {
    expect(stranger()).toMatchObject({
      channel: 'email',
      purpose: 'own-offers',
      statedBasis: undefined,
      subject: undefined,
      subjectJudgement: undefined,
      declaredClass: 'prospecting',
      templateCause: undefined,
      offerSigns: [],
      bringsOffer: false,
      prospectingBlocks: undefined,
      renewal: undefined,
    });
  });
  test('gets bytes that are not held against the message before they exist', () => {
    const { subject: _, ...complete } = someBytes();
    expect(stranger()).toMatchObject({ ...complete, wasRendered: false, subject: undefined });
    expect(prepareFacts(aVetRequest(), someBytes({ saysWhy: false }))).toMatchObject({
      wasRendered: true,
      saysWhy: false,
      subject: 'Nos vins d’hiver',
    });
  });
});

describe('what is declared of a person', () => {
  test.each<[DeclaredFacts, object]>([
    [{ kind: 'consumer' }, { isConsumer: true, isRoleAddressOfLegalPerson: false }],
    [{ kind: 'professional' }, { isConsumer: false, isRoleAddressOfLegalPerson: false }],
    [{ kind: 'legal-person' }, { isConsumer: false, isRoleAddressOfLegalPerson: true }],
    [{ ageBand: '15-17' }, { ageBand: '15-17', hasParentalConsent: false }],
    [
      { ageBand: 'under-15', parentalConsent: { agreedAt: NOW, evidence: { sha256: sha256('a') } } },
      { ageBand: 'under-15', hasParentalConsent: true },
    ],
    [
      { parentalConsent: { agreedAt: addSeconds(NOW, 1), evidence: { sha256: sha256('a') } } },
      { hasParentalConsent: false },
    ],
    [{ country: 'AT' }, { country: 'AT', pack: 'consent-only' }],
  ])('%j', (declared, facts) => {
    expect(declaring(declared)).toMatchObject(facts);
  });
  test('makes no role address of a legal person’s named mailbox', () => {
    expect(declaring({ kind: 'legal-person' }, 'jean.martin@bistrot.example').isRoleAddressOfLegalPerson).toBe(false);
  });
});

describe('the offer', () => {
  const advertiser = anAdvertiser({
    offers: [
      { category: 'heat-pumps', natures: ['home-energy-works'] },
      { category: 'toys', natures: ['child-directed', 'sensitive'] },
      { category: 'hearing-aids', natures: ['sensitive'] },
    ],
  });
  const natureOf = (offerCategory: string) => {
    const facts = prepareFacts(aVetRequest({ advertiser, message: aProposedMessage({ offerCategory }) }));
    return [facts.offerIsHomeEnergyWorks, facts.offerIsChildDirected, facts.offerIsSensitive];
  };
  test('has the natures that the advertiser declared of its category, and no other’s', () => {
    expect(natureOf('heat-pumps')).toEqual([true, false, false]);
    expect(natureOf('toys')).toEqual([false, true, true]);
    expect(natureOf('hearing-aids')).toEqual([false, false, true]);
    expect(natureOf('wine')).toEqual([false, false, false]);
  });
  test('is training of one of two kinds, or of none', () => {
    const offers = [
      { category: 'welding', natures: ['cpf-training'] },
      { category: 'english', natures: ['cpf-training-mixed'] },
    ] as const;
    const of = (offerCategory: string) => {
      const of = anAdvertiser({ offers: offers as never });
      const facts = prepareFacts(aVetRequest({ advertiser: of, message: aProposedMessage({ offerCategory }) }));
      return [facts.offerIsCpfTraining, facts.offerIsCpfTrainingMixed];
    };
    expect([of('welding'), of('english'), of('wine')]).toEqual([
      [true, undefined],
      [undefined, true],
      [undefined, undefined],
    ]);
  });
  const naming = (...categories: readonly string[]) =>
    aFormVersion({
      wording: `${aFormVersion().wording} J’accepte qu’elles portent sur mon audition.`,
      explicitWords: categories.map((category) => ({ category, words: 'sur mon audition' })) as never,
    });
  test.each<[string, Partial<VetRequest>, boolean]>([
    ['is named by a wording', {}, true],
    [
      'is named by one wording of two',
      { standing: aStanding({ consents: [aConsent({ form: undefined }), aConsent()] }) },
      true,
    ],
    [
      'is not named where the wording is not known',
      { standing: aStanding({ consents: [aConsent({ form: undefined })] }) },
      false,
    ],
    [
      'is not named by a consent that was withdrawn',
      { standing: aStanding({ consents: [aConsent({ state: 'withdrawn' })] }) },
      false,
    ],
    ['is not named by a form that is gone', { formOf: () => undefined }, false],
    ['is not named by a wording that names another', { formOf: () => naming('glasses') }, false],
    ['is not named by a wording that names none', { formOf: () => aFormVersion() }, false],
    [
      'is not named by a category without its words',
      { formOf: () => aFormVersion({ explicitFor: ['hearing-aids'] }) },
      false,
    ],
    ['is not named of a stranger', { standing: undefined }, false],
  ])('of a sensitive kind %s', (_, more, isNamed) => {
    const request = aVetRequest({
      standing: agreed,
      message: aProposedMessage({ offerCategory: 'hearing-aids' }),
      advertiser: anAdvertiser({ offers: [{ category: 'hearing-aids', natures: ['sensitive'] }] }),
      forms: [naming('hearing-aids', 'glasses')],
    });
    expect(prepareFacts({ ...request, ...more }).hasExplicitConsentToSensitiveUse).toBe(isNamed);
  });
  test.each([
    ['a category alone', [{ explicitFor: ['hearing-aids'] as never }], 'former-category'],
    ['no word of the category', [{}], undefined],
    [
      'the latest form that says anything',
      [quoting('vos offres'), { explicitFor: ['hearing-aids'] as never }, {}],
      'former-category',
    ],
    [
      'words that name offers',
      [{ explicitFor: ['hearing-aids'] as never }, quoting('vos offres')],
      'words-name-nothing',
    ],
    ['what is not denied', [quoting('mon audition', DENYING)], 'denied'],
    ['nothing, where one names it', [quoting('vos appareils auditifs'), quoting('vos offres')], undefined],
  ])('of a sensitive kind lacks %s', (_, each, lack) => {
    const labelled = each.map((more, index) => aFormVersion({ ...more, version: `${index + 1}` }));
    const consents = labelled.map(({ formId, version }) => aConsent({ form: { formId, version } }));
    const request = aVetRequest({
      standing: aStanding({ consents }),
      message: aProposedMessage({ offerCategory: 'hearing-aids' }),
      advertiser: anAdvertiser({ offers: [{ category: 'hearing-aids', natures: ['sensitive'] }] }),
      forms: labelled,
    });
    expect(prepareFacts(request).sensitiveUseLacks).toBe(lack);
  });
});
