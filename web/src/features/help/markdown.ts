// SPDX-License-Identifier: Apache-2.0

// The part of Markdown that our articles use, as plain values. Nothing of a text ever becomes HTML: what is not known
// here stays the characters it is.

export type Inline =
  | { kind: 'text' | 'strong' | 'code'; text: string }
  | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'heading'; id: string; text: string }
  | { kind: 'paragraph' | 'note'; text: string }
  | { kind: 'list'; ordered: boolean; items: string[] };

export interface Article {
  slug: string;
  title: string;
  /** The first paragraph. */
  about: string;
  blocks: Block[];
}

const kItem = /^(?:[-*]|\d+\.)\s+/;

export function parseArticle(slug: string, source: string): Article {
  const lines = source.replace(/\r/g, '').split('\n');
  const blocks: Block[] = [];
  let title = '';
  let open: string[] = [];
  const close = () => {
    const text = open.join(' ').trim();
    if (text) blocks.push(text.startsWith('> ') ? { kind: 'note', text: text.replace(/(^|\s)> /g, '$1') } : { kind: 'paragraph', text });
    open = [];
  };
  for (const line of lines) {
    const last = blocks.at(-1);
    if (line.startsWith('# ')) title = line.slice(2).trim();
    else if (line.startsWith('## ')) {
      close();
      blocks.push({ kind: 'heading', id: `part-${blocks.length}`, text: line.slice(3).trim() });
    } else if (kItem.test(line)) {
      close();
      const ordered = /^\d/.test(line);
      const item = line.replace(kItem, '').trim();
      if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item);
      else blocks.push({ kind: 'list', ordered, items: [item] });
    } else if (/^\s{2,}\S/.test(line) && last?.kind === 'list' && !open.length) {
      last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`);
    } else if (line.trim()) open.push(line.trim());
    else close();
  }
  close();
  const first = blocks.find((block) => block.kind === 'paragraph');
  return { slug, title, about: first?.kind === 'paragraph' ? plain(first.text) : '', blocks };
}

const kInline = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/g;
/** Places of this site, other sites over https, and letters: no scripts. */
const kHref = /^(\/(?!\/)|#|https:\/\/|mailto:)/;

export function parseInline(text: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(kInline)) {
    const [whole, strong, code, label, href] = match;
    if (match.index > end) found.push({ kind: 'text', text: text.slice(end, match.index) });
    end = match.index + whole.length;
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (label !== undefined && href !== undefined && kHref.test(href)) found.push({ kind: 'link', text: label, href });
    else found.push({ kind: 'text', text: label ?? whole });
  }
  if (end < text.length) found.push({ kind: 'text', text: text.slice(end) });
  return found;
}

/** Without its signs, for searching and for lists. */
export const plain = (text: string): string =>
  parseInline(text)
    .map((part) => part.text)
    .join('');

export const textsOf = (block: Block): string[] => (block.kind === 'list' ? block.items.map(plain) : [plain(block.text)]);
