import { describe, expect, test } from 'vitest';
import { type Answer, against, refusal } from './fake-aval.ts';

const page = (ids: readonly string[], nextCursor?: string): Answer => ({
  status: 200,
  body: { messages: ids.map((id) => ({ id })), ...(nextCursor === undefined ? {} : { nextCursor }) },
});
const PAGES = [page(['m1', 'm2'], 'c1'), page([], 'c2'), page(['m3'])];
const cursorsOf = (sent: ReturnType<typeof against>['sent']) =>
  sent.map(({ url }) => new URL(url).searchParams.get('cursor'));

describe('a list', () => {
  test('gives every item of every page, also after an empty one', async () => {
    const { aval, sent } = against(PAGES);
    const ids: string[] = [];
    for await (const message of aval.listMessages({ advertiserId: 'a', status: 'sent' })) ids.push(message.id);
    expect(ids).toEqual(['m1', 'm2', 'm3']);
    expect(cursorsOf(sent)).toEqual([null, 'c1', 'c2']);
    for (const { url } of sent) expect(new URL(url).searchParams.get('status')).toBe('sent');
  });

  test('asks for no page that nobody reads', async () => {
    const { aval, sent } = against(PAGES);
    for await (const _message of aval.listMessages()) break;
    expect(sent).toHaveLength(1);
  });

  test('starts at the cursor that was kept', async () => {
    const { aval, sent } = against([page(['m3'])]);
    expect(await aval.listMessages({ cursor: 'c2' }).toArray()).toEqual([{ id: 'm3' }]);
    expect(cursorsOf(sent)).toEqual(['c2']);
  });

  test('gives its pages with their cursors', async () => {
    const seen: (string | undefined)[] = [];
    for await (const { nextCursor } of against(PAGES).aval.listMessages().pages()) seen.push(nextCursor);
    expect(seen).toEqual(['c1', 'c2', undefined]);
  });

  test('starts again when it is read again', async () => {
    const { aval, sent } = against([page(['m1'])]);
    const list = aval.listMessages();
    await list.toArray();
    await list.toArray();
    expect(sent).toHaveLength(2);
  });

  test('tries a page again, and throws the problem of a page', async () => {
    const { aval, sent } = against([page(['m1'], 'c1'), refusal(429, 'rate-limited'), page(['m2'])]);
    expect(await aval.listMessages().toArray()).toHaveLength(2);
    expect(cursorsOf(sent)).toEqual([null, 'c1', 'c1']);
    await expect(
      against([refusal(422, 'invalid-request')])
        .aval.listMessages()
        .toArray(),
    ).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});
