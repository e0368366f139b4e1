// SPDX-License-Identifier: Apache-2.0
// Draws the codes of a file, one a line, with bwip-js as SVG, and prints how many a second. Run in a folder
// whose node_modules has bwip-js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const bwip = createRequire(process.cwd() + '/')('bwip-js');
const codes = readFileSync(process.argv[2], 'latin1').split('\n').filter((line) => line.length > 0);
const draw = (code) =>
  bwip.toSVG({
    bcid: 'datamatrix',
    text: '^FNC1' + code.replaceAll('^', '^094').replaceAll('\x1d', '^FNC1'),
    parsefnc: true,
  });
for (const code of codes.slice(0, 50)) draw(code);
const begun = performance.now();
let size = 0;
for (const code of codes) size += draw(code).length;
if (size === 0) process.exit(1);
console.log((codes.length / (performance.now() - begun)) * 1000);
