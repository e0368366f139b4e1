// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useGroupName } from '@/api/queries';
import { Card } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Badge, Moment } from '@/ui/values';

/** What the operator tells everybody now: new requirements, works, dates. */
export function Announcements() {
  const t = useText();
  const groupName = useGroupName();
  const list = useQuery({ queryKey: ['announcements'], queryFn: () => call(api.GET('/api/v1/announcements')) });
  if (!list.data?.announcements.length) return null;
  return (
    <Card title={t('notifications.announcements')}>
      <ul className="checklist">
        {list.data.announcements.map((one) => (
          <li key={one.number}>
            <div className="stack-tight">
              <strong>
                {one.title} {one.group && <Badge>{groupName(one.group)}</Badge>}
              </strong>
              <p>{one.text}</p>
              <span className="small quiet">
                <Moment at={one.from} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
