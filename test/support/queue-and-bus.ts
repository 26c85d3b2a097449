import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOfBody } from 'node:stream/consumers';

/** An event as the bus was given it. */
interface PublishedEvent {
  readonly type: string;
  readonly source: string;
  readonly detail: Record<string, unknown>;
}

/** A small SQS and EventBridge, speaking their JSON protocol to the real clients, and as much of S3 as the journal asks. */
export interface QueueAndBus {
  readonly url: string;
  readonly queued: { body: Record<string, unknown>; delaySeconds: number; reason?: string; group?: string }[];
  readonly published: PublishedEvent[];
  /** Objects by their path; one that is there is not written again. */
  readonly objects: Map<string, string>;
  /** Makes the next calls fail: `queue`, `bus` (whole call), `bus-entry` (one entry of it), or `object`. */
  fail(...what: ('queue' | 'bus' | 'bus-entry' | 'object')[]): void;
  /** From now on no call fails. */
  mend(): void;
  close(): Promise<void>;
}

interface PutEvents {
  readonly Entries: readonly { DetailType: string; Source: string; Detail: string }[];
}
interface SendMessage {
  readonly MessageBody: string;
  readonly DelaySeconds?: number;
  readonly MessageGroupId?: string;
  readonly MessageAttributes?: { readonly reason?: { readonly StringValue: string } };
}

const answer = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
};

export const startQueueAndBus = async (): Promise<QueueAndBus> => {
  const queued: QueueAndBus['queued'] = [];
  const published: PublishedEvent[] = [];
  const objects: QueueAndBus['objects'] = new Map();
  const failing: string[] = [];

  const takes = (what: string): boolean => {
    const index = failing.indexOf(what);
    if (index >= 0) failing.splice(index, 1);
    return index < 0;
  };

  const send = (response: ServerResponse, message: SendMessage) => {
    const { MessageBody, DelaySeconds, MessageAttributes, MessageGroupId: group } = message;
    if (!takes('queue')) return answer(response, 400, { __type: 'QueueDoesNotExist', message: 'no' });
    const reason = MessageAttributes?.reason?.StringValue;
    const delaySeconds = DelaySeconds ?? 0;
    queued.push({
      body: JSON.parse(MessageBody),
      delaySeconds,
      ...(reason === undefined ? {} : { reason }),
      ...(group === undefined ? {} : { group }),
    });
    answer(response, 200, { MessageId: 'm', MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') });
  };

  const publish = (response: ServerResponse, { Entries }: PutEvents) => {
    if (!takes('bus')) return answer(response, 400, { __type: 'ResourceNotFoundException', message: 'no' });
    if (!takes('bus-entry'))
      return answer(response, 200, { FailedEntryCount: 1, Entries: [{ ErrorCode: 'Internal' }] });
    published.push(...Entries.map((e) => ({ type: e.DetailType, source: e.Source, detail: JSON.parse(e.Detail) })));
    answer(response, 200, { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: 'e' })) });
  };

  const refuseObject = (response: ServerResponse, status: number, code: string) => {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<Error><Code>${code}</Code></Error>`);
  };
  const put = (request: IncomingMessage, response: ServerResponse, text: string) => {
    const path = new URL(request.url ?? '', 'http://s3').pathname;
    if (!takes('object')) return refuseObject(response, 403, 'AccessDenied');
    if (request.headers['if-none-match'] === '*' && objects.has(path))
      return refuseObject(response, 412, 'PreconditionFailed');
    objects.set(path, text);
    response.writeHead(200, { etag: '"e"' }).end();
  };

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await textOfBody(request);
    if (request.method === 'PUT') return put(request, response, text);
    const body = JSON.parse(text);
    const isQueue = String(request.headers['x-amz-target']).startsWith('AmazonSQS');
    return isQueue ? send(response, body) : publish(response, body);
  };
  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    queued,
    published,
    objects,
    fail: (...what) => void failing.push(...what),
    mend: () => void failing.splice(0),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
