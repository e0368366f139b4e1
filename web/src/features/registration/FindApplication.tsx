// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { FormText } from '@/ui/form_fields';
import { Card, PageHeader } from '@/ui/surfaces';
import { useText } from '@/ui/text';

/** By the number that the letter has. */
export default function FindApplication() {
  const t = useText();
  const go = useGo();
  const form = useForm({ defaultValues: { number: '' } });
  return (
    <div className="narrow">
      <PageHeader title={t('registration.find')} about={t('registration.find_about')} />
      <Card>
        <form
          className="stack"
          noValidate
          onSubmit={(event) =>
            void form.handleSubmit(({ number }) => go(`/application/${encodeURIComponent(number.trim())}`))(event)
          }
        >
          <FormText
            control={form.control}
            name="number"
            rules={{ required: t('registration.number_needed') }}
            label={t('registration.number')}
            mono
          />
          <div>
            <Button look="main" type="submit">
              {t('registration.show')}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
