// SPDX-License-Identifier: Apache-2.0

export interface Piece {
  text: string;
  /** Where a line leads that is nothing but a link; inside this site a path. */
  link?: string;
}

/** Between a letter and what stands under every letter (RFC 3676, 4.3). */
const kBeforeFooter = '--';
const kLinkLine = /^(.+): (https?:\/\/\S+)$/;

/** The paragraphs of a letter. A letter says a link as a line of its own: what it is for, a colon, the address. */
export function piecesOf(letter: string, site: string): Piece[] {
  return letter
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && line !== kBeforeFooter)
    .map((line) => {
      const found = kLinkLine.exec(line);
      const [, text, link] = found ?? [];
      return text && link ? { text, link: link.startsWith(`${site}/`) ? link.slice(site.length) : link } : { text: line };
    });
}
