// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useSystem } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import type { Value } from './card_fields';
import type { CardForm } from './card_queries';
import { exampleOf } from './example';

interface Props {
  form: CardForm;
  values: Record<string, Value>;
  onFilled: (values: Record<string, Value>) => void;
}

/** In a sandbox nobody has a true product at hand: what the group demands is filled in with one press. */
export function FillExample({ form, values, onFilled }: Props) {
  const t = useText();
  const system = useSystem();
  const filling = useMutation({
    mutationFn: () => call(api.GET('/api/v1/sandbox/trial')),
    onSuccess: ({ codes }) =>
      onFilled(
        exampleOf(form, values, {
          text: t('goods.example_text'),
          country: (system?.country ?? '').toUpperCase(),
          today: new Date().toISOString().slice(0, 10),
          codes,
        }),
      ),
  });
  if (!system?.sandbox) return null;
  return (
    <>
      <div className="row">
        <Button onPress={() => filling.mutate()} isDisabled={filling.isPending}>
          {t('goods.fill_example')}
        </Button>
        <span className="quiet small">{t('goods.fill_example_about')}</span>
      </div>
      {filling.error && <ErrorNotice error={filling.error} />}
    </>
  );
}
