/** What one call through a client of AWS costs by itself: nothing of a table or of a provider is in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { processorMs } from './processor.ts';

const SERVER = `
  const answer = JSON.stringify({});
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer));
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
`;
const CALLS = 4_000;
const AT_ONCE = 20;

/** How a client is made that speaks to this port, and what it asks. */
type Asking = (at: {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}) => { readonly ask: () => Promise<unknown>; readonly end: () => void };

/** Milliseconds of processor of one call, twenty at once, to a server of another process that answers at once. */
const cpuOfCall = async (asking: Asking): Promise<number> => {
  const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
    const { ask, end } = asking({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-3', credentials });
    const rounds = async (calls: number) => {
      for (let done = 0; done < calls; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, ask));
    };
    await rounds(CALLS / 4);
    const before = processorMs();
    await rounds(CALLS);
    const took = processorMs() - before;
    end();
    return took / CALLS;
  } finally {
    server.kill();
  }
};

/** Of a call of the store that has little in it. */
export const benchClientCall = (): Promise<number> =>
  cpuOfCall((at) => {
    const client = new DynamoDBClient(at);
    const Key = { pk: { S: 'a' }, sk: { S: 'b' } };
    return { ask: () => client.send(new GetItemCommand({ TableName: 'aval', Key })), end: () => client.destroy() };
  });

/** Of a mail of this HTML. */
export const benchMailCall = (html: string): Promise<number> =>
  cpuOfCall((at) => {
    const client = new SESv2Client(at);
    const Simple = { Subject: { Data: 'Nos vins' }, Body: { Html: { Data: html } } };
    const Destination = { ToAddresses: ['lecteur@example.fr'] };
    const command = () =>
      new SendEmailCommand({ FromEmailAddress: 'lettre@banc.example', Destination, Content: { Simple } });
    return { ask: () => client.send(command()), end: () => client.destroy() };
  });
