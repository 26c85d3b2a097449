import { expect, onTestFinished, test, vi } from 'vitest';
import { progressOn } from '#demo/progress.ts';

const written = () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const lines: string[] = [];
  const write = (text: string | Uint8Array) => lines.push(String(text)) > 0;
  return { lines, progress: progressOn({ write, isTTY: false }) };
};

test('where no bar is drawn, a stage gives a sign of life each thirty seconds, and none once it is over', () => {
  const { lines, progress } = written();
  progress.stage('a campaign: sent in waves', 1941);
  vi.advanceTimersByTime(29_000);
  progress.to(188);
  vi.advanceTimersByTime(31_000);
  expect(lines).toEqual([
    'still working: 188 of 1,941, a campaign: sent in waves\n',
    'still working: 188 of 1,941, a campaign: sent in waves\n',
  ]);
  progress.to(1941);
  progress.end();
  vi.advanceTimersByTime(120_000);
  expect(lines.slice(2)).toEqual(['a campaign: sent in waves: 1941/1941\n']);
});

test('a slow machine is said to be one, with what is left', () => {
  const { lines, progress } = written();
  progress.stage('a campaign: sent in waves', 1465);
  progress.to(347);
  progress.slow();
  progress.end();
  expect(lines[0]).toBe(
    'This machine is slow or busy: the demo waits. 1,118 of 1,465 left, a campaign: sent in waves\n',
  );
});
