import { describe, expect, test } from 'vitest';
import { type Choices, choiceFaults } from '#shared/law/readings/choice-faults.ts';

const DAY = '2026-11-24';
const TERMS = { prospectYears: 3, customerYears: 3 };
const DECISION = { justification: 'Un litige.', by: { name: 'Jeanne Roy' }, decidedOn: DAY };
const pointersOf = (retention: object, readings: readonly object[] = []) =>
  choiceFaults({ retention: { ...TERMS, ...retention }, readings } as unknown as Choices, DAY).map(
    ({ pointer }) => pointer,
  );

describe('terms without the decision that they need', () => {
  test.each([
    ['the general ones', {}, []],
    ['a shorter one', { prospectYears: 1 }, []],
    ['a longer one of prospects', { prospectYears: 4 }, ['/retention/prospectYears']],
    [
      'longer ones of both',
      { prospectYears: 4, customerYears: 4 },
      ['/retention/prospectYears', '/retention/customerYears'],
    ],
    ['six years of proof', { proofYears: 6 }, []],
    ['seven', { proofYears: 7 }, ['/retention/proofYears']],
    ['decided today', { departure: DECISION, proofDeparture: DECISION, sector: DECISION }, []],
    [
      'decided tomorrow',
      { departure: { ...DECISION, decidedOn: '2026-11-25' }, proofDeparture: { ...DECISION, decidedOn: '2026-11-25' } },
      ['/retention/departure/decidedOn', '/retention/proofDeparture/decidedOn'],
    ],
  ])('%s', (_, retention, pointers) => {
    expect(pointersOf(retention)).toEqual(pointers);
  });
  test('a reading that nobody has chosen yet', () => {
    expect(pointersOf({}, [{ decidedOn: DAY }, { decidedOn: '2026-11-25' }])).toEqual(['/readings/1/decidedOn']);
  });
  test('say what to do, in both languages', () => {
    const choices = {
      retention: { ...TERMS, prospectYears: 4, proofYears: 7 },
      readings: [{ decidedOn: '2027-01-01' }],
    };
    const faults = choiceFaults(choices as unknown as Choices, DAY);
    expect(faults).toHaveLength(3);
    for (const { sentence, remedy } of faults)
      for (const words of [sentence.fr, sentence.en, remedy.sentence.fr, remedy.sentence.en])
        expect(words).toMatch(/^\p{Lu}.{10,}\.$/u);
  });
});
