// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useController, type UseFormReturn } from 'react-hook-form';
import { isExpired, type SigningCertificate } from '@/signing/agent';
import { openCertificate } from '@/signing/certificate_file';
import { FileDrop } from '@/ui/FileDrop';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { NewUser } from './new_user';
import { CertificateFacts } from './CertificateFacts';

/** The file of the person's certificate; what the page reads in it is shown before anything is sent. */
export function CertificateStage({ form, shown }: { form: UseFormReturn<NewUser>; shown: SigningCertificate | null }) {
  const t = useText();
  const [unreadable, setUnreadable] = useState(false);
  const { field, fieldState } = useController({
    control: form.control,
    name: 'certificate',
    rules: { required: t('users.certificate_needed') },
  });
  const take = async (file: File) => {
    const opened = openCertificate(new Uint8Array(await file.arrayBuffer()));
    setUnreadable(!opened);
    if (!opened) return;
    field.onChange(opened.text);
    form.clearErrors('certificate');
  };
  return (
    <>
      <p className="quiet">{t('users.certificate_about')}</p>
      <FileDrop label={t('users.certificate_file')} accept=".cer,.crt,.der,.pem" onFile={(file) => void take(file)} />
      {unreadable && <Notice tone="bad">{t('users.certificate_unreadable')}</Notice>}
      {fieldState.error && <span className="field-error">{fieldState.error.message}</span>}
      {shown && <CertificateFacts certificate={shown} />}
      {shown && isExpired(shown) && <Notice tone="warn">{t('users.certificate_expired')}</Notice>}
    </>
  );
}
