// SPDX-License-Identifier: Apache-2.0

/** The mark of the system: a tamga, as a clan burnt it into what it owned. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} className="mark" aria-hidden="true">
      <rect width="32" height="32" rx="7" className="mark-ground" />
      <g className="mark-sign">
        <path d="M7 8v4a9 9 0 0 0 18 0V8" />
        <path d="M16 7v12" />
        <circle cx="16" cy="22.5" r="3.4" />
      </g>
    </svg>
  );
}
