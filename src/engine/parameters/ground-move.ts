import { row } from './ground-row.ts';

/** Parameters of movement, sight and observation, and works. */
export const MOVE_PARAMETERS = [
  row(
    'move.speedScale',
    'factor',
    [0.7, 1, 1.3],
    [
      'All march speeds',
      'J',
      'Assumption: period march tables (foot 4 km/h on a road) hold; scaled together for sensitivity.',
    ],
  ),
  row(
    'move.darkFactor',
    'factor',
    [0.4, 0.6, 0.8],
    [
      'Speed of a march without any light',
      'J',
      'Assumption: columns in the dark make about 2.5 km/h on a track instead of 4.',
    ],
  ),
  row(
    'move.readinessHours',
    'hours',
    [12, 60, 84],
    [
      'Time to leave the barracks from the lowest readiness',
      'J',
      'Assumption: a unit at peace establishment needs more than two days to draw stores and load; row 3 of the delays (calibration): 60 h to the river.',
    ],
  ),
  row(
    'move.railLoadHours',
    'hours',
    [1, 3, 8],
    [
      'Loading and unloading for each leg by rail',
      'J',
      'Assumption: a battalion entrains in about three hours (C: period staff tables 2–4 h).',
    ],
  ),
  row(
    'rail.repairHours',
    'hours',
    [4, 12, 48],
    [
      'From a hit on the track to trains that pass again',
      'J',
      'Assumption: a railway gang mends a broken rail in half a day, a crater or a bridge in two.',
    ],
  ),
  row(
    'move.seaLoadHours',
    'hours',
    [3, 8, 16],
    [
      'Loading and landing for each leg by sea',
      'J',
      'Assumption: small ports without cranes for heavy loads.',
    ],
  ),
  row(
    'move.shipHours',
    'hours',
    [6, 24, 72],
    [
      'From the alert of a fleet to transports that carry troops',
      'J',
      'Assumption: a day to take ships from their trades, coal them and bring them to the quay.',
    ],
  ),
  row(
    'move.boatMinutes',
    'minutes',
    [30, 75, 180],
    [
      'Crossing of the border river by boat, foot troops',
      'J',
      'Assumption: a company in relays of collapsible boats; guns and animals take twice as long.',
    ],
  ),
  row(
    'sight.dayMetres',
    'metres',
    [2000, 4000, 6000],
    [
      'Range at which a moving body is seen on a clear day half the time in a quarter of an hour',
      'J',
      'Assumption: naked eye and field glasses from a height over open ground.',
    ],
  ),
  row(
    'sight.moonMetres',
    'metres',
    [120, 220, 400],
    ['The same under a moon more than half lit', 'J', 'Assumption: about twice the unlit range.'],
  ),
  row(
    'sight.darkMetres',
    'metres',
    [50, 100, 150],
    ['The same in full darkness', 'J', 'Adjudication sources 6: observation 50–150 m unlit.'],
  ),
  row(
    'sight.dugInFactor',
    'factor',
    [0.1, 0.25, 0.5],
    [
      'Range at which a quiet body under cover is seen, against a moving one',
      'J',
      'Assumption: men lying still in scrub and scrapes show themselves at a quarter of the distance.',
    ],
  ),
  row(
    'sight.flashMetres',
    'metres',
    [500, 1200, 2500],
    [
      'Range at which muzzle flashes give a firing body away in the dark',
      'J',
      'Assumption: flash and sound place a firing company from about a kilometre.',
    ],
  ),
  row(
    'sight.estimateSigma',
    'log-normal sigma',
    [0.2, 0.45, 0.8],
    [
      'Error of an estimate of enemy strength at the limit of sight',
      'J',
      'Adjudication sources 13: observed claims scatter by about a factor of 1.6.',
    ],
  ),
  row(
    'works.trenchManHours',
    'man-hours',
    [1500, 4000, 9000],
    [
      'Labour for full trenches and emplacements of a battalion hex in good soil',
      'J',
      'Assumption: 0.5 km of front with two lines; about 1 m of fire trench per man and 4 hours.',
    ],
  ),
  row(
    'works.wireManHours',
    'man-hours',
    [300, 800, 2000],
    [
      'Labour for full wire along the front of a hex',
      'J',
      'Assumption: 500 m of double apron fence, with stakes carried up by hand.',
    ],
  ),
  row(
    'works.rockFactor',
    'factor',
    [1.5, 2.5, 4],
    [
      'Labour on the rock of a crest, against good soil',
      'J',
      'Assumption: picks on bare rock give shallow scrapes; S20 describes wall-building with stones.',
    ],
  ),
  row(
    'works.nightFactor',
    'factor',
    [0.4, 0.6, 0.9],
    [
      'Output of digging in the dark',
      'J',
      'Assumption: work without light and noise gets on at about three fifths.',
    ],
  ),
] as const;
