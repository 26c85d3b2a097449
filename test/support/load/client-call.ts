/** What one call through the client of AWS costs by itself: nothing of a table is in it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const SERVER = `
  const answer = JSON.stringify({});
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer));
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
`;
const CALLS = 4_000;
const AT_ONCE = 20;

/** Milliseconds of processor of one call through the client of AWS, twenty at once, to a server of another process that answers at once. */
export const benchClientCall = async (): Promise<number> => {
  const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
    const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-3', credentials });
    const command = () => new GetItemCommand({ TableName: 'aval', Key: { pk: { S: 'a' }, sk: { S: 'b' } } });
    const rounds = async (calls: number) => {
      for (let done = 0; done < calls; done += AT_ONCE)
        await Promise.all(Array.from({ length: AT_ONCE }, () => client.send(command())));
    };
    await rounds(CALLS / 4);
    const before = process.cpuUsage();
    await rounds(CALLS);
    const { user, system } = process.cpuUsage(before);
    client.destroy();
    return (user + system) / 1000 / CALLS;
  } finally {
    server.kill();
  }
};
