import { type Fields, FORM, TEMPLATE, type World } from './world.ts';

/** One call that records something, before anything is asked. */
export interface RecordingCall {
  readonly method: 'PUT' | 'POST';
  readonly kind: 'advertiser' | 'form' | 'template' | 'contact' | 'opposition' | 'sale' | 'consent' | 'activity';
  readonly path: string;
  readonly body: Fields;
}

/**
 * The world as calls of the application API, in the order of a take-over (D10): what is there, who it is, oppositions,
 * then sales, consents and acts. So an old consent comes after a later opposition, as imports do, and must not lift it.
 */
export const recordingCalls = (world: World): readonly RecordingCall[] => {
  const { advertiserId, contact } = world.identity;
  const of = `/v1/advertisers/${advertiserId}`;
  const put = (kind: RecordingCall['kind'], path: string, body: Fields | undefined): RecordingCall[] =>
    body === undefined ? [] : [{ method: 'PUT', kind, path, body }];
  const fact = (kind: RecordingCall['kind'], path: string, body: Fields | undefined): RecordingCall[] =>
    body === undefined ? [] : [{ method: 'POST', kind, path, body: { advertiserId, contact, ...body } }];
  return [
    ...put('advertiser', of, world.settings),
    ...put('form', `${of}/forms/${FORM.formId}/versions/${FORM.version}`, world.form),
    ...put('template', `${of}/templates/${TEMPLATE.templateId}/versions/${TEMPLATE.version}`, world.template),
    ...put('contact', '/v1/contacts', { advertiserId, contact, ...world.declared }),
    ...fact('opposition', '/v1/oppositions', world.opposition),
    ...fact('sale', '/v1/sales', world.sale),
    ...fact('consent', '/v1/consents', world.consent),
    ...fact('activity', '/v1/activities', world.activity),
  ];
};

/** `POST /v1/verdicts`: the message, with its final bytes where the scenario is about them. */
export const question = (world: World): Fields => ({
  ...world.message,
  ...(world.bytes === undefined ? {} : { bytes: world.bytes }),
});
