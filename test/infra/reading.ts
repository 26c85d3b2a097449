/** A function that asks two services, each answered by this process, which language a reader wants, and what is wrong in HTML. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { parse } from 'parse5';
import { languageOf } from '#shared/pages/language.ts';

const ITEM = '{"Item":{"kind":{"S":"item"}}}';

/** Errors that the parser, the tokenizer and what reads characters find: each part says its own. */
const errorsOf = (html: string): readonly string[] => {
  const codes: string[] = [];
  parse(html, { onParseError: ({ code }) => void codes.push(code) });
  return codes;
};

export const handler = async () => {
  const server = createServer(({ method }, answer) => answer.end(method === 'POST' ? ITEM : 'object')).listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const at = { region: 'eu-west-3', endpoint: `http://127.0.0.1:${port}`, credentials };
  const table = new DynamoDBClient(at);
  const bucket = new S3Client({ ...at, forcePathStyle: true });
  const { Item } = await table.send(new GetItemCommand({ TableName: 'items', Key: { pk: { S: 'a' } } }));
  await bucket.send(new PutObjectCommand({ Bucket: 'objects', Key: 'a', Body: 'object' }));
  const { Body } = await bucket.send(new GetObjectCommand({ Bucket: 'objects', Key: 'a' }));
  const read = [
    Item,
    await Body?.transformToString(),
    languageOf('fr;q=0.9, en;q=0.5', ['en', 'fr'], 'en'),
    errorsOf('\u0001<p/><p a="'),
  ];
  server.closeAllConnections();
  server.close();
  return read;
};
