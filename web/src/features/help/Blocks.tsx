// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react';
import { Link } from '@/ui/Link';
import { parseInline, type Block } from './markdown';

/** A text of an article as elements. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, at) => <One key={at} block={block} />);
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2 id={block.id}>{block.text}</h2>;
    case 'note':
      return (
        <div className="notice notice-main">
          <p>
            <Line text={block.text} />
          </p>
        </div>
      );
    case 'paragraph':
      return (
        <p>
          <Line text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <Line text={item} />
            </li>
          ))}
        </List>
      );
    }
  }
}

function Line({ text }: { text: string }) {
  return parseInline(text).map((part, at) => {
    if (part.kind === 'strong') return <strong key={at}>{part.text}</strong>;
    if (part.kind === 'code') return <code key={at}>{part.text}</code>;
    if (part.kind !== 'link') return <Fragment key={at}>{part.text}</Fragment>;
    // The interface's own pages are not the cabinet's.
    if (!part.href.startsWith('/') || part.href.startsWith('/api/')) return <a key={at} href={part.href}>{part.text}</a>;
    return (
      <Link key={at} href={part.href}>
        {part.text}
      </Link>
    );
  });
}
