// SPDX-License-Identifier: Apache-2.0

export interface Piece {
  text: string;
  /** Where a line leads that is nothing but a link; inside this site a path. */
  link?: string;
}

const kLinkLine = /^(.+): (https?:\/\/\S+)$/;

/** The paragraphs of a letter. A letter says a link as a line of its own: what it is for, a colon, the address. */
export function piecesOf(letter: string, site: string): Piece[] {
  return letter
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const found = kLinkLine.exec(line);
      const [, text, link] = found ?? [];
      return text && link ? { text, link: link.startsWith(`${site}/`) ? link.slice(site.length) : link } : { text: line };
    });
}
