/** For functions, which know nothing of the domain. */
export { jsonIn } from '../domain/text/text.ts';
