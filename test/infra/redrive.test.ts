import { describe, expect, test } from 'vitest';
import type { RedriveCommand, RedriveReport } from '#shared/app/parked/redrive.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type AskParked, redrive, runRedrive } from '../../cli/commands/redrive.ts';

type ParkedEntry = RedriveReport['entries'][number];

const anEntry = (parkedId: string, more: Partial<ParkedEntry> = {}): ParkedEntry => ({
  parkedId,
  from: 'send',
  reason: 'too-slow',
  parkedAt: '2026-11-24T10:00:00.000Z' as Instant,
  about: `msg_${parkedId} of maison-roy`,
  outcome: 'goes-back',
  ...more,
});

const run = async (pages: readonly (readonly ParkedEntry[])[], asked: Partial<RedriveCommand> = {}) => {
  const questions: RedriveCommand[] = [];
  let printed = '';
  const ask: AskParked = async (question) => {
    questions.push(question);
    const at = Number(question.after ?? 0);
    return { entries: pages[at] ?? [], ...(at + 1 < pages.length ? { next: String(at + 1) } : {}) };
  };
  const write = (text: string) => {
    printed += text;
  };
  return { code: await runRedrive(ask, { apply: false, drop: [], ...asked, write }), questions, printed };
};

describe('aval redrive', () => {
  test('shows what is parked, with how many of each reason, and says that nothing was changed', async () => {
    const unread = { from: 'sms-replies', reason: 'gave-up' } as const;
    const { about: _, ...reply } = anEntry('c', unread);
    const { code, questions, printed } = await run([[anEntry('a'), anEntry('b')], [reply]]);
    expect(code).toBe(0);
    expect(questions.map(({ apply, after }) => [apply, after])).toEqual([
      [false, undefined],
      [false, '1'],
    ]);
    expect(printed).toContain('2 × send, too-slow: would go back where it came from\n');
    expect(printed).toContain('1 × sms-replies, gave-up: would go back where it came from\n');
    expect(printed).toContain('a  since 2026-11-24T10:00:00.000Z  msg_a of maison-roy\n');
    expect(printed).toContain('c  since 2026-11-24T10:00:00.000Z  what it is about cannot be read\n');
    expect(printed).toContain('Nothing was changed.');
  });

  test('of many, shows twenty and how many more', async () => {
    const { printed } = await run([Array.from({ length: 50 }, (_, index) => anEntry(String(index)))]);
    expect(printed.match(/since/g)).toHaveLength(20);
    expect(printed).toContain('… and 30 more');
  });

  test('says what was done, and ends with 1 when some fails as before', async () => {
    const { code, printed, questions } = await run(
      [[anEntry('a', { outcome: 'went-back' }), anEntry('b', { outcome: 'kept' })]],
      {
        apply: true,
        reason: 'too-slow',
      },
    );
    expect(questions).toMatchObject([{ apply: true, reason: 'too-slow' }]);
    expect(printed).toContain('1 × send, too-slow: went back where it came from');
    expect(printed).toContain('1 × send, too-slow: fails as before; kept');
    expect(printed).not.toContain('Nothing was changed');
    expect(code).toBe(1);
  });

  test('a place that is none is said at once, with those that there are', async () => {
    await expect(redrive(['--from', 'outbxo'])).rejects.toThrow(
      /`outbxo`: the places are send, .*outbox, project, jobs\.$/,
    );
  });

  test('what is no id is said at once, and an id of nothing is no success', async () => {
    for (const id of ['', 'a', 'A'.repeat(32)])
      await expect(redrive(['--drop', id, '--apply'])).rejects.toThrow(/is no id/);
    const { code, printed } = await run([[]], { drop: ['0'.repeat(32)] });
    expect([code, printed]).toEqual([1, 'Nothing with this id is parked.\n']);
  });

  test('says when nothing is parked', async () => {
    expect(await run([[]])).toMatchObject({ code: 0, printed: 'Nothing is parked.\n' });
  });
});
