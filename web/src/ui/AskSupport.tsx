// SPDX-License-Identifier: Apache-2.0
import { useAskDoor } from './ask_door';
import { ButtonLink } from './Link';
import { useText } from './text';

/** A quiet way to ask about what the page shows. `about`: as the form of a question takes it, 'order:7'. */
export function AskSupport({ subject, about }: { subject: string; about: string }) {
  const t = useText();
  const place = useAskDoor()?.({ title: subject, about });
  return place ? (
    <ButtonLink look="quiet" href={place}>
      {t('ui.ask_support')}
    </ButtonLink>
  ) : null;
}
