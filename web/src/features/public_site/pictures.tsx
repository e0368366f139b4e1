// SPDX-License-Identifier: Apache-2.0

/** Modules of a Data Matrix, drawn once: a picture of a code, not a code. */
const kModules = 'M0 0h3v42H0zM3 39h39v3H3zM6 0h3v3H6zM12 0h3v3h-3zM18 0h3v3h-3zM24 0h3v3h-3zM30 0h3v3h-3zM36 0h3v3h-3zM39 6h3v3h-3zM39 12h3v3h-3zM39 18h3v3h-3zM39 24h3v3h-3zM39 30h3v3h-3zM6 6h6v3H6zM15 6h3v6h-3zM24 6h6v3h-6zM33 6h3v6h-3zM9 12h3v6H9zM18 12h6v3h-6zM27 12h3v6h-3zM6 18h3v6H6zM15 18h6v3h-6zM24 18h3v3h-3zM33 18h3v6h-3zM12 24h6v3h-6zM21 24h6v3h-6zM30 27h6v3h-6zM6 30h6v3H6zM15 30h3v6h-3zM21 33h6v3h-6zM30 33h3v3h-3zM9 33h3v3H9z';

export function Code({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 52})`}>
      <rect width="52" height="52" rx="4" className="picture-paper" />
      <path d={kModules} transform="translate(5 5)" className="picture-code" />
    </g>
  );
}

/** A package goes from the factory through the warehouse and the shop to somebody with a phone. */
export function JourneyPicture() {
  return (
    <svg viewBox="0 0 460 330" className="picture" aria-hidden="true">
      <path d="M58 250C120 330 210 176 300 236S420 210 420 120" className="picture-way" />
      <g transform="translate(14 150)">
        <path d="M0 100V46l28-20v20l28-20v20l28-20v74z" className="picture-main" />
        <path d="M12 62h12v12H12zM36 62h12v12H36zM60 62h12v12H60zM12 82h12v18H12z" className="picture-window" />
        <path d="M66 24V0h10v18" className="picture-main" />
      </g>
      <g transform="translate(150 62)">
        <path d="M0 34l74-28 74 28v92l-74 30-74-30z" className="picture-box" />
        <path d="M0 34l74 28 74-28M74 62v94" className="picture-edge" />
        <path d="M36 20l74 28v24l-12-4V52L24 25z" className="picture-tape" />
      </g>
      <Code x={166} y={124} size={46} />
      <g transform="translate(352 30)">
        <rect width="92" height="160" rx="14" className="picture-phone" />
        <rect x="8" y="14" width="76" height="126" rx="4" className="picture-screen" />
        <circle cx="46" cy="150" r="4" className="picture-screen" />
        <circle cx="46" cy="98" r="19" className="picture-good" />
        <path d="M37 98l7 7 12-14" className="picture-tick" />
        <path d="M24 127h44M30 133h32" className="picture-line" />
      </g>
      <Code x={378} y={54} size={40} />
      <g transform="translate(292 212)">
        <path d="M4 40v62h112V40" className="picture-shop" />
        <path d="M0 18h120l-6 24H6z" className="picture-clay" />
        <path d="M24 18v24M48 18v24M72 18v24M96 18v24" className="picture-edge" />
        <path d="M18 58h34v26H18zM70 54h28v48H70z" className="picture-window" />
      </g>
    </svg>
  );
}

const kParts = {
  producers: 'M6 52V28l14-10v10l14-10v10l14-10v34zM40 18V6h5v9',
  shops: 'M8 26v28h44V26M5 12h50l-3 14H8zM18 34h12v10H18zM38 34h9v20h-9z',
  consumers: 'M18 5h24a4 4 0 0 1 4 4v42a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4zM23 30l5 6 10-12',
} as const;

export function PartPicture({ part }: { part: keyof typeof kParts }) {
  return (
    <svg viewBox="0 0 60 60" width="60" height="60" className="part-picture" aria-hidden="true">
      <path d={kParts[part]} />
    </svg>
  );
}
