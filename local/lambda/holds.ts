/**
 * What an operator keeps functions from, by their deployed names: event source mappings that are disabled, and functions that have no
 * room to run (a reserved concurrency of 0).
 */
export interface Holds {
  /** False: nothing reads the queue or the stream of this function. */
  isRead(functionName: string): boolean;
  /** Resolves at once; who waits for a message of the queue stops waiting. */
  setRead(functionName: string, isRead: boolean): void;
  /** Aborts when the reading of this function is stopped; a new one once it is read again. */
  reading(functionName: string): AbortSignal;
  /** False: whoever calls the function is turned away. */
  hasRoom(functionName: string): boolean;
  setRoom(functionName: string, hasRoom: boolean): void;
  /** All read and run again. */
  clear(): void;
}

/** Every function is read for, and runs. */
export const createHolds = (): Holds => {
  const unread = new Set<string>();
  const withoutRoom = new Set<string>();
  const readings = new Map<string, AbortController>();
  return {
    isRead: (name) => !unread.has(name),
    setRead: (name, isRead) => {
      if (isRead) return void unread.delete(name);
      unread.add(name);
      readings.get(name)?.abort();
      readings.delete(name);
    },
    reading: (name) => {
      const controller = readings.get(name) ?? new AbortController();
      readings.set(name, controller);
      return controller.signal;
    },
    hasRoom: (name) => !withoutRoom.has(name),
    setRoom: (name, hasRoom) => void (hasRoom ? withoutRoom.delete(name) : withoutRoom.add(name)),
    clear: () => {
      unread.clear();
      withoutRoom.clear();
    },
  };
};
