/**
 * Resolves when this process should end: Ctrl-C, a termination signal, a closed terminal, or the launcher gone (its
 * channel closes). A second Ctrl-C does not wait for a clean end.
 */
export const untilAskedToStop = (): Promise<undefined> =>
  new Promise((resolve) => {
    let times = 0;
    const ask = () => {
      times += 1;
      // Both the terminal and the launcher pass Ctrl-C on; only a person's second one, later, is impatience.
      if (times > 3) process.exit(130);
      resolve(undefined);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
    process.on('disconnect', ask);
    // Who listens for the end of the launcher does not keep the program from its own.
    process.channel?.unref();
  });
