import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';

/**
 * How the stub answers one hand-off. `take-and-drop`: takes the message and cuts the connection before its answer;
 * `silence`: takes it and never answers.
 */
export type Behaviour =
  | 'take'
  | 'take-and-drop'
  | 'silence'
  | 'throttle'
  | 'server-error'
  | 'reject'
  | 'reject-address'
  | 'opted-out'
  | 'forbid'
  | 'pause'
  | 'no-tenant'
  | 'not-of-tenant';

/** A message that the provider has taken, whether or not it said so. */
interface Taken {
  readonly channel: 'email' | 'sms' | 'text' | 'https' | 'vonage' | 'smsmode' | 'spot-hit' | 'vonage-sms' | 'connect';
  readonly to: string;
  /** SES: the JSON of SendEmail; SNS: the form fields of Publish; End User Messaging (`text`): the JSON of SendTextMessage; Amazon Connect (`connect`): that of StartOutboundVoiceContact; signed HTTPS, Vonage, smsmode and Spot-Hit: what is handed over. */
  readonly request: Readonly<Record<string, unknown>>;
}

export interface ProviderStub {
  readonly url: string;
  readonly taken: readonly Taken[];
  /** Hand-offs seen, taken or not. */
  readonly calls: () => number;
  /** What was asked of the tenants of SES: path and body. */
  readonly tenants: readonly (readonly [path: string, body: unknown])[];
  /** The behaviours of the next calls, in order; then `take` again. */
  next(...behaviours: Behaviour[]): void;
  /** Says of each tenant that it may send nothing, or may again. It refuses no mail by this: `next` does. */
  stopTenants(isStopped: boolean): void;
  /** Answers 429 to what is asked of tenants, or no longer. */
  refuseTenants(isRefused: boolean): void;
  close(): Promise<void>;
}

const readEmail = (body: string): Taken => {
  const request = JSON.parse(body) as { Destination: { ToAddresses: string[] } };
  return { channel: 'email', to: request.Destination.ToAddresses[0] ?? '', request };
};

/** What SES takes in the value of a tag (API reference, `MessageTag`). */
const hasBadTag = ({ request: { EmailTags } }: Taken): boolean =>
  ((EmailTags ?? []) as readonly { readonly Value: string }[]).some(({ Value }) => !/^[\w-]{0,256}$/.test(Value));

const readSms = (body: string): Taken => {
  const request = Object.fromEntries(new URLSearchParams(body));
  return { channel: 'sms', to: request.PhoneNumber ?? '', request };
};

const readText = (body: string): Taken => {
  const request = JSON.parse(body) as { readonly DestinationPhoneNumber: string };
  return { channel: 'text', to: request.DestinationPhoneNumber, request: { ...request } };
};

const readConnect = (body: string): Taken => {
  const request = JSON.parse(body) as { readonly DestinationPhoneNumber: string };
  return { channel: 'connect', to: request.DestinationPhoneNumber, request: { ...request } };
};

const readSigned = (body: string): Taken => {
  const request = JSON.parse(body) as { readonly to: string };
  return { channel: 'https', to: request.to, request: { ...request } };
};

const readCall = (body: string): Taken => {
  const request = JSON.parse(body) as { readonly to: readonly { readonly number: string }[] };
  return { channel: 'vonage', to: `+${request.to[0]?.number}`, request: { ...request } };
};

const sesError = (response: ServerResponse, status: number, type: string, message: string) => {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ message }));
};

const snsError = (response: ServerResponse, status: number, code: string, message: string) => {
  response.writeHead(status, { 'content-type': 'text/xml' });
  response.end(
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
  );
};

/** As the JSON protocol of AWS writes it: every refusal is a 400. */
const textError = (response: ServerResponse, status: number, code: string, reason: string) => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': code });
  const Fields = reason === 'CANNOT_PARSE' ? [{ Name: 'DestinationPhoneNumber', Message: 'No number' }] : undefined;
  response.end(JSON.stringify({ __type: code, Message: 'No', Reason: reason || undefined, Fields }));
};

const readSmsmode = (body: string): Taken => {
  const request = JSON.parse(body) as { readonly recipient: { readonly to: string } };
  return { channel: 'smsmode', to: `+${request.recipient.to}`, request: { ...request } };
};

const smsmodeError = (response: ServerResponse, status: number, title: string) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ title, message: title, detail: '', errorCode: 1 }));
};

const readVonageSms = (body: string): Taken => {
  const request = JSON.parse(body) as { readonly to: string };
  return { channel: 'vonage-sms', to: `+${request.to}`, request: { ...request } };
};

/** The problem of its Messages API; the text is the code of its type. */
const vonageSmsError = (response: ServerResponse, status: number, title: string, code: string) => {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ title, ...(code === '' ? {} : { type: `https://errors.example/messages#${code}` }) }));
};

const readSpotHit = (body: string): Taken => {
  const request = Object.fromEntries(new URLSearchParams(body));
  return { channel: 'spot-hit', to: request.destinataires ?? '', request };
};

/** Its refusals have a status of 200 and a number. */
const spotHitError = (response: ServerResponse, status: number, code: string) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status === 200 ? { resultat: 0, erreurs: code } : {}));
};

/** The problem of Vonage; the text names the parameter that is wrong. */
const vonageError = (response: ServerResponse, status: number, title: string, name: string) => {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ title, ...(name === '' ? {} : { invalid_parameters: [{ name, reason: 'no' }] }) }));
};

const signedError = (response: ServerResponse, status: number, code: string) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ code, retryable: false }));
};

/** What the tenant of the tests may not use until it is told. */
export const RESOURCES = [
  'arn:aws:ses:eu-west-3:123456789012:configuration-set/aval-test-300s',
  'arn:aws:ses:eu-west-3:123456789012:identity/caves.example',
] as const;

const ERRORS = {
  throttle: {
    connect: [429, 'LimitExceededException', 'Too many'],
    https: [429, 'throttled', ''],
    vonage: [429, 'Too many', ''],
    smsmode: [429, 'Too many', ''],
    'spot-hit': [200, '63', ''],
    'vonage-sms': [429, 'Throttled', '1000'],
    email: [429, 'TooManyRequestsException', 'Too many'],
    sms: [429, 'Throttled', 'Rate exceeded'],
    text: [400, 'ThrottlingException', ''],
  },
  'server-error': {
    connect: [500, 'InternalServiceException', 'Oops'],
    https: [500, 'oops', ''],
    vonage: [500, 'Oops', ''],
    smsmode: [500, 'Oops', ''],
    'spot-hit': [500, '', ''],
    'vonage-sms': [500, 'Internal error', '1030'],
    email: [500, 'InternalFailure', 'Oops'],
    sms: [500, 'InternalError', 'Oops'],
    text: [500, 'InternalServerException', ''],
  },
  reject: {
    connect: [400, 'InvalidRequestException', 'No'],
    https: [422, 'content-refused', ''],
    vonage: [400, 'No', 'from.number'],
    smsmode: [400, 'No', ''],
    'spot-hit': [200, '24', ''],
    'vonage-sms': [422, 'No', '1120'],
    email: [400, 'MessageRejected', 'Content refused'],
    sms: [400, 'InvalidParameter', 'Invalid parameter: SenderID'],
    text: [400, 'ValidationException', 'PRICE_OVER_THRESHOLD'],
  },
  'reject-address': {
    connect: [400, 'InvalidParameterException', 'DestinationPhoneNumber is not valid'],
    https: [422, 'number-invalid', ''],
    vonage: [400, 'No', 'to[0].number'],
    smsmode: [400, 'recipient.to is not valid', ''],
    'spot-hit': [200, '6', ''],
    'vonage-sms': [422, 'No', '1170'],
    email: [400, 'BadRequestException', 'Illegal address'],
    sms: [400, 'InvalidParameter', 'Invalid parameter: PhoneNumber Reason: not valid to publish to'],
    text: [400, 'ValidationException', 'CANNOT_PARSE'],
  },
  'opted-out': {
    connect: [400, 'InvalidRequestException', 'No'],
    https: [422, 'opted-out', ''],
    smsmode: [400, 'The recipient is on the blacklist of those who said stop', ''],
    // They keep no list of those who asked to stop, or bring it otherwise.
    vonage: [400, 'No', ''],
    'spot-hit': [200, '4', ''],
    'vonage-sms': [422, 'No', '1240'],
    email: [400, 'BadRequestException', 'Opted out'],
    sms: [400, 'OptedOut', 'Invalid parameter: PhoneNumber Reason: the number is opted out'],
    text: [400, 'ConflictException', 'DESTINATION_PHONE_NUMBER_OPTED_OUT'],
  },
  forbid: {
    connect: [403, 'AccessDeniedException', 'No'],
    https: [403, 'forbidden', ''],
    vonage: [403, 'Forbidden', ''],
    smsmode: [403, 'Forbidden', ''],
    'spot-hit': [200, '30', ''],
    'vonage-sms': [403, 'Forbidden', ''],
    email: [403, 'AccessDeniedException', 'No'],
    sms: [403, 'AuthorizationError', 'No'],
    text: [400, 'AccessDeniedException', 'ACCOUNT_DISABLED'],
  },
  'no-tenant': {
    connect: [404, 'ResourceNotFoundException', 'No'],
    https: [404, 'not-found', ''],
    vonage: [404, 'Not found', ''],
    smsmode: [404, 'Not found', ''],
    'spot-hit': [404, '', ''],
    'vonage-sms': [404, 'Not found', ''],
    email: [404, 'NotFoundException', 'Tenant <aval-test> does not exist.'],
    sms: [400, 'NotFound', 'No'],
    text: [400, 'ResourceNotFoundException', ''],
  },
  'not-of-tenant': {
    connect: [404, 'ResourceNotFoundException', 'No'],
    https: [403, 'forbidden', ''],
    vonage: [403, 'Forbidden', ''],
    smsmode: [403, 'Forbidden', ''],
    'spot-hit': [403, '', ''],
    'vonage-sms': [403, 'Forbidden', ''],
    email: [403, 'AccessDeniedException', `Tenant not associated with resources [${RESOURCES.join(', ')}]`],
    sms: [403, 'AuthorizationError', 'No'],
    text: [400, 'ResourceNotFoundException', ''],
  },
  pause: {
    connect: [403, 'OutboundContactNotPermittedException', 'No'],
    https: [403, 'paused', ''],
    vonage: [402, 'Low balance', ''],
    smsmode: [402, 'Payment required', ''],
    'spot-hit': [200, '10', ''],
    'vonage-sms': [402, 'Low balance', ''],
    email: [400, 'SendingPausedException', 'Paused'],
    sms: [400, 'Throttling', 'Paused'],
    text: [400, 'ServiceQuotaExceededException', 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT'],
  },
} as const;

const WRITERS = {
  email: sesError,
  connect: sesError,
  sms: snsError,
  text: textError,
  https: signedError,
  vonage: vonageError,
  smsmode: smsmodeError,
  'spot-hit': spotHitError,
  'vonage-sms': vonageSmsError,
} as const;

/** By the path: SES v2, our signed contract, Vonage, smsmode, Spot-Hit, else the one path of SNS; End User Messaging names its operation. */
const readBy = ({ url: path = '', headers }: IncomingMessage): ((body: string) => Taken) => {
  if (headers['x-amz-target'] === 'PinpointSMSVoiceV2.SendTextMessage') return readText;
  if (path.startsWith('/v2/email')) return readEmail;
  if (path === '/contact/outbound-voice') return readConnect;
  if (path === '/v1/calls') return readCall;
  if (path === '/v1/messages') return readVonageSms;
  if (path === '/sms/v1/messages') return readSmsmode;
  if (path === '/api/envoyer/mms') return readSpotHit;
  return path === '/handover' ? readSigned : readSms;
};

const accept = (response: ServerResponse, channel: Taken['channel'], id: string) => {
  if (channel === 'email') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ MessageId: id }));
    return;
  }
  if (channel === 'connect') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ContactId: id }));
    return;
  }
  if (channel === 'text') {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ MessageId: id }));
    return;
  }
  if (channel === 'https') {
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ providerId: id }));
    return;
  }
  if (channel === 'smsmode') {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ messageId: id, status: { value: 'ENROUTE' } }));
    return;
  }
  if (channel === 'spot-hit') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ resultat: 1, id }));
    return;
  }
  if (channel === 'vonage-sms') {
    response.writeHead(202, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ message_uuid: id }));
    return;
  }
  if (channel === 'vonage') {
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ uuid: id, status: 'started' }));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/xml' });
  response.end(
    `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${id}</MessageId></PublishResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishResponse>`,
  );
};

/** A small HTTP server that answers as SES v2 (`SendEmail`, `GetAccount`), SNS (`Publish`), End User Messaging (`SendTextMessage`), Amazon Connect (`StartOutboundVoiceContact`), a provider of signed HTTPS, Vonage, smsmode and Spot-Hit would, or misbehaves as told. */
export const startProviderStub = async (): Promise<ProviderStub> => {
  const taken: Taken[] = [];
  const coming: Behaviour[] = [];
  const tenants: [string, unknown][] = [];
  let refusesTenants = false;
  let stopsTenants = false;
  let calls = 0;

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await textOfBody(request);
    if (request.url?.startsWith('/v2/email/tenants')) {
      tenants.push([request.url, JSON.parse(body)]);
      if (refusesTenants) return sesError(response, 429, 'TooManyRequestsException', 'Too many');
      response.writeHead(200, { 'content-type': 'application/json' });
      const SendingStatus = stopsTenants ? 'DISABLED' : 'ENABLED';
      return void response.end(request.url.endsWith('/get') ? JSON.stringify({ Tenant: { SendingStatus } }) : '{}');
    }
    if (request.url === '/v2/email/account') {
      response.writeHead(200, { 'content-type': 'application/json' });
      const SendQuota = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 0 };
      return void response.end(JSON.stringify({ SendQuota }));
    }
    if (request.url === '/api/mms/upload') {
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end('{"success":true,"file":"1.jpeg"}');
    }
    const message = readBy(request)(body);
    calls += 1;
    if (hasBadTag(message)) return sesError(response, 400, 'BadRequestException', 'Invalid tag value');
    const behaviour = coming.shift() ?? 'take';
    if (behaviour === 'take' || behaviour === 'take-and-drop' || behaviour === 'silence') taken.push(message);
    if (behaviour === 'silence') return;
    if (behaviour === 'take-and-drop') return void request.socket.destroy();
    if (behaviour === 'take') return accept(response, message.channel, `provider-${calls}`);
    const [status, code, text] = ERRORS[behaviour][message.channel];
    WRITERS[message.channel](response, status, code, text);
  };

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    calls: () => calls,
    tenants,
    stopTenants: (isStopped) => {
      stopsTenants = isStopped;
    },
    refuseTenants: (isRefused) => {
      refusesTenants = isRefused;
    },
    next: (...behaviours) => void coming.push(...behaviours),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
