import type { EventKind } from '../../engine/index.ts';

/** Marks of permission and of force, one family everywhere; drawn in the colour of the words beside them. */
const PATHS: Readonly<Partial<Record<EventKind, { d: string; isFull?: boolean }>>> = {
  'permission-asked': { d: 'M7 1.5L12.5 7L7 12.5L1.5 7Z' },
  'permission-granted': { d: 'M7 1.5L12.5 7L7 12.5L1.5 7Z', isFull: true },
  'permission-refused': { d: 'M7 1.5L12.5 7L7 12.5L1.5 7ZM1 13L13 1' },
  'force-forbidden': { d: 'M7 1.5L12.5 7L7 12.5L1.5 7ZM1 13L13 1M1 1L13 13' },
  'order-given': { d: 'M3 2.5L11.5 7L3 11.5Z', isFull: true },
  'note-handed': { d: 'M2 3.5h10v7H2Z' },
  'note-answered': { d: 'M2 3.5h10v7H2ZM2 3.5l5 4l5-4' },
  'talks-proposed': { d: 'M2 3.5h10v7H2ZM2 3.5l5 4l5-4' },
  'message-read': { d: 'M7 4a3 3 0 1 0 .1 0Z', isFull: true },
  'contact-reported': { d: 'M7 4a3 3 0 1 0 .1 0Z' },
  'operation-ordered': { d: 'M2 7h9M7.5 3.5L11.5 7L7.5 10.5' },
  'operation-started': { d: 'M1.5 5h6V2.5L13 7L7.5 11.5V9h-6Z', isFull: true },
  'operation-ended': { d: 'M1.5 5h6V2.5L13 7L7.5 11.5V9h-6Z' },
  'casualties-taken': { d: 'M7 1.5v11M3.5 5h7' },
  'shot-fired': { d: 'M1 7h9M10 4.5l3 2.5l-3 2.5' },
  'height-taken': { d: 'M1.5 12L7 3l5.5 9Z' },
  'truce-agreed': { d: 'M2 5h10M2 9h10' },
  'line-ban-lifted': { d: 'M7 1v4M7 9v4M2 7h9M8.5 4.5L11 7L8.5 9.5' },
};

/** The ring round an act: closed within authority, double on an order of the day or a standing one, open on own initiative, struck against a ban. */
const RINGS: Readonly<Record<string, string>> = {
  own: 'M7 .8a6.2 6.2 0 1 0 .1 0Z',
  grant: 'M7 .8a6.2 6.2 0 1 0 .1 0Z',
  order: 'M7 .8a6.2 6.2 0 1 0 .1 0ZM7 3a4 4 0 1 0 .1 0Z',
  'standing-order': 'M7 .8a6.2 6.2 0 1 0 .1 0ZM7 3a4 4 0 1 0 .1 0Z',
  initiative: 'M11.4 2.6A6.2 6.2 0 1 0 11.4 11.4',
  'against-ban': 'M11.4 2.6A6.2 6.2 0 1 0 11.4 11.4M1 13L13 1',
};

export function EventGlyph({
  kind,
  authority,
}: {
  readonly kind: EventKind;
  readonly authority: string;
}) {
  const isUnbidden = kind === 'acted-without-authority';
  const shape = isUnbidden ? { d: RINGS[authority] ?? '' } : PATHS[kind];
  return (
    <svg class="glyph" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {shape === undefined ? (
        <path d="M5 7h4" />
      ) : (
        <path d={shape.d} class={'isFull' in shape && shape.isFull ? 'full' : ''} />
      )}
    </svg>
  );
}

export function AuthorityRing({ authority }: { readonly authority: string }) {
  return (
    <svg class="glyph" viewBox="0 0 14 14" width="18" height="18" aria-hidden="true">
      <path d={RINGS[authority] ?? ''} />
    </svg>
  );
}
