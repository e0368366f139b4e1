// SPDX-License-Identifier: Apache-2.0

/** Where it is allowed: the sign left of the address, and the switch under it. The words beside say the same. */
export function PermissionPicture() {
  return (
    <svg viewBox="0 0 320 116" width="320" height="116" className="permission-picture" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="1.5">
        <rect x="1" y="1" width="318" height="34" rx="8" opacity="0.5" />
        <rect x="10" y="8" width="300" height="20" rx="10" opacity="0.5" />
        <path d="M48 18h120" strokeWidth="4" strokeLinecap="round" opacity="0.35" />
        <rect x="14" y="42" width="214" height="72" rx="8" opacity="0.5" />
        <path d="M28 60h84" strokeWidth="4" strokeLinecap="round" opacity="0.35" />
        <g stroke="var(--main)" strokeWidth="2">
          <circle cx="26" cy="18" r="12" />
          <path d="M21 15h10M21 21h10" strokeLinecap="round" />
          <circle cx="24" cy="15" r="2" fill="var(--surface)" />
          <circle cx="28" cy="21" r="2" fill="var(--surface)" />
          <rect x="22" y="76" width="198" height="30" rx="6" />
          <rect x="30" y="83" width="16" height="12" rx="1.5" />
          <path d="M27 98h22M56 91h76" strokeLinecap="round" />
          <rect x="182" y="83" width="28" height="16" rx="8" fill="var(--main)" />
          <circle cx="202" cy="91" r="5" fill="var(--surface)" stroke="none" />
        </g>
      </g>
    </svg>
  );
}
