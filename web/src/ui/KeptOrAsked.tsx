// SPDX-License-Identifier: Apache-2.0
import { useRef, type ReactNode } from 'react';
import { Button } from './Button';
import { Notice } from './surfaces';

interface Props {
  asking: boolean;
  question: string;
  keep: string;
  onKeep: () => void;
  take: string;
  onTake: () => void;
  /** The form, once it is known with what it begins. */
  children: ReactNode;
}

/** A form was begun before, and the address asks for another: nothing that was typed goes before that is answered. */
export function KeptOrAsked({ asking, question, keep, onKeep, take, onTake, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const answer = (then: () => void) => () => {
    then();
    place.current?.focus();
  };
  return (
    <div ref={place} tabIndex={-1} className="stack">
      {asking ? (
        <Notice tone="warn">
          <p>{question}</p>
          <div className="row">
            <Button look="main" onPress={answer(onKeep)}>
              {keep}
            </Button>
            <Button onPress={answer(onTake)}>{take}</Button>
          </div>
        </Notice>
      ) : (
        children
      )}
    </div>
  );
}
