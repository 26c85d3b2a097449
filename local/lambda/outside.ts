import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { OUTSIDE } from '../provider/home/outside-path.ts';

/**
 * Has what a function asks of hosts of the internet by `https.request(url, options)` answered at `base`, below `/outside/<host>`. No more than that is caught:
 * another form of the call, `https.get`, an agent, `fetch` and HTTP/2 go where they go. No function uses them for a host of the internet; the SDK is given
 * endpoints of its own. TLS ends before, so that no certificate is looked at. Called before the function is imported.
 */
export const keepInside = (base: string): void => {
  const require = createRequire(import.meta.url);
  const [http, https] = [require('node:http'), require('node:https')];
  https.request = (url: URL, options: RequestOptions, onAnswer?: (answer: IncomingMessage) => void): ClientRequest => {
    const path = `${OUTSIDE}${url.host}${url.pathname}${url.search}`;
    const asked: ClientRequest = http.request(new URL(path, base), options, onAnswer);
    asked.once('socket', (socket) => socket.once('connect', () => socket.emit('secureConnect')));
    return asked;
  };
  syncBuiltinESMExports();
};
