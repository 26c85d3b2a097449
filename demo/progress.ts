/** A bar on stderr: one line rewritten on a terminal, one line per stage elsewhere. */
export interface Progress {
  /** Opens a stage of `total` steps, closing the one before. */
  stage(title: string, total: number): void;
  step(): void;
  /** Moves to a number of steps. */
  to(done: number): void;
  end(): void;
}

const WIDTH = 28;
const REDRAW_MS = 100;

export const progressOn = (stream: NodeJS.WriteStream): Progress => {
  let [title, total, done, drawnAt] = ['', 0, 0, 0];
  const draw = (): void => {
    const filled = total === 0 ? WIDTH : Math.round((Math.min(done, total) / total) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    stream.write(`\r\u001B[K${bar} ${done}/${total}  ${title}`);
    drawnAt = performance.now();
  };
  const close = (): void => {
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
    },
    step: () => to(done + 1),
    to,
    end: close,
  };
};
