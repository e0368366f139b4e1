// SPDX-License-Identifier: Apache-2.0
import { datamatrix, drawingSVG } from 'bwip-js/browser';

const kSeparator = '\u001d';
/** GS1 application identifiers of codes and transport units; other codes of old carry none. */
const kElementString = /^(01\d{14}21|00\d{18})/;

/** The symbol of a code as SVG: GS1 Data Matrix with FNC1 in front and for separators, else plain Data Matrix. */
export function drawDataMatrix(code: string): string {
  const gs1 = kElementString.test(code);
  const text = code.replaceAll('^', '^^').replaceAll(kSeparator, '^FNC1');
  const options = { bcid: 'datamatrix', text: gs1 ? `^FNC1${text}` : text, parsefnc: true, scale: 4, padding: 4, backgroundcolor: 'FFFFFF' };
  return datamatrix(options, drawingSVG());
}
