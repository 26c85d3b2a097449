/** The fields of a text in JSON; none where it is no object, or no JSON. */
export const fieldsOfJson = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
};
