// SPDX-License-Identifier: Apache-2.0
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { CloseButton } from './Button';

const queue = new ToastQueue<string>({ maxVisibleToasts: 3 });

/** Says for a few seconds that something was done. What has to be read goes into a notice instead. */
export function toast(text: string): void {
  queue.add(text, { timeout: 6_000 });
}

export function Toasts() {
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
