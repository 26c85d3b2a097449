import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Listens with room for one connection, and takes none: a process that stands still lets the system answer for it. */
const LISTENER = `
const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
  process.stdout.write(String(server.address().port), () => process.kill(process.pid, 'SIGSTOP'));
});`;
/** More than there is room for: those that find none are answered nothing, as by a host that drops what comes. */
const FILLED_BY = 8;

/** An address that answers no attempt to connect, neither yes nor no. */
export const startNeverConnecting = async (): Promise<{
  readonly url: string;
  readonly close: () => Promise<void>;
}> => {
  const listener = spawn(process.execPath, ['-e', LISTENER], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(listener.stdout, 'data')) as [Buffer];
  const held: Socket[] = [];
  for (let each = 0; each < FILLED_BY; each += 1) held.push(connect(Number(port), '127.0.0.1').on('error', () => {}));
  await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of held) socket.destroy();
      listener.kill('SIGKILL');
      await once(listener, 'exit');
    },
  };
};
