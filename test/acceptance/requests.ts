import { type DecisionToTake, type Fields, FORM, TEMPLATE, type World } from './world.ts';

/** One call that records something, before anything is asked. */
export interface RecordingCall {
  readonly method: 'PUT' | 'POST';
  readonly kind:
    | 'advertiser'
    | 'form'
    | 'template'
    | 'contact'
    | 'opposition'
    | 'sale'
    | 'consent'
    | 'withdrawal'
    | 'activity';
  /** `{consentId}` in it stands for the id that the consent recorded before was given. */
  readonly path: string;
  readonly body: Fields;
}

/** What the API is told and asked: what is recorded, in order, a message, and what humans decide when asked. */
export interface Inquiry {
  readonly advertiserId: string;
  readonly recorded: readonly RecordingCall[];
  readonly message: Fields;
  readonly decisions: readonly DecisionToTake[];
}

/** Where settings, form version and template version of this advertiser are put. */
export const pathsOf = (advertiserId: string) => {
  const settings = `/v1/advertisers/${advertiserId}`;
  return {
    settings,
    form: `${settings}/forms/${FORM.formId}/versions/${FORM.version}`,
    template: `${settings}/templates/${TEMPLATE.templateId}/versions/${TEMPLATE.version}`,
  };
};

/**
 * The world as calls of the application API, in the order of a take-over (D10): what is there, who it is, oppositions,
 * then sales, consents and acts. So an old consent comes after a later opposition, as imports do, and must not lift it.
 */
export const recordingCalls = (world: World): readonly RecordingCall[] => {
  const { advertiserId, contact } = world.identity;
  const paths = pathsOf(advertiserId);
  const put = (kind: RecordingCall['kind'], path: string, body: Fields | undefined): RecordingCall[] =>
    body === undefined ? [] : [{ method: 'PUT', kind, path, body }];
  const fact = (kind: RecordingCall['kind'], path: string, body: Fields | undefined): RecordingCall[] =>
    body === undefined ? [] : [{ method: 'POST', kind, path, body: { advertiserId, contact, ...body } }];
  return [
    ...put('advertiser', paths.settings, world.settings),
    ...put('form', paths.form, world.form),
    ...put('template', paths.template, world.template),
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

export const inquiryOf = (world: World): Inquiry => ({
  advertiserId: world.identity.advertiserId,
  recorded: recordingCalls(world),
  message: question(world),
  decisions: world.decisions,
});
