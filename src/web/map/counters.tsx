import { codeOf, MORALES } from '../../engine/index.ts';
import type { Model } from '../../engine/index.ts';
import type { StandingStack } from '../../picture/index.ts';
import { sayCount, saySpan } from '../i18n/words.ts';
import type { UnitNow } from '../state/run-view.ts';
import { symbolIds } from './symbols.tsx';
import type { Contact, OwnMen, Scene } from './scene.ts';

/** Below this width a symbol says no more than a bar. */
const SYMBOL_LEAST = 21;
const BROKEN = codeOf(MORALES, 'broken');
const SHAKEN = codeOf(MORALES, 'shaken');

interface Props {
  readonly model: Model;
  readonly scene: Scene;
  readonly units: readonly UnitNow[];
}

/** Everything that stands on the map for the present eyes. */
export function Counters({ model, scene, units }: Props) {
  const { stacks, contacts, ownMen, trueStacks, symbolWidth } = scene;
  const states = new Map(units.map((unit) => [model.units.id[unit.unit]!, unit]));
  return (
    <g>
      <path
        class="lead"
        d={stacks
          .filter(({ isAside }) => isAside)
          .map(({ home, at }) => `M${fix(home.x)} ${fix(home.y)}L${fix(at.x)} ${fix(at.y)}`)
          .join('')}
      />
      {ownMen.map((each) => (
        <OwnBar key={`o${String(each.area)}`} own={each} side={scene.side} />
      ))}
      {trueStacks.map((each) => (
        <Outline key={keyOf(each)} standing={each} width={symbolWidth} />
      ))}
      {trueStacks.length > 0 ? <Compared model={model} scene={scene} /> : null}
      {contacts.map((each) => (
        <ContactMark
          key={`c${String(each.area)}`}
          contact={each}
          side={1 - scene.side}
          isPhantom={isPhantom(model, scene, each)}
        />
      ))}
      {stacks.map((each) => (
        <Counter key={keyOf(each)} standing={each} width={symbolWidth} states={states} />
      ))}
    </g>
  );
}

const keyOf = ({ stack }: StandingStack): string => `${String(stack.hex)}-${String(stack.side)}`;
const fix = (value: number): string => value.toFixed(1);

function isPhantom(model: Model, { trueStacks }: Scene, { area }: Contact): boolean {
  if (trueStacks.length === 0) return false;
  return !trueStacks.some(({ stack }) => model.ground.area[stack.hex] === area);
}

function Counter({
  standing: { stack, at },
  width,
  states,
}: {
  readonly standing: StandingStack;
  readonly width: number;
  readonly states: ReadonlyMap<string, UnitNow>;
}) {
  const first = stack.units[0]!;
  const men = stack.units.reduce((sum, unit) => sum + unit.men, 0);
  const morale = Math.max(...stack.units.map(({ id }) => states.get(id)?.morale ?? 0));
  const scale = width / 150;
  const half = width / 2;
  const size = Math.max(11, Math.min(13, width * 0.32));
  const name = `side${String(stack.side)}`;
  return (
    <g transform={`translate(${fix(at.x)} ${fix(at.y)})`} class={`counter ${name}`}>
      {width < SYMBOL_LEAST ? (
        <rect class={`bar ${name}`} x={-half} y={-half * 0.6} width={width} height={half * 1.2} />
      ) : (
        <use
          href={`#${symbolIds.value.get(`${String(stack.side)} ${first.sidc}`) ?? ''}`}
          transform={`scale(${scale.toFixed(3)}) translate(-100 -100)`}
        />
      )}
      {morale === SHAKEN || morale === BROKEN ? (
        <path
          class="notch"
          d={
            morale === SHAKEN
              ? `M${fix(-4)} ${fix(half * 0.67)}l4 -5l4 5Z`
              : `M${fix(-9)} ${fix(half * 0.67)}l4 -5l4 5ZM${fix(1)} ${fix(half * 0.67)}l4 -5l4 5Z`
          }
        />
      ) : null}
      <text class="figures" y={fix(half * 0.67 + size)} font-size={fix(size)}>
        {sayCount(men)}
      </text>
      {stack.units.length > 1 ? (
        <text class="stack-count" x={fix(half + 1)} y={fix(-half * 0.35)} font-size={fix(size)}>
          ×{stack.units.length}
        </text>
      ) : null}
    </g>
  );
}

/** A frame of the other side: only in an office's own picture does anybody get the diamond. */
function ContactMark({
  contact,
  side,
  isPhantom: isNobody,
}: {
  readonly contact: Contact;
  readonly side: number;
  readonly isPhantom: boolean;
}) {
  const { at, home, ageTicks, ringRadius, menLow, menHigh, belief } = contact;
  const dx = home.x - at.x;
  const dy = home.y - at.y;
  const age = ageTicks > 48 ? 'old' : ageTicks > 8 ? 'ageing' : 'fresh';
  const range = menLow === menHigh ? sayCount(menLow) : `${sayCount(menLow)}–${sayCount(menHigh)}`;
  return (
    <g
      transform={`translate(${fix(at.x)} ${fix(at.y)})`}
      class={`contact side${String(side)} ${age}`}
    >
      <circle class="ring" cx={fix(dx)} cy={fix(dy)} r={fix(ringRadius)} />
      {Math.hypot(dx, dy) > 24 ? <path class="lead" d={`M0 0L${fix(dx)} ${fix(dy)}`} /> : null}
      <path class="diamond" d="M0 -16L16 0L0 16L-16 0Z" />
      <text class="inside" y="4.5">
        {isNobody ? '?' : belief.tanks > 0 ? 'T' : belief.guns > 0 ? 'G' : ''}
      </text>
      <text class="figures" y="29">
        {range}
      </text>
      <text class="age" y="41">
        {saySpan(ageTicks)}
        {belief.retold > 1 ? ` ·${String(belief.retold)}` : ''}
      </text>
    </g>
  );
}

function OwnBar({ own, side }: { readonly own: OwnMen; readonly side: number }) {
  return (
    <g transform={`translate(${fix(own.at.x)} ${fix(own.at.y)})`} class={`own side${String(side)}`}>
      <rect class={`bar side${String(side)}`} x="-12" y="-5" width="24" height="10" />
      <text class="figures" y="-9">
        ≈{sayCount(own.men)}
      </text>
    </g>
  );
}

function Outline({
  standing: { stack, at },
  width,
}: {
  readonly standing: StandingStack;
  readonly width: number;
}) {
  const half = width / 2;
  return (
    <g
      transform={`translate(${fix(at.x)} ${fix(at.y)})`}
      class={`outline side${String(stack.side)}`}
    >
      <rect x={fix(-half)} y={fix(-half * 0.67)} width={fix(width)} height={fix(half * 1.34)} />
      <text class="figures" y="4">
        {sayCount(stack.units.reduce((sum, unit) => sum + unit.men, 0))}
      </text>
    </g>
  );
}

/** Hairlines from a belief to the truth, and corner brackets round what the office does not know. */
function Compared({ model, scene }: { readonly model: Model; readonly scene: Scene }) {
  const { contacts, trueStacks, symbolWidth } = scene;
  const lines: string[] = [];
  const brackets: string[] = [];
  for (const { stack, at } of trueStacks) {
    const contact = contacts.find(({ area }) => model.ground.area[stack.hex] === area);
    if (contact !== undefined) {
      lines.push(`M${fix(contact.at.x)} ${fix(contact.at.y)}L${fix(at.x)} ${fix(at.y)}`);
      continue;
    }
    const reach = symbolWidth * 0.72;
    for (const [x, y] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      const cx = at.x + x * reach;
      const cy = at.y + y * reach * 0.8;
      brackets.push(
        `M${fix(cx - x * 6)} ${fix(cy)}L${fix(cx)} ${fix(cy)}L${fix(cx)} ${fix(cy - y * 6)}`,
      );
    }
  }
  return (
    <g>
      <path class="hairline" d={lines.join('')} />
      <path class="bracket" d={brackets.join('')} />
    </g>
  );
}
