import { describe, expect, test } from 'vitest';
import { REGISTER } from '#shared/domain/retention/register.ts';
import type { StoredKind } from '#shared/domain/retention/stored-kind.ts';
import { deploymentOf } from '../deployment.ts';

/** P7: of each kind that says something of a person, evidence is left when one goes. The register and the template say it apart. */

/** The kinds whose removal the function of the stream is given. */
const noted = deploymentOf('dev')
  .all('AWS::Lambda::EventSourceMapping')
  .flatMap(({ Properties }) => (Properties.FilterCriteria?.Filters ?? []) as readonly { readonly Pattern: string }[])
  .flatMap(({ Pattern }) => (JSON.parse(Pattern).dynamodb?.OldImage?.entity?.S ?? []) as readonly string[]);

/** Given whatever becomes of them, since the index follows them. */
const FOLLOWED = ['standing', 'profile'];
/** Ids of contacts while work is in hand, rows that can be made again, examples, and names of texts: what they say lies elsewhere, and is noted there. */
const OF_WORK = [
  'waiting',
  'audience-row',
  'campaign',
  'chunk',
  'waiting-page',
  'campaign-job',
  'export-job',
  'exported-contact',
  'named-text',
  'event-position',
];

/** What is wrong with a list of kinds, by the register. */
const wrongIn = (named: readonly string[], register: readonly StoredKind[]): readonly string[] => {
  const isOfPeople = ({ stage, dies }: StoredKind) =>
    stage !== 'none' && (dies.includes('ttl') || dies.includes('sweep'));
  const missing = register
    .filter(isOfPeople)
    .map(({ kind }) => kind)
    .filter((kind) => ![...named, ...FOLLOWED, ...OF_WORK].includes(kind));
  const unknown = [...named, ...OF_WORK].filter((name) => !register.some(({ kind }) => kind === name));
  return [...missing.map((kind) => `${kind} goes unnoted`), ...unknown.map((kind) => `nothing stored is a ${kind}`)];
};

describe('evidence of what went', () => {
  test('is left of every kind that says something of a person', () => {
    expect(noted.length).toBeGreaterThan(8);
    expect(wrongIn(noted, REGISTER.items)).toEqual([]);
  });

  test.each(noted)('is seen to lack %s where it is left out, and where its name is wrong', (kind) => {
    const others = noted.filter((each) => each !== kind);
    expect(wrongIn(others, REGISTER.items)).toEqual([`${kind} goes unnoted`]);
    const misnamed = wrongIn([...others, `${kind}x`], REGISTER.items);
    expect(misnamed).toEqual([`${kind} goes unnoted`, `nothing stored is a ${kind}x`]);
  });
});
