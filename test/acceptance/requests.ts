import { APPROVER, type DecisionToTake, type Fields, FORM, TEMPLATE, type World } from './world.ts';

/** One call that records something, before anything is asked. */
export interface RecordingCall {
  readonly method: 'PUT' | 'POST';
  readonly kind:
    | 'advertiser'
    | 'form'
    | 'template'
    | 'approval'
    | 'contact'
    | 'opposition'
    | 'sale'
    | 'consent'
    | 'withdrawal'
    | 'invalidation'
    | 'annulment'
    | 'activity';
  /** `{consentId}` and `{recordId}` in it stand for the ids of the last consent and of the last record. */
  readonly path: string;
  readonly body: Fields;
}

/** What happens in order before a message is asked about: calls, decisions on causes, messages sent, and time. */
export type Step =
  | RecordingCall
  | { readonly kind: 'decision'; readonly cause: string; readonly body: Fields; readonly met: Fields }
  | { readonly kind: 'message'; readonly message: Fields }
  | { readonly kind: 'time'; readonly hours: number };

/** What is recorded, in order, the message that is asked about, and what humans decide when they are asked. */
export interface Inquiry {
  readonly advertiserId: string;
  readonly recorded: readonly Step[];
  readonly message: Fields;
  /** It is handed in to be sent, and the verdict of the send path is read; else one asks for a verdict in advance. */
  readonly isSent: boolean;
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

/** A template version that one person makes and another approves. */
export const templateCalls = (advertiserId: string, template: Fields | undefined): readonly RecordingCall[] => {
  if (template === undefined) return [];
  const { template: path } = pathsOf(advertiserId);
  return [
    { method: 'PUT', kind: 'template', path, body: template },
    { method: 'POST', kind: 'approval', path: `${path}/approval`, body: { approver: APPROVER } },
  ];
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
    ...templateCalls(advertiserId, world.template),
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
  isSent: false,
  decisions: world.decisions,
});
