// SPDX-License-Identifier: Apache-2.0
// What a visitor on a slow line has to load, in KiB of gzip. A build over its budget fails.
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const kBudgets = { 'first page': 260, 'check of a code': 120, 'largest further script': 160, 'all styles': 24 };

const weigh = (name) => {
  const path = join(dist, name);
  return statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size / 1024;
};
const page = readFileSync(join(dist, 'index.html'), 'utf8');
const assets = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`);
const scripts = assets.filter((name) => name.endsWith('.js'));
const entry = [...page.matchAll(/src="\/(assets\/[^"]+)"/g)].map((match) => match[1]);

/** A script with all that it cannot begin without. */
function withImports(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    const imports = readFileSync(join(dist, name), 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
    withImports([...imports].map((match) => `assets/${match[1]}`), found);
  }
  return found;
}
const sum = (names) => [...names].reduce((all, name) => all + weigh(name), 0);
const called = (beginning) => scripts.filter((name) => name.startsWith(`assets/${beginning}-`));
const heaviest = (sets) => sets.reduce((most, one) => (sum(one) > sum(most) ? one : most), new Set());

const first = withImports([...entry, ...called('cabinet_door')]);
// The check speaks one language at a time: the longest counts.
const check = heaviest(called('of_check').map((texts) => withImports([...entry, ...called('check_door'), texts])));
if (!check.size) throw new Error('no scripts of the check');
const measured = {
  'first page': sum(first),
  'check of a code': sum(check),
  'largest further script': Math.max(0, ...scripts.filter((name) => !first.has(name)).map(weigh)),
  'all styles': sum(assets.filter((name) => name.endsWith('.css'))),
};
let over = false;
for (const [what, budget] of Object.entries(kBudgets)) {
  over ||= measured[what] > budget;
  console.log(`${what}: ${measured[what].toFixed(1)} of ${budget} KiB`);
}
process.exit(over ? 1 : 0);
