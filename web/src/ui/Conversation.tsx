// SPDX-License-Identifier: Apache-2.0
import { Badge, Moment } from './values';
import './conversation.css';

export interface Said {
  id: string | number;
  /** By the reader's side. */
  own: boolean;
  person: string;
  at: string;
  text: string;
  /** What more is to be known of it: it came late. */
  note?: string;
}

/** What two sides wrote to one another, in its order. */
export function Conversation({ label, said }: { label: string; said: readonly Said[] }) {
  return (
    <ol className="conversation" aria-label={label}>
      {said.map((one) => (
        <li key={one.id} className={one.own ? 'said said-own' : 'said'}>
          <div className="row small">
            <strong>{one.person}</strong>
            <span className="quiet">
              <Moment at={one.at} />
            </span>
            {one.note && <Badge tone="warn">{one.note}</Badge>}
          </div>
          <p className="said-text">{one.text}</p>
        </li>
      ))}
    </ol>
  );
}
