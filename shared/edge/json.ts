/** What a text says in JSON; `undefined`, which no JSON says, where it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
