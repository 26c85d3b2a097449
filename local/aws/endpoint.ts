import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listen } from '../boot/listen.ts';
import { answerAsDrawn } from '../faults/drawn-answers.ts';
import type { DrawnFaults } from '../faults/drawn-faults.ts';
import type { Model } from '../template/model.ts';
import { deniedAnswer, errorAnswer } from './answers.ts';
import { type AwsAnswer, type AwsCall, readCall } from './call.ts';
import { type Fault, type Faults, faultAnswer } from './faults.ts';
import { accessesOf } from './iam/accesses.ts';
import { type Access, isAllowed, type Statement } from './iam/policy.ts';
import { presignedFault, withoutSignature } from './s3/presigned.ts';

/** Access key id of the person at the machine: everything is allowed to it, as to an account's administrator. */
export const ADMINISTRATOR = 'LOCALADMINISTRATOR';

/** One emulated service: answers a call that was found allowed. */
export type AwsService = (call: AwsCall) => Promise<AwsAnswer>;

export interface EndpointDependencies {
  readonly model: Model;
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  readonly services: Readonly<Record<string, AwsService>>;
  /** Of the stack, milliseconds since the epoch. */
  readonly now: () => number;
  readonly faults: Faults;
  /** What a service refuses for its own reasons; where a test asks for a fault, that one alone is met. */
  readonly drawn: DrawnFaults;
  /** Called for every call that comes, for counting. */
  readonly onCall: (call: AwsCall) => void;
  /** Called when a call is over, whatever it met: what it wrote is there. */
  readonly onEnd: (call: AwsCall) => void;
  /** Called with what a role asks for, whether it is granted or not. */
  readonly onAccess: (call: AwsCall, access: Access) => void;
  /** Called when the template grants the caller too little: the mistake that a developer must see. */
  readonly onDenied: (call: AwsCall, access: Access) => void;
}

/** The first access of a call that its role's policies do not grant. */
const refusedAccess = (call: AwsCall, { model, statements, onAccess }: EndpointDependencies) => {
  if (call.caller === ADMINISTRATOR) return undefined;
  const own = statements.get(call.caller) ?? [];
  const accesses = accessesOf(call, model);
  for (const access of accesses) onAccess(call, access);
  return accesses.find((access) => !isAllowed(own, access));
};

/** S3 hides from a caller who may not list the bucket whether an object exists: it is denied, not missing. */
const hideMissing = (call: AwsCall, answer: AwsAnswer, dependencies: EndpointDependencies): AwsAnswer => {
  if (call.service !== 's3' || answer.status !== 404 || call.caller === ADMINISTRATOR) return answer;
  const bucket = new URL(call.url, 'http://aws.local').pathname.split('/')[1] ?? '';
  const listing = { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` };
  dependencies.onAccess(call, listing);
  const mayList = isAllowed(dependencies.statements.get(call.caller) ?? [], listing);
  if (mayList) return answer;
  dependencies.onDenied(call, listing);
  return deniedAnswer(call, listing.action, listing.resource);
};

const answerCall = async (call: AwsCall, dependencies: EndpointDependencies): Promise<AwsAnswer> => {
  if (call.caller !== ADMINISTRATOR && !dependencies.statements.has(call.caller)) {
    return errorAnswer(
      call,
      403,
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  const refused = refusedAccess(call, dependencies);
  if (refused) {
    dependencies.onDenied(call, refused);
    return deniedAnswer(call, refused.action, refused.resource);
  }
  const service = dependencies.services[call.service];
  if (service === undefined) return errorAnswer(call, 501, 'NotImplemented', `The local stack has no ${call.service}.`);
  const asked = call.isPresigned ? withoutSignature(call) : call;
  return hideMissing(call, await service(asked), dependencies);
};

const send = (response: ServerResponse, answer: AwsAnswer) => {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(body.length) });
  response.end(body);
};

const meetFault = async (call: AwsCall, fault: Fault, response: ServerResponse, dependencies: EndpointDependencies) => {
  if (fault === 'never-answer') return;
  if (fault !== 'accept-and-drop') return send(response, faultAnswer(call, fault));
  await answerCall(call, dependencies);
  response.destroy();
};

const answerOrRefuse = (call: AwsCall, dependencies: EndpointDependencies): Promise<AwsAnswer> => {
  const { faults, drawn } = dependencies;
  const answer = (asked: AwsCall) => answerCall(asked, dependencies);
  return call.caller === ADMINISTRATOR || faults.areLeft(call.service)
    ? answer(call)
    : answerAsDrawn(call, drawn, answer);
};

const receive = async (request: IncomingMessage, response: ServerResponse, dependencies: EndpointDependencies) => {
  const call = await readCall(request);
  if (call === undefined) {
    return send(
      response,
      errorAnswer({ service: 'unsigned' }, 403, 'MissingAuthenticationToken', 'The request is not signed.'),
    );
  }
  const fake = call.isPresigned ? presignedFault(call, dependencies.now()) : undefined;
  if (fake) return send(response, errorAnswer(call, fake.status, fake.code, fake.message));
  dependencies.onCall(call);
  const fault = dependencies.faults.take(call);
  const ended = fault
    ? meetFault(call, fault, response, dependencies)
    : answerOrRefuse(call, dependencies).then((answer) => send(response, answer));
  await ended.finally(() => dependencies.onEnd(call));
};

/** A listener of the endpoint that can refuse connections for a while. */
export interface AwsPort {
  readonly url: string;
  /** Closes the port: whoever connects is refused. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
  close(): Promise<void>;
}

const closeServer = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Opens a port that speaks AWS. Every service with failure modes of its own gets one, so that its port alone can be
 * closed; `connect` says what answers, once the stack knows.
 */
export const openAwsPort = async (dependencies: () => EndpointDependencies): Promise<AwsPort> => {
  const create = () =>
    createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      receive(request, response, dependencies()).catch((error: unknown) => {
        if (response.headersSent || response.destroyed) return;
        send(response, errorAnswer({ service: 'local' }, 500, 'InternalFailure', String(error)));
      });
    });
  let server = create();
  const port = await listen(server, 0, 'AWS endpoint');
  return {
    url: `http://127.0.0.1:${port}`,
    refuse: () => closeServer(server),
    accept: async () => {
      server = create();
      await listen(server, port, 'AWS endpoint');
    },
    close: () => closeServer(server),
  };
};
