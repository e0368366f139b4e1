// SPDX-License-Identifier: Apache-2.0
// What has to be loaded, in bytes as the server sends them to a browser: brotli. A build over its budget fails.
import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const dist = new URL('../dist/', import.meta.url).pathname;
const kBudgets = {
  'public site': 250_000,
  'first page of the cabinet': 250_000,
  'check of a code': 120_000,
  'largest further script': 160_000,
  'all styles': 20_000,
};

const weigh = (name) => {
  const path = join(dist, name);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
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

// One language is loaded at a time: the longest counts.
const one = (beginning) => {
  const found = heaviest(called(beginning).map((name) => withImports([name])));
  if (!found.size) throw new Error(`no scripts of ${beginning}`);
  return [...found];
};
const styles = sum(assets.filter((name) => name.endsWith('.css')));
const door = [...entry, ...called('cabinet_door'), ...one('public')];
const site = withImports([...door, ...called('FrontPage')]);
const cabinet = withImports([...door, ...one('cabinet'), ...called('Home')]);
const check = withImports([...entry, ...called('check_door'), ...one('of_check')]);
const measured = {
  'public site': sum(site) + styles,
  'first page of the cabinet': sum(cabinet) + styles,
  'check of a code': sum(check) + styles,
  'largest further script': Math.max(0, ...scripts.filter((name) => !cabinet.has(name)).map(weigh)),
  'all styles': styles,
};
let over = false;
for (const [what, budget] of Object.entries(kBudgets)) {
  over ||= measured[what] > budget;
  console.log(`${what}: ${measured[what]} of ${budget} bytes`);
}
process.exit(over ? 1 : 0);
