/**
 * What an operator keeps functions from, by their deployed names: event source mappings that are disabled, and functions that have no
 * room to run (a reserved concurrency of 0). Beside them, what else keeps the system from its work: functions that end badly, and what the
 * rest of the account uses up.
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
  /** False: a schedule has lost the right to call its function. */
  mayCall(functionName: string): boolean;
  setMayCall(functionName: string, mayCall: boolean): void;
  /** True: each run of the function ends before it answers, as if its process had died. */
  isCrashing(functionName: string): boolean;
  setCrashing(functionName: string, isCrashing: boolean): void;
  /** Requests a second that other APIs of the account leave to this one; `undefined`: as many as it admits. */
  leftTo(apiName: string): number | undefined;
  setLeft(apiName: string, perSecond: number | undefined): void;
  /** US dollars that others of the account spent on SMS this month. */
  spentByOthers(): number;
  setSpentByOthers(usd: number): void;
  /** True: the number is on the account's list of those who opted out of SMS, to which SNS sends nothing. */
  hasOptedOut(phone: string): boolean;
  /** `at`: when it came on the list, of the stack’s clock. */
  setOptedOut(phone: string, hasOptedOut: boolean, at: string): void;
  /** The numbers on that list, with when each came there. */
  optedOut(): ReadonlyMap<string, string>;
  /** All read and run again, nobody else uses anything, and no number opted out. */
  clear(): void;
}

/** Every function is read for, and runs. */
export const createHolds = (): Holds => {
  const unread = new Set<string>();
  const withoutRoom = new Set<string>();
  const notCalled = new Set<string>();
  const crashing = new Set<string>();
  const left = new Map<string, number>();
  const optedOut = new Map<string, string>();
  let spent = 0;
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
    mayCall: (name) => !notCalled.has(name),
    setMayCall: (name, mayCall) => void (mayCall ? notCalled.delete(name) : notCalled.add(name)),
    isCrashing: (name) => crashing.has(name),
    setCrashing: (name, isCrashing) => void (isCrashing ? crashing.add(name) : crashing.delete(name)),
    leftTo: (name) => left.get(name),
    setLeft: (name, perSecond) => void (perSecond === undefined ? left.delete(name) : left.set(name, perSecond)),
    spentByOthers: () => spent,
    setSpentByOthers: (usd) => {
      spent = usd;
    },
    hasOptedOut: (phone) => optedOut.has(phone),
    setOptedOut: (phone, hasOptedOut, at) => void (hasOptedOut ? optedOut.set(phone, at) : optedOut.delete(phone)),
    optedOut: () => optedOut,
    clear: () => {
      optedOut.clear();
      unread.clear();
      withoutRoom.clear();
      notCalled.clear();
      crashing.clear();
      left.clear();
      spent = 0;
    },
  };
};
