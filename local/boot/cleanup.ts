/** Things to end when the stack ends, last opened first. */
export interface Cleanup {
  add(close: () => Promise<unknown> | unknown): void;
  /** Ends them all, once, however often it is called; a failure does not keep the others from ending. */
  run(): Promise<void>;
}

/** Nothing to end yet. */
export const createCleanup = (): Cleanup => {
  const closers: (() => Promise<unknown> | unknown)[] = [];
  let running: Promise<void> | undefined;
  const closeAll = async () => {
    for (const close of closers.reverse())
      await Promise.resolve()
        .then(close)
        .catch(() => undefined);
  };
  return {
    add: (close) => void closers.push(close),
    run: () => {
      running ??= closeAll();
      return running;
    },
  };
};
