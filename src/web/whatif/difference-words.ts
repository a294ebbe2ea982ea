import type { DifferenceData } from '../../picture/index.ts';
import { figureWords, say, sayDecimal } from '../i18n/words.ts';

const PLACES = 2;

/** `+12`, `−3,5`: a difference with its sign. */
function signed(value: number): string {
  const figure = sayDecimal(Math.abs(value), PLACES);
  return value > 0 ? `+${figure}` : value < 0 ? `−${figure}` : figure;
}

/** The sheet of a difference in the language of the page; nothing in English, which the picture has itself. */
export function differenceWords(
  data: Omit<DifferenceData, 'words'>,
): Pick<DifferenceData, 'words'> {
  const figures = figureWords();
  if (figures === undefined) return {};
  const { change, measure, unit, difference, low, high, level, pairs } = data;
  const interval = say('difference.interval', { level: Math.round(level * 100) });
  const range = say('difference.range', { low: signed(low), high: signed(high) });
  const facts = { change, measure, unit, interval, range, difference: signed(difference) };
  const isTold = low > 0 || high < 0;
  return {
    words: {
      finding: say(isTold ? 'difference.told' : 'difference.none', facts),
      about: say('difference.about', { unit, pairs }),
      asItIs: say('whatif.without'),
      difference: say('difference.name'),
      interval,
      range,
      pairs: say('whatif.pairs'),
      fewer: say('difference.fewer'),
      more: say('difference.more'),
      figures,
    },
  };
}
