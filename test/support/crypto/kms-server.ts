import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readCall } from '#local/aws/call.ts';
import { createKmsService, makeKeyMaterial } from '#local/aws/kms.ts';
import type { Model } from '#local/template/model.ts';

/** KMS behind a port, with a key of each of these names. A key that is not among them is unknown there, as in an account. */
export const kmsServer = async (names: readonly string[]) => {
  const keys = names.map((name) => ({ name, arn: `arn:aws:kms:eu-west-3:000000000000:key/${name}` }));
  const model = {
    ofType: () => keys,
    find: (id: string) => keys.find(({ name, arn }) => id === name || id === arn),
  } as unknown as Model;
  const service = createKmsService(model, makeKeyMaterial(model));
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    if (call === undefined) return void response.writeHead(403).end();
    asked.push(call.operation);
    const answer = await service(call);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** The operations that were asked for. */
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
