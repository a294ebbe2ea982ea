/** Words of what can be taken away: the printed sheet, files, commands, and the map of the approaches. */
export const EN_TAKE = {
  'print.print': 'Print the sheet',
  'print.truth': 'The map shows what is so in the run.',
  'print.eyes': 'What it does not know is not shown.',
  'print.legend':
    'Hollow: Soviet, solid: Japanese; figures are men, ×3 three units in one place, † men killed within three hours. A diamond is the other side as this office believes in it. Long dashes with single ticks: the line claimed by the USSR; dash-dots with double ticks: by Japan and Manchukuo.',
  'print.acts': 'The latest turns, hours of Tokyo',
  'print.none': 'Nothing that turns the affair is known by this hour.',
  'print.marks':
    'Diamond: leave asked; full: granted; struck: refused; twice struck: forbidden. Open ring: own initiative; open and struck: against a known ban.',
  'print.leave': '(Leave came {span} later.)',
  'print.record': 'On record about these days',
  'print.scenario': 'scenario',
  'print.run': 'run',

  'save.title': 'Save and print',
  'save.lead':
    'What is shown now, as a file. It is made in this browser; nothing is sent anywhere. Pictures have the colours of paper.',
  'save.map': 'The map',
  'save.wire': 'The Wire',
  'save.plot': 'The plot',
  'save.log': 'The log up to now',
  'save.measures': 'All measures of this run',
  'save.runs': 'Measures of all runs',
  'save.geo': 'Units and held ground',
  'save.failed': 'The file could not be made: {why}',

  'theatre.title': 'The approaches',
  'theatre.open': 'The approaches: who stands and marches beyond the map',
  'theatre.lake': 'The lake',
  'theatre.note':
    'Bearings from the lake are true; distances are drawn by their root: see the rings.',
  'theatre.note.short': 'Bearings true, distances by their root.',
  'theatre.legend':
    'Crossed line: railway; plain: road; dashes: track; dots: sea or ferry. → 500: on the march. Hollow circle: seat of offices without a way for troops; it lies beyond the edge.',
  'theatre.source':
    'Positions partly GeoNames, CC BY 4.0. Lengths and what a way can carry are estimates of the scenario; see theatre.yaml.',
  'theatre.source.short': 'Positions partly GeoNames, CC BY 4.0.',
  'theatre.caption': 'Units beyond the map, by place',
  'theatre.to': 'on the way to',
  'theatre.side': 'side',
  'theatre.units': 'units',
  'theatre.empty': 'These eyes know of nobody beyond the map.',

  'command.show': 'Show',
  'command.save': 'Save',
  'command.go': 'Go to',
} as const;
