import { expect, test } from 'vitest';
import { AnnulmentContent } from '#shared/domain/ledger/annulment.ts';
import { sha256 } from '#test/support/builders.ts';

const isTaken = (one: string, other: string): boolean =>
  AnnulmentContent.safeParse({
    cause: 'wrong-import',
    explanation: 'Relu.',
    evidence: { sha256: sha256('7') },
    approvers: [{ name: one }, { name: other }],
  }).success;

test.each([
  ['Ann Ali', 'Anna Li'],
  ['Lou Isa', 'Louis A'],
  ['Marc Olin', 'Colin Mar'],
  ['王伟', '伟王'],
  ['Jeanne Roy', 'Jeanne Leroy'],
  ['राम', 'रमी'],
  ['มานี', 'มานะ'],
  ['Иван Йов', 'Иван Иов'],
  ['かき', 'がき'],
])('%s and %s are two persons', (one, other) => expect(isTaken(one, other)).toBe(true));

test.each([
  ['Jean-Luc Roy', 'Roy JeanLuc'],
  ['Jeanne Roy', 'Jea\u1160nne\u2800Roy'],
  ['J e a n n e R o y', 'Jeanne Roy'],
  ['Anne Marie Le Goff', 'Anne Legoff Marie'],
  ['Jeanne de la Tour', 'Delatour Jeanne'],
  ['Œdipe Lœb', 'Oedipe Loeb'],
  ['Strauß A', 'Strauss A'],
  ['Søren', 'Soren'],
  ['Łukasz', 'Lukasz'],
  ['Семён', 'Семен'],
  ['राम', 'रा\u0301म'],
  ['مُحَمَّد', 'محمد'],
  ['Ελένη', 'Ελενη'],
])('%s and %s are one', (one, other) => expect(isTaken(one, other)).toBe(false));

test('a name of very many words is compared as it is', () =>
  expect(isTaken('a '.repeat(59), 'b '.repeat(59))).toBe(true));
