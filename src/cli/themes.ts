/** Themes of tables, in the order in which the affair unfolds. */
export const THEMES = [
  'How it began',
  'Permission and delay',
  'Assaults and attacks',
  'Who held the heights',
  'Losses',
  'Tanks, guns and shells',
  'What was said of losses',
  'How it ended',
  'Not in the model',
  'Other',
] as const;
export type Theme = (typeof THEMES)[number];

/** Theme by the first part of a measure's name. */
const THEME_OF: Readonly<Record<string, Theme>> = {
  first: 'How it began',
  notes: 'How it began',
  alert: 'How it began',
  rung: 'How it began',
  challenges: 'How it began',
  meetings: 'How it began',
  shot: 'How it began',
  shots: 'How it began',
  baits: 'How it began',
  crossings: 'How it began',
  delay: 'Permission and delay',
  messages: 'Permission and delay',
  requests: 'Permission and delay',
  orders: 'Permission and delay',
  bans: 'Permission and delay',
  obeyed: 'Permission and delay',
  unauthorised: 'Permission and delay',
  division: 'Permission and delay',
  occupation: 'Permission and delay',
  reaction: 'Permission and delay',
  staffs: 'Permission and delay',
  assault: 'Assaults and attacks',
  assaults: 'Assaults and attacks',
  attack: 'Assaults and attacks',
  seizure: 'Assaults and attacks',
  regiment: 'Assaults and attacks',
  holder: 'Who held the heights',
  crest: 'Who held the heights',
  heights: 'Who held the heights',
  zaozyornaya: 'Who held the heights',
  losses: 'Losses',
  tanks: 'Tanks, guns and shells',
  guns: 'Tanks, guns and shells',
  shells: 'Tanks, guns and shells',
  sorties: 'Tanks, guns and shells',
  strikes: 'Tanks, guns and shells',
  truth: 'What was said of losses',
  return: 'What was said of losses',
  public: 'What was said of losses',
  claim: 'What was said of losses',
  claims: 'What was said of losses',
  talks: 'How it ended',
  truce: 'How it ended',
  vacated: 'How it ended',
};

/** The theme of a measure; a recorded thing that no measure tells has a theme of its own. */
export function themeOfMeasure(id: string | null): Theme {
  if (id === null) return 'Not in the model';
  return THEME_OF[id.slice(0, !id.includes('.') ? undefined : id.indexOf('.'))] ?? 'Other';
}
