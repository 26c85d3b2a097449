import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Editors write a file in several steps, and many files at once: what comes within this time is one change. */
const TOGETHER_MS = 150;

/** Watches folders until it is closed. */
export interface Watch {
  close(): void;
}

/**
 * Calls `act` after each change below these folders, one call at a time: a change during a call has one more. What it throws goes
 * to `onFailure`, and the next change is tried again.
 */
export const watchFolders = (
  folders: readonly string[],
  act: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Watch => {
  let isChanged = false;
  let isActing = false;
  let isClosed = false;
  const work = async () => {
    isActing = true;
    while (isChanged && !isClosed) {
      isChanged = false;
      await wait(TOGETHER_MS);
      if (!isChanged) await act().catch(onFailure);
    }
    isActing = false;
  };
  const watchers: readonly FSWatcher[] = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      isChanged = true;
      if (!isActing) void work();
    }),
  );
  return {
    close: () => {
      isClosed = true;
      for (const watcher of watchers) watcher.close();
    },
  };
};
