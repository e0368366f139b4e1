// SPDX-License-Identifier: Apache-2.0
import { Button } from './Button';
import { Link } from './Link';
import { ProgressBar } from './surfaces';
import { useText } from './text';
import { Moment, Size } from './values';

/** A file that the system prepares, or has prepared. */
export interface PreparedFile {
  task: string;
  state: string;
  done: number;
  total: number;
  percent: number;
  bytes: number;
  file_name: string;
  made_at: string;
  made_by: string;
  keep_until: string;
  error?: { title: string; remedy: string } | null;
}

interface Props {
  label: string;
  tasks: readonly PreparedFile[];
  /** Ends the work, or drops the file. */
  onDrop: (task: string) => void;
}

/** Files that take longer: how far they are, and where to fetch them. */
export function TaskList({ label, tasks, onDrop }: Props) {
  const t = useText();
  return (
    <ul className="checklist" aria-label={label}>
      {tasks.map((one) => (
        <li key={one.task}>
          {one.state === 'queued' || one.state === 'preparing' ? (
            <div className="wide">
              <ProgressBar
                label={one.file_name}
                value={one.total ? one.percent : undefined}
                onCancel={() => onDrop(one.task)}
              />
            </div>
          ) : (
            <>
              <div className="stack-tight">
                {one.state === 'ready' ? (
                  // The browser fetches it by itself, and goes on where a connection broke.
                  <Link href={`/api/v1/tasks/${one.task}/file`} download={one.file_name}>
                    {one.file_name}
                  </Link>
                ) : (
                  <span className="quiet">{one.file_name}</span>
                )}
                <span className="quiet small">
                  {t(`ui.task.${one.state}`)} · <Moment at={one.made_at} /> · {one.made_by}
                  {one.state === 'ready' && (
                    <>
                      {' · '}
                      <Size bytes={one.bytes} />
                    </>
                  )}
                </span>
                {one.error && (
                  <span className="field-error">
                    {one.error.title} {one.error.remedy}
                  </span>
                )}
              </div>
              {one.state === 'ready' && (
                <Button look="quiet" onPress={() => onDrop(one.task)}>
                  {t('ui.task.drop')}
                </Button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
