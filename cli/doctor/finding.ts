/** What the doctor says of one thing. */
export interface Finding {
  /** `ok`: as it should be. `warn`: goes, with what is said. `fail`: messages would not leave, or not lawfully. */
  readonly level: 'ok' | 'warn' | 'fail';
  readonly about: string;
  readonly says: string;
  /** What to do, and the records to write, a line each. */
  readonly remedy?: readonly string[];
}

export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says });
export const warn = (about: string, says: string, ...remedy: readonly string[]): Finding => ({
  level: 'warn',
  about,
  says,
  remedy,
});
export const fail = (about: string, says: string, ...remedy: readonly string[]): Finding => ({
  level: 'fail',
  about,
  says,
  remedy,
});

/** True of what AWS answers to who has not the right to ask. */
export const isDenied = (error: unknown): boolean => error instanceof Error && error.name === 'AccessDeniedException';
