import { civilOf, TICK_MINUTES } from '../../engine/index.ts';
import type { WireAct, WireAuthority, WireData, WireMessage } from '../../record/index.ts';

const MONTHS: readonly string[] = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ');

const two = (value: number): string => String(value).padStart(2, '0');

type Clocks = Pick<WireData, 'startMinutes' | 'sides'>;

/** Minutes east of Greenwich of the clock on which the Wire tells times: that of the upper side. */
export function clockOf(data: Clocks): number {
  return data.sides[1]?.clockOffsetMinutes ?? 0;
}

/** `19 Aug 18:00` on the upper side's clock. */
export function momentWords(data: Clocks, tick: number, months = MONTHS): string {
  const minutes = data.startMinutes + tick * TICK_MINUTES;
  const { month, day, hour, minute } = civilOf(minutes, clockOf(data));
  return `${String(day)} ${months[month - 1] ?? ''} ${two(hour)}:${two(minute)}`;
}

/** `19 Aug`. */
export function dayWords(data: Clocks, tick: number, offset: number, months = MONTHS): string {
  const { month, day } = civilOf(data.startMinutes + tick * TICK_MINUTES, offset);
  return `${String(day)} ${months[month - 1] ?? ''}`;
}

/** `UTC+9`. */
export function clockWords(offset: number): string {
  const hours = offset / 60;
  return `UTC${hours < 0 ? '−' : '+'}${String(Math.abs(hours))}`;
}

/** `20½ h`: hours with quarters as signs; days from four days on. */
export function hoursWords(hours: number): string {
  if (hours >= 96) return `${String(Math.round(hours / 24))} days`;
  const quarters = Math.round(hours * 4);
  const whole = Math.floor(quarters / 4);
  const part = ['', '¼', '½', '¾'][quarters - whole * 4] ?? '';
  return `${whole === 0 && part !== '' ? '' : String(whole)}${part} h`;
}

export const AUTHORITY_WORDS: Readonly<Record<WireAuthority, string>> = {
  within: 'within authority',
  standing: 'standing order',
  unbacked: 'on an empty paper',
  initiative: 'own initiative',
  'against-ban': 'against a known ban',
};

/** What a message asks or says, in few words: `asks: assault Zaozyornaya`. */
export function messageWords(message: WireMessage): string {
  const what = message.place === '' ? message.act : `${message.act} ${message.place}`;
  switch (message.kind) {
    case 'request':
      return `${message.afterTheDeed ? 'asks after the deed' : 'asks'}: ${what}${message.word === 'agreed' ? ', claims others’ consent' : ''}`;
    case 'grant':
      return message.forceMen > 0
        ? `grants: ${what}, ${String(message.forceMen)} men`
        : `grants: ${what}`;
    case 'refusal':
      return `refuses: ${what}`;
    case 'ban':
      return `forbids: ${what}`;
    case 'order':
      return `orders: ${what}`;
    case 'note':
      return message.word === '' ? 'note' : `note: ${message.word} ${message.place}`.trimEnd();
    case 'answer':
      return message.word === '' ? 'answer' : `answer: ${message.word}`;
    case 'proposal':
      return 'offer of terms';
    case 'agreement':
      return 'cease-fire';
    case 'standing-order':
      return `standing order: ${what}`;
    case 'rules':
      return 'rules of engagement';
    case 'finding':
      return `finds${message.place === '' ? '' : ` at ${message.place}`}`;
    case 'admission':
      return `admits a fault${message.place === '' ? '' : ` at ${message.place}`}`;
    case 'rebuke':
      return 'rebuke';
    case 'sounding':
      return `asks what it thinks: ${what}`;
    case 'opinion':
      return `${message.word === 'agrees' ? 'agrees' : 'objects'}: ${what}`;
    case 'parley':
      return `offers to meet: ${message.place}`;
    case 'intercept':
      return `reads the other side’s paper: ${what}`;
    case 'appeal':
      return `asks a neighbour for help: ${message.place}`;
    case 'report':
      return 'report';
  }
}

/** What an act was: `assault Zaozyornaya, 120 men`. */
export function actWords(act: WireAct): string {
  const men = act.men > 0 ? `, ${String(act.men)} men` : '';
  return `${act.byOrder ? 'orders ' : ''}${act.act} ${act.place}${men}`;
}

/** How an act stands to the paper for it. */
export function aheadWords(act: WireAct): string {
  if (act.authority === 'within' || act.authority === 'standing') return '';
  if (act.tick < 0) return 'called off';
  if (act.aheadHours === null) return 'no leave came';
  if (act.aheadHours <= 0) return `leave came ${hoursWords(-act.aheadHours)} before the act`;
  return `${hoursWords(act.aheadHours)} before leave`;
}

/**
 * The finding of the picture in one sentence: what became of the requests, how many acts of force of the
 * window had leave, and the first that got it afterwards.
 */
export function wireFinding(data: WireData): string {
  const isIn = (tick: number): boolean => tick >= data.fromTick && tick <= data.toTick;
  const requests = data.messages.filter(
    ({ kind, sentTick }) => kind === 'request' && isIn(sentTick),
  );
  const force = data.acts.filter((act) => act.force && isIn(act.tick));
  const ahead = force
    .filter((act) => (act.aheadHours ?? 0) > 0)
    .sort((a, b) => a.tick - b.tick || Number(a.byOrder) - Number(b.byOrder));
  const [first] = ahead;
  const sentences = [
    `${askedWords(requests)}; ${forceWords(force.filter((act) => !act.byOrder))}.`,
  ];
  if (first !== undefined) {
    const deed = first.byOrder ? 'ordered' : 'set out to';
    const who = data.offices[first.office]!.name;
    const hours = hoursWords(first.aheadHours ?? 0);
    const act = first.byOrder ? `${ARTICLES[first.act] ?? first.act} on` : first.act;
    sentences.push(`${who} ${deed} ${act} ${first.place} ${hours} before leave came.`);
  }
  return sentences.join(' ');
}

const ARTICLES: Readonly<Record<string, string>> = {
  assault: 'an assault',
  eject: 'an ejection',
  bombard: 'a bombardment',
  strike: 'an air strike',
};

function askedWords(requests: readonly WireMessage[]): string {
  const refused = requests.filter(({ answer }) => answer === 'refused').length;
  if (requests.length === 0) return 'Nobody asked for leave';
  return `Leave was asked ${times(requests.length)} and refused ${refused === 0 ? 'never' : times(refused)}`;
}

function forceWords(deeds: readonly WireAct[]): string {
  const bare = deeds.filter(({ authority }) => authority !== 'within' && authority !== 'standing');
  if (deeds.length === 0) return 'no troops used force';
  if (deeds.length === 1) {
    return `the one act of force had ${bare.length === 1 ? 'no leave' : 'leave'} when done`;
  }
  if (bare.length === deeds.length) {
    return `none of the ${String(deeds.length)} acts of force had leave when done`;
  }
  if (bare.length === 0) return `all ${String(deeds.length)} acts of force had leave when done`;
  return `${String(bare.length)} of ${String(deeds.length)} acts of force had no leave when done`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;
}
