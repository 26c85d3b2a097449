import { describe, expect, test } from 'vitest';
import { Names } from '#tools/openapi/story/names.ts';
import { differences } from '../../support/examples/differences.ts';
import { exampleOf, operationsOf, readOpenApi } from '../../support/examples/document.ts';

const document = readOpenApi();
const operations = operationsOf(document);
const answers = document['x-story'].map((asked) => exampleOf(operations, asked).answer);
const OWN = { id: `msg_${'a'.repeat(22)}`, other: `msg_${'b'.repeat(22)}` };
const found = (expected: unknown, given: unknown) => differences(expected, given, new Names());

/** Members that hold an id of any form: it may be another one, and nothing else. */
const OPAQUE = ['nextCursor', 'providerMessageId', 'seal', 'uploadUrl', 'reportUrl', 'fileUrl'];

/** Every copy of a value with one member changed: taken away, added, or another value. */
const planted = (value: unknown, member = ''): readonly unknown[] => {
  if (Array.isArray(value))
    return [
      [...value, value[0]],
      ...value.flatMap((each, index) => planted(each).map((changed) => value.with(index, changed))),
    ];
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return [
      { ...value, more: 1 },
      ...entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name))),
      ...entries.flatMap(([name, each]) => planted(each, name).map((changed) => ({ ...value, [name]: changed }))),
    ];
  }
  if (typeof value === 'string') return OPAQUE.includes(member) ? [null] : [`${value} more`, null];
  return [typeof value === 'number' ? value + 1 : !value];
};

describe('what a test finds between an answer and its example', () => {
  test('is nothing where they are the same', () => {
    const names = new Names();
    expect(answers.flatMap((answer) => differences(answer, answer, names))).toEqual([]);
  });

  test('is every change of one member, in every example of the document', () => {
    const missed = answers.flatMap((answer) => planted(answer).filter((given) => found(answer, given).length === 0));
    expect(answers.flatMap((answer) => planted(answer)).length).toBeGreaterThan(2000);
    expect(missed).toEqual([]);
  });

  test('is no id that means another everywhere, and one that does not', () => {
    const example = { id: `msg_${'c'.repeat(22)}`, path: `/v1/messages/msg_${'c'.repeat(22)}` };
    expect(found(example, { id: OWN.id, path: `/v1/messages/${OWN.id}` })).toEqual([]);
    expect(found(example, { id: OWN.id, path: `/v1/messages/${OWN.other}` })).toHaveLength(1);
    expect(found([example.id, `msg_${'d'.repeat(22)}`], [OWN.id, OWN.id])).toHaveLength(1);
  });

  test('is no instant of a clock that runs, and one of another day or before', () => {
    const at = '2026-11-24T10:00:00.000Z';
    expect(found({ at }, { at: '2026-11-24T10:02:11.240Z' })).toEqual([]);
    expect(found({ at }, { at: '2026-11-24T09:59:59.999Z' })).toHaveLength(1);
    expect(found({ at }, { at: '2026-11-25T10:00:00.000Z' })).toHaveLength(1);
  });

  test('is a commit named in a text, which is no id', () => {
    expect(found(`at ${'a'.repeat(40)} there`, `at ${'b'.repeat(40)} there`)).toHaveLength(1);
  });
});
