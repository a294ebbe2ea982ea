import { useEffect } from 'preact/hooks';
import { say } from './i18n/words.ts';
import { fetchSources, sources } from './state/sources.ts';
import * as store from './state/store.ts';

/** The sources of the scenario, as the record lists them. */
export function SourcesPage() {
  useEffect(() => void fetchSources(), []);
  const chosen = store.pageDetail.value;
  useEffect(() => {
    document.getElementById(`source-${chosen}`)?.scrollIntoView({ block: 'center' });
  }, [chosen, sources.value]);
  return (
    <main id="main" class="page" tabIndex={-1}>
      <h1>{say('sources.title')}</h1>
      <dl class="sources" lang="en">
        {(sources.value ?? []).map(({ key, title, address, kind, reliability, note }) => (
          <div key={key} id={`source-${key}`} class={key === chosen ? 'chosen' : ''}>
            <dt>{key}</dt>
            <dd>
              {/^https?:/.test(address) ? (
                <a href={address} rel="noreferrer noopener" target="_blank">
                  {title}
                </a>
              ) : (
                title
              )}{' '}
              <span class="muted">
                {kind}, {reliability}. {note}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </main>
  );
}

/** What this is, what it cannot do, and whose the parts are. */
export function AboutPage() {
  const isRussian = store.lang.value === 'ru';
  const { value: scenario } = store.scenario;
  return (
    <main id="main" class="page prose" tabIndex={-1}>
      <h1>{say('about.title')}</h1>
      {isRussian ? <AboutRussian /> : <AboutEnglish />}
      <p lang="en">{scenario?.map.attribution}</p>
      <p>
        Khasan {scenario?.version}, <span lang="en">scenario</span> {scenario?.model.hash}
      </p>
      <p lang="en">
        Code: Apache-2.0. Data of the scenario: see LICENSE-DATA.md beside it. Symbols: milsymbol,
        MIT. Type: Source Serif 4 and Source Sans 3, SIL Open Font License.
      </p>
    </main>
  );
}

function AboutEnglish() {
  return (
    <>
      <p>
        Khasan plays the crisis of Lake Khasan (Changkufeng) in the summer of 1938 by rules. Each
        office of either side sees what reaches it, asks, waits, refuses or acts. Whether there is a
        battle is not decided beforehand.
      </p>
      <p>
        <strong>It is a model, not a history.</strong> A run is one of many courses that the rules
        allow. What is on record stands in the tables of <code>npm start</code>, row by row, with
        its sources.
      </p>
      <p>
        <strong>Eyes.</strong> Truth is what the run did. An office has its own picture: by area,
        with an age, through so many hands. The size of a contact is shown as a range, because each
        hand may change a number by a third. The ring is the area that the news named.
      </p>
      <p>
        <strong>Limits.</strong> Relief is interpolated from few known heights. Several hills stand
        where judgement put them; a ring of dots says so. The two lines are readings of maps, and no
        modern border is drawn. Units move without being drawn between their hexes.
      </p>
      <p>
        <strong>The first run.</strong> The page opens with the most central run of those that were
        played: the one whose distance to all others, over hours, assaults and losses, is least. It
        is not the run nearest to the record.
      </p>
    </>
  );
}

function AboutRussian() {
  return (
    <>
      <p>
        «Хасан» разыгрывает по правилам кризис у озера Хасан (Чжангуфэн) летом 1938 года. Каждая
        инстанция обеих сторон видит то, что до неё дошло, просит, ждёт, отказывает или действует.
        Будет ли бой, заранее не решено.
      </p>
      <p>
        <strong>Это модель, а не история.</strong> Прогон — один из многих ходов, которые допускают
        правила. Что известно по документам, стоит в таблицах <code>npm start</code>, строка за
        строкой, с источниками.
      </p>
      <p>
        <strong>Глаза.</strong> Истина — то, что было в прогоне. У каждой инстанции своя картина: по
        районам, с давностью, через столько-то рук. Численность показана пределами, потому что
        каждая рука может изменить число на треть. Кольцо — район, о котором говорилось.
      </p>
      <p>
        <strong>Пределы.</strong> Рельеф интерполирован по немногим известным высотам. Некоторые
        высоты поставлены по суждению, это показывает кольцо из точек. Две линии — прочтения карт;
        современной границы на карте нет. Названия частей даны только по-английски.
      </p>
      <p>
        <strong>Первый прогон.</strong> Страница открывается самым центральным из сыгранных
        прогонов: сумма его расстояний до прочих наименьшая. Это не прогон, ближайший к документам.
      </p>
    </>
  );
}
