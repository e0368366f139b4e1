// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useGroupName } from '@/api/queries';
import { AgentNotice } from '@/signing/AgentNotice';
import { openCertificate } from '@/signing/certificate_file';
import { useDocument } from '@/signing/intent';
import { useIsPage } from '@/ui/address';
import { Button } from '@/ui/Button';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { FileDrop } from '@/ui/FileDrop';
import { Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { Day, Facts, Moment, Status } from '@/ui/values';
import { Allowed } from './Allowed';
import { EditUser } from './EditUser';
import { useRoles, userTones, type User } from './people';

export function UserPanel({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useText();
  const { nameOf } = useRoles();
  const groupName = useGroupName();
  const isPage = useIsPage();
  const [editing, setEditing] = useState<boolean>();
  const change = useDocument({ onDone: () => toast(t('users.changed')) });
  const blocked = user.state === 'blocked';
  return (
    <SidePanel title={user.person} isOpen onClose={onClose}>
      <Status tone={userTones[user.state]}>{t(`users.state.${user.state}`)}</Status>
      {editing ? (
        <EditUser user={user} onDone={() => setEditing(false)} />
      ) : (
        <>
          {user.state === 'invited' && <p className="quiet">{t('users.invited_about')}</p>}
          <Facts
            rows={[
              [t('users.email'), user.email],
              [t('users.roles'), user.roles.map(nameOf).join(', ')],
              [t('users.limit_groups'), user.groups.map(groupName).join(', ') || t('users.no_limits')],
              [t('users.limit_places'), user.places.join(', ') || t('users.no_limits')],
              [t('users.added'), user.added ? <Moment key="added" at={user.added} /> : '—'],
              [t('users.added_by'), user.added_by || '—'],
            ]}
          />
          <Allowed rights={user.rights} />
          <Certificates user={user} />
          {change.error && <AgentNotice error={change.error} />}
          <div className="row">
            <Button look="main" autoFocus={editing === false} onPress={() => setEditing(true)}>
              {t('users.change')}
            </Button>
            <ConfirmButton
              label={t(blocked ? 'users.unblock' : 'users.block')}
              look={blocked ? 'plain' : 'danger'}
              isDisabled={change.isPending}
              onConfirm={() => change.mutate({ kind: 'change_user', user: user.user, decision: blocked ? 'unblock' : 'block' })}
            >
              <p>{t(blocked ? 'users.unblock_about' : 'users.block_about', { person: user.person })}</p>
            </ConfirmButton>
            {isPage('/journal') && <Link href={`/journal?user=${user.user}`}>{t('users.journal')}</Link>}
          </div>
        </>
      )}
    </SidePanel>
  );
}

/** A further certificate of the same person, before the last one ends. */
function Certificates({ user }: { user: User }) {
  const t = useText();
  const [unreadable, setUnreadable] = useState(false);
  const add = useDocument({ onDone: () => toast(t('users.certificate_added')) });
  const take = async (file: File) => {
    const opened = openCertificate(new Uint8Array(await file.arrayBuffer()));
    setUnreadable(!opened);
    if (opened) add.mutate({ kind: 'change_user', user: user.user, certificate: opened.text });
  };
  return (
    <section className="stack-tight">
      <h3>{t('users.certificates')}</h3>
      <ul className="checklist">
        {user.certificates.map((one) => (
          <li key={one.certificate}>
            <span className="mono small">{one.certificate.slice(0, 16)}…</span>
            <span className="small">{one.ends && <Day date={one.ends.slice(0, 10)} />}</span>
          </li>
        ))}
      </ul>
      <FileDrop label={t('users.add_certificate')} accept=".cer,.crt,.der,.pem" onFile={(file) => void take(file)} />
      {unreadable && <Notice tone="bad">{t('users.certificate_unreadable')}</Notice>}
      {add.error && <AgentNotice error={add.error} />}
    </section>
  );
}
