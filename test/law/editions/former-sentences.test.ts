import { describe, expect, test } from 'vitest';
import { rulebookAt } from '#shared/law/editions/edition.ts';
import { type BasisFacts, faultless } from '#shared/law/facts/basis.ts';
import { type Facts, prepareFacts } from '#shared/law/facts/facts.ts';
import { aVetRequest } from '../../support/builders.ts';

/** What the first edition's sentence of this code says of a message: its detail where it forbids. */
const ofMessage = (code: string, changes: Partial<Facts>) => {
  const facts = { ...prepareFacts(aVetRequest()), ...changes };
  const rules = rulebookAt('2026-11-24')?.rulesOn(facts.day, facts.channel).ofMessage ?? [];
  const [rule, ...more] = rules.filter((each) => each.code === code);
  expect([rule?.paragraph, more]).toEqual(['al. 5', []]);
  return rule?.when(facts) === true ? [rule.concerns, rule.detail?.(facts)] : 'not forbidden';
};
const ofSale = (changes: Partial<BasisFacts>) => {
  const facts = prepareFacts(aVetRequest());
  const basis = { ...faultless('existing-customer'), ...changes };
  const rules = rulebookAt('2026-11-24')?.rulesOn(facts.day, 'email').ofBasis['existing-customer'] ?? [];
  const [rule, ...more] = rules.filter((each) => each.code === 'SOFT_OPT_IN_NO_SALE');
  expect([rule?.paragraph, more]).toEqual(['al. 4', []]);
  const forbids = rule?.when(basis, facts) === true && !rule.unless?.some((exception) => exception.when(basis, facts));
  return forbids ? rule?.detail?.(basis, facts) : 'not forbidden';
};

describe('as the first edition had them', () => {
  test.each<[string, Partial<BasisFacts>, string]>([
    ['an order', {}, 'not forbidden'],
    ['an order that was cancelled', { wasCancelled: true }, 'cancelled'],
    ['a quote', { saleType: 'quote' }, 'quote'],
    ['a quote that was cancelled', { saleType: 'quote', wasCancelled: true }, 'cancelled'],
    ['nothing recorded', { saleType: undefined }, 'not-recorded'],
    ['a free account', { saleType: 'free-account' }, 'not forbidden'],
    [
      'a free account that was closed, as an open one',
      { saleType: 'free-account', wasCancelled: true },
      'not forbidden',
    ],
  ])('a sale was asked for: %s', (_, changes, says) => {
    expect(ofSale(changes)).toBe(says);
  });
  test.each<[string, Partial<Facts>, boolean]>([
    ['a link', {}, false],
    ['a surcharged number', { oppositionIsFree: false }, true],
    ['36105', { replyCode: '36105' }, false],
    ['41234', { replyCode: '41234' }, true],
    ['81234', { replyCode: '81234' }, true],
    ['a longer number that begins alike', { replyCode: '812345' }, false],
    ['a surcharged number by its digits', { replyCode: '+33899123456' }, true],
    ['a freephone number, which was taken for one', { replyCode: '+33805000000' }, true],
    ['a number in Paris', { replyCode: '+33142000000' }, false],
    ['digits that stand further back', { replyCode: '0+3381' }, false],
  ])('the means to oppose cost by %s', (_, changes, costs) => {
    expect(ofMessage('OPPOSITION_NOT_FREE', changes)).toEqual(costs ? [undefined, undefined] : 'not forbidden');
  });
  test.each<[string, Partial<Facts>, string | undefined]>([
    ['a registered name', {}, undefined],
    ['a mailbox that is not registered', { senderIsRegistered: false }, 'sender-not-registered'],
    ['a name that is not registered', { senderShowsTheAdvertiser: false }, 'name-not-registered'],
    ['bytes that name nobody', { namesAdvertiser: false }, 'not-in-bytes'],
    ['a number of calls that nobody registered', { channel: 'automated-call', senderIsRegistered: false }, undefined],
  ])('the advertiser was hidden by %s', (_, changes, detail) => {
    expect(ofMessage('ADVERTISER_HIDDEN', changes)).toEqual(
      detail === undefined ? 'not forbidden' : [{ everyClass: true }, detail],
    );
  });
});
