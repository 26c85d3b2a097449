/** A class of the emulator of queues and topics, by its module: the package names none of them as its own. */
export const classIn = async <C>(path: string, name: string): Promise<{ readonly prototype: C }> =>
  (await import(new URL(path, import.meta.resolve('fauxqs')).href))[name];
