// SPDX-License-Identifier: Apache-2.0
import { useText } from '@/ui/text';
import './documents.css';

const kMostShown = 20_000;

/** The bytes of a document as they are; of long ones the beginning. */
export function JsonText({ text }: { text: string }) {
  const t = useText();
  return (
    <details>
      <summary>{t('documents.as_json')}</summary>
      <pre className="json" tabIndex={0}>
        {text.slice(0, kMostShown)}
        {text.length > kMostShown && `\n… ${t('documents.json_goes_on')}`}
      </pre>
    </details>
  );
}
