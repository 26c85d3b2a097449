#!/usr/bin/env node
// `aval`, the program of whoever operates a deployment: a private bin of this package, started as `npm run aval`.
// The launcher runs it on the pinned Node.js and installs the dependencies first where they are missing.
process.argv.splice(2, 0, 'cli/main.ts');
await import('../tools/launch.mjs');
