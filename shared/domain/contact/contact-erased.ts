import { Failure } from '../failure.ts';

/** What was erased stays erased: nothing of before is recorded again. */
export const contactErased = () =>
  new Failure('contact-erased', 'This contact was erased. Only what the person did since then is recorded.');

export const isContactErased = (error: unknown): boolean => error instanceof Failure && error.code === 'contact-erased';
