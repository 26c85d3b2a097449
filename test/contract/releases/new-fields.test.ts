import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as items from '#shared/adapters/dynamodb/items.ts';
import { storedFields } from '#test/support/stored/stored-fields.ts';

/**
 * What the version before makes of a field that it does not know: it leaves it out (`readStored`). Whether it may is written here by
 * whoever adds the field. Where leaving it out would let a message go that must not, or show what must not be shown, the item with that
 * field is stored under a higher `v`, and the number stands here.
 */
const SINCE: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | number>>>>>> = {
  '2026-11-27': {
    settings: {
      'retention.proofDeparture': 'The version before keeps no such proof.',
      'retention.proofYears': 'The version before keeps no such proof.',
      'retention.valuesMonths':
        'The version before keeps messages for thirteen months: what it stores is deleted then.',
      audienceLabels: 'Campaigns alone select by them, and the version before has none.',
      campaignApproval: 'Campaigns alone ask for it, and the version before has none.',
      centreForms: 'The version before shows no form in the centre: nobody agrees there.',
      pageLook: 'The version before shows its pages in its own colours, with every word and button.',
    },
    standing: {
      deliveryFailures: 'An address that came back is written to again: nobody opposed by that.',
      'declared.organisation.rna': 'Without it the form of an association is not shown: a human decides.',
      erasedAt:
        'The opposition to everything that was stored with it holds; it is on the item still when the newer version reads it.',
      'consents[].askedLawfully': 'Without it the seal is of another record: the consent is refused.',
      'consents[].endedBecause': 'Without it the seal is of another record: the consent has ended anyway.',
      'consents[].copiedFrom': 'Without it the seal is of another record: the consent is refused.',
      'consents[].imported': 'It names the source of a list; the act is the same without it.',
      'sales[].imported': 'It names the source of a list; the act is the same without it.',
      givenBefore:
        'The version before asks today’s consents about the past: it refuses what rested on the first of them.',
      callsBefore: 'The version before refuses what was agreed to at one of these calls.',
      callsForgotten: 'The version before knows no other call than the one that is declared.',
      correctedAt: 'The version before lets a sale of before the correction count.',
      correctedTo: 'The version before takes no correction back: it refuses what is of before.',
      movedTo: 'The version before changes no address, and leaves the attribute on the item.',
      restrictedAlso: 'The version before leaves the attribute on the item, and lifts what the request itself lists.',
      isGeneralAddress: 'The version before gives the address of a legal person a term again with what it writes.',
      restrictions: 2,
      prefix: 'Campaigns alone select by where a number rings; the vet reads the number itself.',
    },
    event: {
      'event.alsoOf': 'Part of an event that the version before does not read.',
      'event.actor.source': 'Part of a kind of actor that the version before does not read.',
      'event.askedLawfully': 'Without it the consent is judged by the new address alone, which refuses it.',
      'event.declared.organisation.rna': 'Without it the form of an association is not shown: a human decides.',
      'event.code': 'Part of an event that the version before does not read.',
      'event.consent.imported': 'It names the source of a list; the act is the same without it.',
      'event.sale.imported': 'It names the source of a list; the act is the same without it.',
      'event.formerly': 'Part of an event that the version before does not read.',
      'event.from': 'Part of an event that the version before does not read.',
      'event.kept': 'Part of an event that the version before does not read.',
      'event.fromPartner': 'It says which partner passed an opposition on; the opposition is the same without it.',
      'event.receivedBy': 'It says who received an opposition; the opposition is the same without it.',
      'event.restrictionId': 'Part of an event that the version before does not read.',
      'event.isGeneralAddress':
        'The version before gives the address of a legal person a term again with what it writes.',
      'event.kind': 'Part of an event that the version before does not read.',
      'event.madeBy': 'Part of an event that the version before does not read.',
      'event.through': 'Part of an event that the version before does not read.',
      'event.to': 'Part of an event that the version before does not read.',
    },
    person: {
      merged: 'It says what goes with the person; what stays without it is a fingerprint that leads nowhere.',
      mergedInto:
        'The version before, when it writes the former person, leaves the lead out: the reference opens it again.',
    },
    sends: {
      ofDay: 'The audit alone reads it.',
      position: 'The audit alone reads it.',
      'entries{}.class':
        'The version before counts what is no prospecting as prospecting: it holds back, and sends nothing more.',
    },
    message: {
      erasedAt: 'A message without its address is not read by the version before.',
      ofProviderId: 'It finds the message that a reply answers; without it the reply code does.',
      refusedBecause: 'It explains a state that is final by itself.',
      encryptedHoles: 'The version before shows no message again.',
      undeliveredBecause: 'It explains a status that the version before does not read.',
      variantSha256: 'The version before shows no message again.',
    },
    'template-version': {
      fieldKinds: 'The version before judges every value by its words, as of a version in which nothing is declared.',
      assessment:
        'Its signs say by themselves whether it is reviewed; what was overruled counts as new in bytes of another system.',
    },
    review: {
      endsAt: 'The version before shows the review of a reply after its term as well.',
      expiresAt: 'It is the term of the review of a reply.',
      reply: 'The version before shows no words, and lifts no opposition.',
    },
    'form-version': {
      agreedFor: 2,
      explicitWords: 'The version before asks for the category alone, which quotes no word.',
    },
    'api-key': { bodySha256: 'It tells a creation that is asked twice; the key is the same.' },
  },
};

const releases = globSync('test/fixtures/releases/*/fields.json').toSorted();
const today = storedFields();

/** Fields of today that the former version did not have; what lies in a new field comes with it, and a value is no field. */
const added = (kind: string, former: readonly string[]): readonly string[] => {
  const fields = (today[kind] ?? []).filter((field) => !field.includes(' = ') && !former.includes(field));
  const liesIn = (field: string, other: string) => ['.', '[', '{'].some((next) => field.startsWith(`${other}${next}`));
  return fields.filter((field) => !fields.some((other) => liesIn(field, other)));
};

test.each(releases)('of each field that %s did not have it is said whether that version may leave it out', (file) => {
  const former: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync(file, 'utf8'));
  const decided = SINCE[file.split('/').at(-2) ?? ''] ?? {};
  for (const [kind, fields] of Object.entries(former)) {
    const advice = `${kind}: say in SINCE of this file whether the version before may leave the field out, or raise v`;
    expect(added(kind, fields), advice).toEqual(Object.keys(decided[kind] ?? {}).toSorted());
    expect(
      fields.filter((field) => !today[kind]?.includes(field)),
      `${kind} lost a field that is in store`,
    ).toEqual([]);
  }
});

test('what is said to be stored under a higher version may be', () => {
  const raised = Object.values(SINCE)
    .flatMap(Object.entries)
    .flatMap(([kind, fields]) =>
      Object.values(fields).flatMap((said) => (typeof said === 'number' ? [[kind, said]] : [])),
    );
  for (const [kind, number] of raised) {
    const schema = Object.values(items).find(
      (each) => 'entity' in each.shape && each.shape.entity.def.values[0] === kind,
    );
    expect(schema?.shape, String(kind)).toHaveProperty('v.def.values', expect.arrayContaining([number]));
  }
});

test('a field that nobody decided on, and one that is gone, would be seen', () => {
  const former = (today.message ?? []).filter((field) => field !== 'putBack' && !field.startsWith('putBack.'));
  expect(added('message', former)).toEqual(['putBack']);
  expect(added('message', [...(today.message ?? []), 'status.once'])).toEqual([]);
});
