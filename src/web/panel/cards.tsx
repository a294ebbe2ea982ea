import type { Model } from '../../engine/index.ts';
import { TASKS, TERRAINS } from '../../engine/index.ts';
import { columnOf, rowOf } from '../../hex/index.ts';
import { valueAt, type Film } from '../../protocol/index.ts';
import type { WordKey } from '../i18n/en.ts';
import { otherNames, unitName } from '../i18n/names.ts';
import { tell } from '../i18n/tell.ts';
import {
  officeName,
  placeName,
  say,
  sayCount,
  sayDayOfTick,
  saySpan,
  sideName,
} from '../i18n/words.ts';
import { centreOn } from '../map/battle-map.tsx';
import { mailOf } from '../state/papers.ts';
import { beliefAt, eventAfter, eventOf, unitAt } from '../state/run-view.ts';
import * as store from '../state/store.ts';
import { CLOCKS, clockOf } from '../state/time-words.ts';
import { HeadOf, Papers } from './why.tsx';

interface CardProps {
  readonly model: Model;
  readonly film: Film;
  readonly index: number;
}

/** Where a location is, in words. */
function locationWords(model: Model, location: number): string {
  if (location < model.grid.count) {
    const area = model.areas[model.ground.area[location]!]!;
    return placeName(area.id);
  }
  const node = model.theatre.nodes[location - model.grid.count];
  return node === undefined ? say('card.beyond') : `${placeName(node.id)} (${say('card.beyond')})`;
}

export function UnitCard({ model, film, index }: CardProps) {
  const { units } = model;
  const now = unitAt(film, index, store.tick.value);
  const office = units.office[index] ?? 0;
  const isSeen = store.eyesOffice.value < 0 || store.eyesOffice.value === office;
  return (
    <article class={`card side${String(units.side[index] ?? 0)}`}>
      <h3>{unitName(index)}</h3>
      {now === null || !isSeen ? (
        <p class="muted">{say('card.hidden')}</p>
      ) : (
        <dl class="facts">
          <dt>{say('card.where')}</dt>
          <dd>
            <button type="button" class="link" onClick={() => centreOn(now.location)}>
              {locationWords(model, now.location)}
            </button>
          </dd>
          <dt>{say('card.men')}</dt>
          <dd>
            {sayCount(now.men)}
            <span class="muted"> / {sayCount(units.men[index] ?? 0)}</span>
          </dd>
          <dt>{say('card.losses')}</dt>
          <dd>
            {now.killed}, {now.wounded}, {now.missing}
          </dd>
          {units.tanks[index]! > 0 ? (
            <>
              <dt>{say('card.tanks')}</dt>
              <dd>{now.tanks}</dd>
            </>
          ) : null}
          {units.guns[index]! > 0 ? (
            <>
              <dt>{say('card.guns')}</dt>
              <dd>{now.guns}</dd>
            </>
          ) : null}
          <dt>{say('card.state')}</dt>
          <dd>{say(`morale.${String(now.morale)}` as WordKey)}</dd>
          <dt>{say('card.task')}</dt>
          <dd>{say(`task.${TASKS[now.task]!}`)}</dd>
        </dl>
      )}
      <dl class="facts">
        <dt>{say('card.command')}</dt>
        <dd>
          <OfficeLink office={office} />
        </dd>
      </dl>
    </article>
  );
}

function OfficeLink({ office }: { readonly office: number }) {
  return (
    <button
      type="button"
      class="link"
      onClick={() => store.select({ kind: 'office', index: office })}
    >
      {officeName(office)}
    </button>
  );
}

/** What the scenario calls a place or an office in other languages, each in its own script. */
function OtherNames(props: { readonly kind: 'place' | 'office'; readonly id: string }) {
  const names = otherNames(props.kind, props.id);
  if (names.length === 0) return null;
  return (
    <p class="muted other-names">
      {names.map(({ language, name }, index) => (
        <span key={language}>
          {index > 0 ? ' · ' : ''}
          <span lang={language}>{name}</span>
        </span>
      ))}
    </p>
  );
}

export function HexCard({ model, film, index: hex }: CardProps) {
  const { ground, grid } = model;
  const tick = store.tick.value;
  const office = store.eyesOffice.value;
  const areaIndex = ground.area[hex] ?? 0;
  const area = model.areas[areaIndex]!;
  const isMiddle = area.hex === hex;
  const place = store.scenario.value?.map.places.find(({ id }) => id === area.id);
  const owners = [0, 1].map((side) => ground.owner[side * grid.count + hex]!);
  const units = store.unitsNow.value.filter(
    ({ unit, location }) => location === hex && (office < 0 || model.units.office[unit] === office),
  );
  const holder = valueAt(film.holders, hex, 0, tick, -1);
  const trenches = [0, 1].map((side) => valueAt(film.works, side * grid.count + hex, 0, tick));
  const wires = [0, 1].map((side) => valueAt(film.works, side * grid.count + hex, 1, tick));
  return (
    <article class="card">
      <h3>
        {placeName(area.id)}
        <span class="muted">
          {' '}
          {columnOf(grid, hex)},{rowOf(grid, hex)}
        </span>
      </h3>
      <OtherNames kind="place" id={area.id} />
      {isMiddle && area.id === 'bezymyannaya' ? <p class="muted">{say('card.disputed')}</p> : null}
      {isMiddle && place !== undefined && place.positionErrorMetres > 500 ? (
        <p class="muted">{say('card.uncertain', { metres: place.positionErrorMetres })}</p>
      ) : null}
      <dl class="facts">
        <dt>{say('card.ground')}</dt>
        <dd>{say(`terrain.${TERRAINS[ground.terrain[hex]!]!}`)}</dd>
        <dt>{say('card.height')}</dt>
        <dd>{ground.elevation[hex]} m</dd>
        <dt>{say('card.owner')}</dt>
        <dd>
          {ground.disputed[hex] === 1
            ? say('card.both')
            : owners[0] === owners[1]
              ? sideName(owners[0]!)
              : say('card.nobody')}
        </dd>
        {office < 0 ? (
          <>
            <dt>{say('card.holder')}</dt>
            <dd>{holder < 0 ? say('card.nobody') : sideName(holder)}</dd>
            {trenches[0]! + trenches[1]! + wires[0]! + wires[1]! > 0 ? (
              <>
                <dt>{say('card.works')}</dt>
                <dd>
                  {[0, 1]
                    .filter((side) => trenches[side]! + wires[side]! > 0)
                    .map(
                      (side) =>
                        `${sideName(side)}: ${String(trenches[side])} %, ${String(wires[side])} %`,
                    )
                    .join('; ')}
                </dd>
              </>
            ) : null}
          </>
        ) : null}
      </dl>
      {office >= 0 ? <BeliefFacts model={model} film={film} area={areaIndex} /> : null}
      <h3>{say('card.units')}</h3>
      {units.length === 0 ? (
        <p class="muted">{say(office < 0 ? 'card.units.none' : 'card.hidden')}</p>
      ) : (
        <ul class="plain units-here">
          {units.map(({ unit, men }) => (
            <li key={unit}>
              <button
                type="button"
                class={`link side${String(model.units.side[unit] ?? 0)}`}
                onClick={() => store.select({ kind: 'unit', index: unit })}
              >
                {unitName(unit)}
              </button>
              <span class="figure">{sayCount(men)}</span>
            </li>
          ))}
        </ul>
      )}
      {office < 0 ? <LastHere model={model} film={film} place={area.id} /> : null}
    </article>
  );
}

/** What the office whose eyes these are believes of an area. */
function BeliefFacts({
  model,
  film,
  area,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly area: number;
}) {
  const tick = store.tick.value;
  const belief = beliefAt(film, model, store.eyesOffice.value, area, tick);
  if (belief === null) return null;
  return (
    <dl class="facts">
      <dt>{say('board.enemy')}</dt>
      <dd>
        {belief.seenTick < 0
          ? '–'
          : `${sayCount(belief.men)}, ${saySpan(tick - belief.seenTick)}${
              belief.retold > 1 ? say('why.retold', { times: belief.retold }) : ''
            }`}
      </dd>
      <dt>{say('board.own')}</dt>
      <dd>{sayCount(belief.own)}</dd>
      <dt>{say('board.held')}</dt>
      <dd>{belief.holder < 0 ? say('card.nobody') : sideName(belief.holder)}</dd>
    </dl>
  );
}

const LAST_SHOWN = 6;

function LastHere({
  model,
  film,
  place,
}: {
  readonly model: Model;
  readonly film: Film;
  readonly place: string;
}) {
  const found: number[] = [];
  const weights = store.weights.value;
  for (let number = eventAfter(film.events, store.tick.value) - 1; number >= 0; number--) {
    if (found.length >= LAST_SHOWN) break;
    if (weights[number]! < 2 || film.events.names[film.events.places[number]!] !== place) continue;
    found.push(number);
  }
  if (found.length === 0) return null;
  return (
    <>
      <h3>{say('card.events')}</h3>
      <ul class="plain">
        {found.map((number) => {
          const event = eventOf(film.events, number);
          return (
            <li key={number}>
              <button
                type="button"
                class="link"
                onClick={() => store.select({ kind: 'ev', index: number })}
              >
                <time>
                  {sayDayOfTick(model.startMinutes, event.tick, true)}{' '}
                  {clockOf(model.startMinutes, event.tick, CLOCKS.tokyo)}
                </time>{' '}
                {tell(event)}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

export function OfficeCard({ model, film, index }: CardProps) {
  const info = model.offices[index];
  if (info === undefined) return null;
  const tick = store.tick.value;
  const mail = mailOf(film, model);
  const papers = mail
    .filter(
      ({ to, readTick, kind }) =>
        to === index &&
        readTick >= 0 &&
        readTick <= tick &&
        ['grant', 'refusal', 'ban', 'order', 'answer', 'note'].includes(kind),
    )
    .slice(-8)
    .reverse();
  const isOwnEyes = store.eyes.value === info.id;
  return (
    <article class={`card side${String(info.side)}`}>
      <h3>{officeName(index)}</h3>
      <OtherNames kind="office" id={info.id} />
      <dl class="facts">
        <dt>{say('card.person')}</dt>
        <dd>
          <HeadOf model={model} film={film} office={index} tick={tick} />
        </dd>
        <dt>{say('card.where')}</dt>
        <dd>{locationWords(model, info.location)}</dd>
        {info.superiors.length > 0 ? (
          <>
            <dt>{say('card.superior')}</dt>
            <dd>
              {info.superiors.map((office, at) => (
                <span key={office}>
                  {at > 0 ? ', ' : ''}
                  <OfficeLink office={office} />
                </span>
              ))}
            </dd>
          </>
        ) : null}
        {info.subordinates.length > 0 ? (
          <>
            <dt>{say('card.subordinates')}</dt>
            <dd>
              {info.subordinates.map((office, at) => (
                <span key={office}>
                  {at > 0 ? ', ' : ''}
                  <OfficeLink office={office} />
                </span>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
      <p>
        <button
          type="button"
          class="action"
          aria-pressed={isOwnEyes}
          onClick={() => store.setEyes(isOwnEyes ? 'truth' : info.id)}
        >
          {isOwnEyes ? say('eyes.truth') : say('card.look')}
        </button>
      </p>
      <h3>{say('card.papers')}</h3>
      {papers.length === 0 ? (
        <p class="muted">{say('why.told.none')}</p>
      ) : (
        <Papers model={model} mail={papers} />
      )}
    </article>
  );
}
