// SPDX-License-Identifier: Apache-2.0
// What a visitor on a slow line has to load, in KiB of gzip. A build over its budget fails.
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const kBudgets = { 'first page': 260, 'largest further script': 160, 'all styles': 24 };

const weigh = (name) => {
  const path = join(dist, name);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size / 1024;
};
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const further = assets.filter((name) => name.endsWith('.js') && !first.includes(name)).map(weigh);
const measured = {
  'first page': first.reduce((sum, name) => sum + weigh(name), 0),
  'largest further script': Math.max(0, ...further),
  'all styles': assets.filter((name) => name.endsWith('.css')).reduce((sum, name) => sum + weigh(name), 0),
};
let over = false;
for (const [what, budget] of Object.entries(kBudgets)) {
  over ||= measured[what] > budget;
  console.log(`${what}: ${measured[what].toFixed(1)} of ${budget} KiB`);
}
process.exit(over ? 1 : 0);
