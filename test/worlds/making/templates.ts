import type { Body, Draft } from './draft.ts';

/** Stores a template version and makes the message from it; the content is that of the class, unless it `offers`. */
export const putTemplate = (draft: Draft, id: string, body: Body): void => {
  const version = String(1 + draft.templates.filter((each) => each.id === id).length);
  draft.templates.push({ id, version, body });
  draft.message.template = { templateId: id, version };
};

/** The body of the template that the message names, if it names one. */
export const templateOf = ({ templates, message }: Draft): Body | undefined =>
  message.template === undefined ? undefined : templates.at(-1)?.body;

/** The template version that the message names. */
export const namedBy = ({ message }: Draft): { readonly templateId?: string; readonly version?: string } =>
  typeof message.template === 'object' && message.template !== null ? message.template : {};
