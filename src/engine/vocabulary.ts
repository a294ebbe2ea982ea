/**
 * The closed sets of the model. Each is one array; the type follows from it, and the position in the
 * array is the code that typed arrays store. New members go at the end.
 */

/** Terrain of a battlefield hex. `lake` and `sea` cannot be entered on foot. */
export const TERRAINS = [
  'flat',
  'rolling',
  'hill',
  'crest',
  'wood',
  'marsh',
  'village',
  'lake',
  'sea',
] as const;
export type Terrain = (typeof TERRAINS)[number];

/** How a body of troops moves. `rail` moves on railway links and railway hexsides only. */
export const MOVE_CLASSES = ['foot', 'horse', 'motor', 'tracked', 'rail', 'air'] as const;
export type MoveClass = (typeof MOVE_CLASSES)[number];

/** Kinds of unit, in the field's terms. */
export const UNIT_KINDS = [
  'rifle',
  'machine-gun',
  'border-guard',
  'gendarme',
  'cavalry',
  'engineer',
  'infantry-gun',
  'mountain-gun',
  'field-gun',
  'howitzer',
  'anti-tank',
  'anti-aircraft',
  'tank',
  'armoured-train',
  'staff',
  'air',
  'supply',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Echelons, after APP-6. */
export const ECHELONS = ['team', 'section', 'platoon', 'company', 'battalion', 'regiment'] as const;
export type Echelon = (typeof ECHELONS)[number];

/** Linear features on a hexside, as bits. */
export const HEXSIDE = { river: 1, shore: 2, steep: 4, crossing: 8, neck: 16 } as const;

/** Ways along a hexside crossing, as bits. */
export const WAY = { track: 1, road: 2, rail: 4 } as const;

/** Weather of a slot of four hours. */
export const WEATHERS = ['clear', 'overcast', 'rain', 'downpour', 'fog'] as const;
export type Weather = (typeof WEATHERS)[number];

/** Natural light of a tick, from darkest to brightest. Moonlit: no sun, moon up and over half lit. */
export const LIGHTS = ['dark', 'moonlit', 'nautical', 'civil', 'day'] as const;
export type Light = (typeof LIGHTS)[number];

/** What a unit on the ground is doing. */
export const TASKS = [
  'idle',
  'march',
  'fortify',
  'patrol',
  'assault',
  'bombard',
  'withdraw',
  'strike',
  'bait',
] as const;
export type Task = (typeof TASKS)[number];

/** When a unit opens fire: never first, when fired upon, or at any enemy it sees. */
export const STANCES = ['hold-fire', 'return-fire', 'free-fire'] as const;
export type Stance = (typeof STANCES)[number];

/** Moral state of a unit. A broken unit runs, then rallies; a destroyed one is gone. */
export const MORALES = ['steady', 'shaken', 'broken', 'destroyed'] as const;
export type Morale = (typeof MORALES)[number];

/**
 * What an office can do or order. The order of the list is the order in which options are scored and
 * named; draws are keyed by the name, never by the position.
 */
export const ACTS = [
  'wait',
  'post',
  'fortify',
  'patrol',
  'reinforce',
  'eject',
  'assault',
  'bombard',
  'strike',
  'withdraw',
  'concentrate',
  'alert',
  'demand',
  'propose',
  'stand-down',
  'provoke',
  'shoot',
  'mobilise',
  'cross-line',
  'inquire',
] as const;
export type Act = (typeof ACTS)[number];

/**
 * What a party may do, one step an exchange, when it meets the other side on ground that its own side
 * claims: from the mildest to the last.
 */
export const ENGAGEMENT_STEPS = ['observe', 'challenge', 'warn', 'detain', 'fire'] as const;
export type EngagementStep = (typeof ENGAGEMENT_STEPS)[number];

/** How far an act reaches, from the narrowest to the widest. */
export const SCOPES = [
  'none',
  'ministries',
  'post',
  'tract',
  'beyond-line',
  'second-sector',
  'theatre',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Traits of the person in an office, each 0 to 1. */
export const TRAITS = ['competence', 'initiative', 'fear', 'honour', 'caution'] as const;
export type Trait = (typeof TRAITS)[number];

/** What an enemy is thought to do in an area, from harmless to worst. */
export const ACTIVITIES = ['none', 'present', 'digging', 'massing', 'firing', 'attacking'] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** What a message is. */
export const MESSAGE_KINDS = [
  'report',
  'request',
  'order',
  'grant',
  'refusal',
  'ban',
  'note',
  'answer',
  'proposal',
  'agreement',
  'standing-order',
  'intercept',
  'rules',
  'appeal',
  'finding',
  'admission',
  'rebuke',
  'sounding',
  'opinion',
  'parley',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** How a message travels between two offices. */
export const LINK_MEDIA = ['wire', 'radio', 'telegraph', 'runner', 'in-person'] as const;
export type LinkMedium = (typeof LINK_MEDIA)[number];

/** Position of a member in its list, as the code stored in typed arrays. */
export function codeOf<T extends string>(list: readonly T[], member: T): number {
  return list.indexOf(member);
}

/** Acts that are force against the other side. */
export const FORCEFUL: readonly Act[] = ['eject', 'assault', 'bombard', 'strike'];

/** Acts by name, for drivers that read them from outside. */
export function isAct(text: string): text is Act {
  return (ACTS as readonly string[]).includes(text);
}
