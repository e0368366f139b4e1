// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { CloseButton } from './Button';

const queue = new ToastQueue<string>({ maxVisibleToasts: 3 });

/** `texts`: everything that was said since the page was opened. */
export function ToastShelf({ texts }: { texts: readonly string[] }) {
  const shown = useRef(0);
  useEffect(() => {
    for (const text of texts.slice(shown.current)) queue.add(text, { timeout: 6_000 });
    shown.current = texts.length;
  }, [texts]);
  return (
    <ToastRegion queue={queue} className="toasts">
      {({ toast: one }) => (
        <AriaToast toast={one} className="toast">
          <ToastContent>
            <Text slot="title">{one.content}</Text>
          </ToastContent>
          <CloseButton onPress={() => queue.close(one.key)} />
        </AriaToast>
      )}
    </ToastRegion>
  );
}
