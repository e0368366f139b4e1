// SPDX-License-Identifier: Apache-2.0
// Writes src/api/schema.d.ts, the types of the interface, from docs/api/openapi.json.
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const document = JSON.parse(readFileSync(new URL('../../docs/api/openapi.json', import.meta.url), 'utf8'));
const tree = await openapi(document, { alphabetize: false });
writeFileSync(
  new URL('../src/api/schema.d.ts', import.meta.url),
  `// SPDX-License-Identifier: Apache-2.0\n// Made by npm run api from docs/api/openapi.json.\n${astToString(tree)}`,
);
