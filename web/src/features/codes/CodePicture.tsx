// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useText } from '@/ui/text';

/** The symbol of a code. `whole`: with its check part, as on the goods. */
export function CodePicture({ code, whole }: { code: string; whole: boolean }) {
  const t = useText();
  const drawn = useQuery({
    queryKey: ['data_matrix', code],
    queryFn: async () => (await import('./data_matrix')).drawDataMatrix(code),
    staleTime: Infinity,
    retry: false,
  });
  if (!drawn.data) return null;
  return (
    <figure className="code-picture">
      <img src={`data:image/svg+xml,${encodeURIComponent(drawn.data)}`} alt={t('codes.picture')} width={160} height={160} />
      <figcaption className="quiet small">{t(whole ? 'codes.picture_whole' : 'codes.picture_identity')}</figcaption>
    </figure>
  );
}
