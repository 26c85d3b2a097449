import type { Place } from './reading.ts';

/** Where a sentence, a line or an element begins with a greeting, nothing but a name follows. */
const GREETING =
  /(?:^|[\n.!?>])\s{0,6}(?:bonjour|bonsoir|salut|coucou|bienvenue|ch[eè]re?s?|madame|monsieur|mme|m\.|hello|hi|hey|dear|hallo|lieber?|hola|estimad[oa]|ciao|gentile|car[oa]|beste)(?:\s|&nbsp;|,|[*_]){0,6}$/iu;
/** Between the greeting and the name: how one of them looks. */
const OF_LOOKS = /<\/?(?:a|b|big|em|font|i|mark|small|span|strong|u)(?:\s[^<>]{0,200})?>/giu;

const MOST_OF_GREETING = 40;
const MOST_OF_LOOKS = 500;

/** A greeting is before it, and nothing else but how it looks. */
export const isGreeted = ({ source, start, form }: Place): boolean => {
  if (GREETING.test(source.slice(Math.max(0, start - MOST_OF_GREETING), start))) return true;
  if (form === 'text') return false;
  const before = source.slice(Math.max(0, start - MOST_OF_LOOKS), start);
  return GREETING.test(before.replace(OF_LOOKS, '').slice(-MOST_OF_GREETING));
};
