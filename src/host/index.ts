export { recordFilm, type FilmSetup } from './record-film.ts';
export { openHost, type HostPort } from './host.ts';
export { applyChanges } from './changes.ts';
export { settingsToChanges } from './settings.ts';
export { frontOf, medoidOf } from './typical.ts';
