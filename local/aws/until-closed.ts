/**
 * What a service of AWS does by itself, in the emulators. Whatever is still on its way when the stack ends comes to nobody, and is
 * no failure: nobody waits for it.
 */
export const untilClosed = (client: { destroy(): void }) => {
  let isClosed = false;
  return {
    close: (): void => {
      isClosed = true;
      client.destroy();
    },
    /** Throws what the call throws, but for a call that the end of the stack cut off. */
    carry: async (call: Promise<unknown>): Promise<void> => {
      try {
        await call;
      } catch (error) {
        if (!isClosed) throw error;
      }
    },
  };
};
