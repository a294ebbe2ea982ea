import { wordOn, type View } from '../engine/index.ts';
import type { Option } from './options.ts';

/** How an office stands to an act by what it knows itself, and since when. */
export interface Standing {
  readonly word: 'leave' | 'none' | 'ban';
  readonly tick: number;
}

/** Its own affair, or done on an order. */
export const LEAVE: Standing = { word: 'leave', tick: 0 };
const NO_WORD: Standing = { word: 'none', tick: 0 };

/** The newest word on the act; where there is none, leave if the office needs nobody's. */
export function standingOf(view: View, option: Option): Standing {
  const word = wordOn(view.grants, option);
  if (word !== undefined) return { word: word.kind === 'ban' ? 'ban' : 'leave', tick: word.tick };
  return option.skill.ownPower ? LEAVE : NO_WORD;
}
