// SPDX-License-Identifier: Apache-2.0
import { DropZone, FileTrigger, Text, type DropItem } from 'react-aria-components';
import { Button } from './Button';
import { useText } from './text';

interface Props {
  label: string;
  /** As of <input accept>: '.p12,.pfx'. */
  accept?: string;
  onFile: (file: File) => void;
}

/** A file is dropped here or chosen. */
export function FileDrop({ label, accept, onFile }: Props) {
  const t = useText();
  const dropped = async (items: DropItem[]) => {
    for (const item of items) if (item.kind === 'file') return onFile(await item.getFile());
  };
  return (
    <DropZone className="drop" onDrop={(event) => void dropped(event.items)}>
      <Text slot="label">{label}</Text>
      <FileTrigger
        acceptedFileTypes={accept?.split(',')}
        onSelect={(files) => {
          const file = files?.[0];
          if (file) onFile(file);
        }}
      >
        <Button>{t('ui.choose_file')}</Button>
      </FileTrigger>
    </DropZone>
  );
}
