import { Agent, type ClientRequest, request } from 'node:http';
import type { AwsAnswer, AwsCall } from './call.ts';
import type { AwsService } from './endpoint.ts';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'expect']);

const withoutHopByHop = (headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      HOP_BY_HOP.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );

/** DynamoDB Local refuses access keys with a dash, which the names of roles have; no emulator looks at who calls. */
const calledBy = (accessKeyId: string, authorization: string | undefined) =>
  authorization?.replace(/Credential=[^/]+/, `Credential=${accessKeyId}`) ?? '';

/** An emulator ended a connection that lay idle at the very moment it was used again: nothing was read of the call. */
const wasIdleTooLong = (outgoing: ClientRequest, error: NodeJS.ErrnoException): boolean =>
  outgoing.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

const pass = (baseUrl: string, accessKeyId: string, call: AwsCall): Promise<AwsAnswer> =>
  new Promise((resolve, reject) => {
    const headers = {
      ...withoutHopByHop(call.headers),
      authorization: calledBy(accessKeyId, call.headers.authorization),
      'content-length': String(call.body.length),
    };
    const outgoing = request(new URL(call.url, baseUrl), { method: call.method, headers, agent }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({
        status: response.statusCode ?? 502,
        headers: withoutHopByHop(response.headers),
        body: Buffer.concat(chunks),
      });
    });
    outgoing.on('error', (error) => {
      if (wasIdleTooLong(outgoing, error)) resolve(pass(baseUrl, accessKeyId, call));
      else reject(error);
    });
    outgoing.end(call.body);
  });

/** Passes a call to an emulator over HTTP: its body byte for byte, and the same access key whoever calls. */
export const forwardTo =
  (baseUrl: string, accessKeyId = 'local'): AwsService =>
  (call) =>
    pass(baseUrl, accessKeyId, call);
