import { indexOf } from '../register.ts';
import type { NodePath } from '../source.ts';
import { report, requireId, type Checked } from './pass.ts';
import { sameSide } from './references.ts';

type Purge = NonNullable<Checked['files']['offices']['purge']>[number];

const file = 'offices.yaml';

/** A purge names offices of its side, each in one pool at most, and no more people than posts. */
export function checkPurges(checked: Checked): void {
  const pooled = new Set<string>();
  (checked.files.offices.purge ?? []).forEach((purge, p) => {
    requireId(checked, checked.register.sides, purge.side, { file, at: ['purge', p, 'side'] });
    const { factor } = purge.wave;
    if (typeof factor !== 'number') {
      const at = ['purge', p, 'wave', 'factor', 'reading'];
      requireId(checked, checked.register.readings, factor.reading, { file, at });
    }
    purge.pools.forEach((pool, k) => {
      const at = ['purge', p, 'pools', k];
      checkOffice(checked, purge, pool.office, [...at, 'office']);
      checkCount(checked, pool, [...at, 'filled']);
      if (pooled.has(pool.office)) {
        report(checked, file, [...at, 'office'], {
          code: 'duplicate-id',
          message: `There are two pools of posts for "${pool.office}".`,
          remedy: 'Leave one of them out, and put its posts into the other.',
        });
      }
      pooled.add(pool.office);
    });
    purge.kept.forEach((kept, k) => {
      checkKept(checked, purge, kept.office, ['purge', p, 'kept', k, 'office']);
    });
  });
}

function checkOffice(checked: Checked, purge: Purge, id: string, at: NodePath): void {
  const { register } = checked;
  const office = requireId(checked, register.offices, id, { file, at });
  if (office < 0) return;
  const sides = [register.sideOfOffice[office]!, indexOf(register.sides, purge.side)] as const;
  sameSide(checked, { file, at }, id, sides);
}

function checkCount(checked: Checked, pool: Purge['pools'][number], at: NodePath): void {
  if (pool.filled <= pool.posts) return;
  report(checked, file, at, {
    code: 'out-of-range',
    message: `"${pool.office}" has ${String(pool.posts)} posts, and ${String(pool.filled)} of them are filled.`,
    remedy: 'Count the head among the posts, and fill no more than there are.',
  });
}

/** Whoever has no pool is removed in no run anyway, so that to list him says nothing. */
function checkKept(checked: Checked, purge: Purge, id: string, at: NodePath): void {
  if (purge.pools.some((pool) => pool.office === id)) return;
  report(checked, file, at, {
    code: 'unknown-id',
    message: `"${id}" is kept, and has no pool of posts in this purge.`,
    remedy: 'Give the office a pool, or leave it out: its head is removed in no run.',
  });
}
