// SPDX-License-Identifier: Apache-2.0
import { newKey, sendBytes } from '@/api/client';
import { useLongWork } from '@/api/long_work';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FileDrop } from '@/ui/FileDrop';
import { ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { CardForm } from './card_queries';

interface Props {
  gtin: string;
  form: CardForm;
  photos: readonly string[];
  error?: string;
  onChange: (photos: string[]) => void;
}

/** Pictures of the goods; the first is shown in lists. */
export function PhotoFields({ gtin, form, photos, error, onChange }: Props) {
  const t = useText();
  const sending = useLongWork(
    async (file: File, { signal }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const headers = { 'Content-Type': file.type || 'application/octet-stream', 'Idempotency-Key': newKey() };
      return sendBytes<Schemas['KeptPhoto']>(`/api/v1/cards/${gtin}/photos`, bytes, headers, signal);
    },
    ({ photo }) => {
      if (!photos.includes(photo)) onChange([...photos, photo]);
    },
  );
  return (
    <fieldset className="part">
      <legend>{t('goods.photos')}</legend>
      <p className="quiet">
        {t('goods.photos_about', { most: form.most_photos, megabytes: Math.floor(form.largest_photo_bytes / 1_048_576) })}
        {form.photo_needed && ` ${t('goods.photo_needed')}`}
      </p>
      {error && <p className="field-error">{error}</p>}
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((photo, at) => (
            <li key={photo}>
              <img src={`/api/v1/cards/${gtin}/photos/${photo}`} alt={t('goods.photo', { number: at + 1 })} />
              <span className="row">
                {at > 0 && (
                  <Button look="quiet" onPress={() => onChange([photo, ...photos.filter((one) => one !== photo)])} aria-label={t('goods.photo_to_front_of', { number: at + 1 })}>
                    {t('goods.photo_to_front')}
                  </Button>
                )}
                <Button look="quiet" onPress={() => onChange(photos.filter((one) => one !== photo))} aria-label={t('goods.remove_photo', { number: at + 1 })}>
                  {t('goods.remove')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {sending.isPending && <ProgressBar label={t('goods.photo_sending')} onCancel={sending.cancel} />}
      {sending.error && <ErrorNotice error={sending.error} />}
      {photos.length < form.most_photos && <FileDrop label={t('goods.photo_drop')} accept="image/jpeg,image/png" onFile={(file) => sending.begin(file)} />}
    </fieldset>
  );
}
