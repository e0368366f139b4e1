// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { useText } from '@/ui/text';

/** In which time the operator answers, in words. */
export function Term({ topic, desk }: { topic: Schemas['SupportTopic']; desk: Schemas['Support'] }) {
  const t = useText();
  const hours = topic.answer_hours;
  return (
    <p className="quiet" aria-live="polite">
      {topic.working_hours ? t('support.term_working', { hours, open: desk.open_hour, close: desk.close_hour }) : t('support.term_always', { hours })}
    </p>
  );
}
