import { numbers } from './numbers.ts';

/** A bar on stderr: one line rewritten on a terminal; elsewhere one line per stage, and one each thirty seconds within it. */
export interface Progress {
  /** Opens a stage of `total` steps, closing the one before. */
  stage(title: string, total: number): void;
  step(): void;
  /** Moves to a number of steps. */
  to(done: number): void;
  /** Says that the machine is slow, that it goes on, and what is left. */
  slow(): void;
  end(): void;
}

const WIDTH = 28;
const REDRAW_MS = 100;
/** Where no bar is drawn, a sign of life is given so often. */
const SIGN_OF_LIFE_MS = 30_000;

/** The progress of what takes minutes, on this stream. */
export const progressOn = (stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>): Progress => {
  let [title, total, done, drawnAt] = ['', 0, 0, 0];
  const draw = (): void => {
    const filled = total === 0 ? WIDTH : Math.round((Math.min(done, total) / total) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    stream.write(`\r\u001B[K${bar} ${done}/${total}  ${title}`);
    drawnAt = performance.now();
  };
  let sign: NodeJS.Timeout | undefined;
  const stillWorking = (): void => {
    if (stream.isTTY) draw();
    else stream.write(`still working: ${numbers.format(done)} of ${numbers.format(total)}, ${title}\n`);
  };
  const close = (): void => {
    clearInterval(sign);
    if (title === '') return;
    if (stream.isTTY) draw();
    stream.write(stream.isTTY ? '\n' : `${title}: ${done}/${total}\n`);
    title = '';
  };
  const to = (next: number): void => {
    done = next;
    if (stream.isTTY && performance.now() - drawnAt > REDRAW_MS) draw();
  };
  return {
    stage: (next, steps) => {
      close();
      [title, total, done] = [next, steps, 0];
      sign = setInterval(stillWorking, SIGN_OF_LIFE_MS).unref();
    },
    step: () => to(done + 1),
    to,
    slow: () => {
      const left = numbers.format(Math.max(0, total - done));
      const said = `This machine is slow or busy: the demo waits. ${left} of ${numbers.format(total)} left, ${title}\n`;
      stream.write(stream.isTTY ? `\r\u001B[K${said}` : said);
    },
    end: close,
  };
};
