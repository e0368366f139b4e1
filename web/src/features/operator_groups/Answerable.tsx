// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import type { Schemas } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { useConfirmed } from '@/signing/intent';
import { Button } from '@/ui/Button';
import { mistakesOf, showRefusal } from '@/ui/form';
import { FormText } from '@/ui/form_fields';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

/** Who answers for a group: shown to everybody beside it. */
export function Answerable({ group }: { group: Schemas['ProductGroup'] }) {
  const t = useText();
  const form = useForm({ defaultValues: { name: group.manager ?? '', email: group.manager_email ?? '', phone: group.manager_phone ?? '' } });
  const set = useConfirmed({ onDone: () => toast(t('operator_groups.manager_set')), onRefused: (error) => showRefusal(form, error) });
  const needed = { required: t('operator_groups.needed') };
  const send = form.handleSubmit((fields) => {
    const body: Schemas['SetGroupManagerBody'] = { kind: 'set_group_manager', group: group.group, ...fields, phone: fields.phone.replace(/[\s()-]/g, '') };
    set.mutate({ path: '/api/v1/operator/group-managers', body });
  });
  return (
    <Card title={t('operator_groups.manager')}>
      <form className="stack" noValidate onSubmit={(event) => void send(event)}>
        <FormText control={form.control} name="name" rules={needed} label={t('operator_groups.manager_name')} />
        <FormText control={form.control} name="email" rules={needed} label={t('operator_groups.email')} type="email" />
        <FormText control={form.control} name="phone" rules={needed} label={t('operator_groups.phone')} type="tel" />
        {set.error && !mistakesOf(form.formState.errors).length && <AgentNotice error={set.error} />}
        <div>
          <Button type="submit" isDisabled={set.isPending}>
            {t('operator_groups.sign_manager')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
