import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { OUTSIDE } from '../provider/home/outside-path.ts';

/**
 * Has what a function asks of hosts of the internet by `https.request` answered at `base`, below `/outside/<host>`: nothing leaves this machine. TLS ends
 * before, so that no certificate is looked at. Called before the function is imported.
 */
export const keepInside = (base: string): void => {
  const require = createRequire(import.meta.url);
  const [http, https] = [require('node:http'), require('node:https')];
  https.request = (url: URL, options: RequestOptions, onAnswer?: (answer: IncomingMessage) => void): ClientRequest => {
    const asked: ClientRequest = http.request(new URL(`${OUTSIDE}${url.host}${url.pathname}`, base), options, onAnswer);
    asked.once('socket', (socket) => socket.once('connect', () => socket.emit('secureConnect')));
    return asked;
  };
  syncBuiltinESMExports();
};
