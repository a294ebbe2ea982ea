import type { EventValue } from '../../engine/index.ts';

/** Acts as something one asks leave for, grants or forbids: "leave to …". */
const TO_ACT: Readonly<Record<string, string>> = {
  wait: 'wait',
  post: 'post men',
  fortify: 'dig in',
  patrol: 'patrol',
  reinforce: 'send reinforcements',
  eject: 'throw the enemy out',
  assault: 'attack',
  bombard: 'open fire with guns',
  strike: 'bomb from the air',
  withdraw: 'withdraw',
  concentrate: 'concentrate',
  alert: 'raise the alarm',
  demand: 'hand a demand',
  propose: 'offer terms',
  'stand-down': 'stand down',
  provoke: 'send men over the line to be seen digging',
  shoot: 'have a man of the other party shot',
  mobilise: 'order general mobilisation',
  'cross-line': 'lift the ban on fire and steps beyond its own line',
  inquire: 'send staff officers to look',
};

/** Acts as things done: "… without leave". */
const ACT_DONE: Readonly<Record<string, string>> = {
  ...TO_ACT,
  post: 'posts men',
  fortify: 'digs in',
  patrol: 'patrols',
  reinforce: 'sends reinforcements',
  eject: 'sets out to throw the enemy out',
  assault: 'attacks',
  bombard: 'opens fire with guns',
  strike: 'bombs from the air',
  withdraw: 'withdraws',
  concentrate: 'concentrates',
  provoke: 'sends men over the line to be seen digging',
  shoot: 'has a man of the other party shot',
  mobilise: 'orders general mobilisation',
  'cross-line': 'lifts the ban on fire and steps beyond its own line',
  inquire: 'sends staff officers to look for themselves',
};

/** Whether an act is of the whole side or command, so that no place belongs to it. */
export function isPlaceless(act: EventValue | undefined): boolean {
  return act === 'alert' || act === 'cross-line';
}

export function toAct(act: EventValue | undefined): string {
  return TO_ACT[String(act)] ?? String(act);
}

export function actDone(act: EventValue | undefined): string {
  return ACT_DONE[String(act)] ?? String(act);
}

const DEMANDS: Readonly<Record<string, string>> = {
  withdraw: 'demanding that the troops be withdrawn',
  protest: 'in protest',
  'status-quo': 'demanding the state of things before',
};
const ANSWERS: Readonly<Record<string, string>> = {
  accept: 'accepts',
  reject: 'rejects',
  counter: 'answers with a counter-demand to',
};
const TERMS: Readonly<Record<string, string>> = {
  ground: 'to stop once the other side has left the ground',
  lines: 'to stop where each stands',
  commission: 'to stop where each stands and to leave the line to a commission of both sides',
  withdraw: 'to stop and to withdraw',
};
const OUTCOMES: Readonly<Record<string, string>> = {
  taken: 'succeeds',
  repulsed: 'is beaten off',
  contested: 'ends with both sides on the ground',
  'called-off': 'is called off',
};
const ACTIVITIES: Readonly<Record<string, string>> = {
  none: 'nothing',
  present: 'the enemy',
  digging: 'the enemy digging',
  massing: 'the enemy massing',
  firing: 'the enemy firing',
  attacking: 'the enemy attacking',
};

const STEPS: Readonly<Record<string, string>> = {
  observe: 'looking on',
  challenge: 'calling on them',
  warn: 'a warning',
  detain: 'leading them off',
  fire: 'a shot',
};

const phrase =
  (table: Readonly<Record<string, string>>) =>
  (word: EventValue | undefined): string =>
    table[String(word)] ?? String(word);

export const stepPhrase = phrase(STEPS);
export const demandPhrase = phrase(DEMANDS);
export const answerPhrase = phrase(ANSWERS);
export const termsPhrase = phrase(TERMS);
export const outcomePhrase = phrase(OUTCOMES);
export const activityPhrase = phrase(ACTIVITIES);

/** Words as a list: "a, b and c". */
export function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]!}`;
}
