import { sql } from 'kysely'
import { type ActingPlaces, type KeepingPlaces, newPlace, type PlaceSettings } from '../app/ports.js'
import type { Home } from '../domain/audience.js'
import type { Zone } from '../domain/local-time.js'
import type { Books } from './books.js'
import { flag, home, json } from './codec.js'
import { type Given, KeptQuery } from './kept-query.js'
import type { Recorder } from './recorder.js'
import type { PlaceRow } from './tables.js'

/** Places and how they are set: needed before it can be said who may see what, so bound to the workspace alone. */
export class PlaceStore implements KeepingPlaces {
  readonly #books: Books
  constructor(books: Books) {
    this.#books = books
  }

  async get(place: Home): Promise<PlaceSettings | null> {
    const [row] = await this.#books.ask(placeOf, { place })
    return row === undefined ? null : settingsOf(row)
  }

  async all(): Promise<readonly PlaceSettings[]> {
    return (await this.#books.places().selectAll().orderBy('home').execute()).map(settingsOf)
  }

  async homes(): Promise<readonly Home[]> {
    return (await this.#books.ask(allHomes, {})).map((row) => home(row.home))
  }

  async know(place: Home, zone: Zone | null): Promise<PlaceSettings> {
    const known = await this.get(place)
    if (known !== null) return known
    const standard = newPlace(place, zone)
    const added = this.#books.add('places', { ...rowOf(standard), id: place })
    await added.onConflict((conflict) => conflict.doNothing()).execute()
    return (await this.get(place)) ?? standard
  }

  async spokenIn(after: Home | null, limit: number): Promise<readonly Home[]> {
    const rows = await spokenInQuery(this.#books, after, limit).execute()
    return rows.map((row) => home(row.home))
  }

  async mindful(): Promise<readonly Home[]> {
    const rows = await this.#books.places().select('home').where('mindful', '=', 1).execute()
    return rows.map((row) => home(row.home))
  }

  async lastMembers(homes: readonly Home[]): Promise<ReadonlyMap<Home, ReadonlySet<string>>> {
    if (homes.length === 0) return new Map()
    const rows = await this.#books.placeMembers().selectAll().where('home', 'in', homes).execute()
    return new Map(rows.map((row) => [home(row.home), new Set<string>(JSON.parse(row.members))]))
  }

  async membersAre(place: Home, members: ReadonlySet<string>): Promise<void> {
    const are = { members: json([...members].sort()) }
    const added = this.#books.add('place_members', { home: place, ...are })
    await added
      .onConflict((conflict) => conflict.columns(['workspace_id', 'home']).doUpdateSet(are))
      .execute()
  }

  async moved(from: Home, to: Home): Promise<void> {
    await this.#books.moveAll(from, to)
  }

  async change(place: Home, patch: Partial<Omit<PlaceSettings, 'home'>>): Promise<void> {
    const known = await this.get(place)
    if (known === null) throw new Error(`no place ${place}`)
    const { home: _, ...columns } = rowOf({ ...known, ...patch })
    await this.#books.changePlaces().set(columns).where('home', '=', place).execute()
  }
}

const allHomes = new KeptQuery((books: Books) => books.places().select('home').orderBy('home'))
const placeOf = new KeptQuery((books: Books, { place }: Given<{ place: string }>) =>
  books.places().selectAll().where('home', '=', place),
)

export const spokenInQuery = (books: Books, after: Home | null, limit: number) =>
  books
    .places()
    .select('home')
    .where('home', '>', after ?? 'channel:')
    .where('home', '<', 'channel;')
    .where('postable', '=', 1)
    .where(
      sql<boolean>`(exists (select 1 from people as p where p.workspace_id = places.workspace_id
        and p.home = places.home)
      or exists (select 1 from posts as t where t.workspace_id = places.workspace_id
        and t.place = places.home and t.state = 'sent'))`,
    )
    .orderBy('home')
    .limit(limit)

/** What a teammate's act may do with places. */
export class ActingPlaceStore extends PlaceStore implements ActingPlaces {
  readonly #books: Books
  readonly #recorder: Recorder
  constructor(books: Books, recorder: Recorder) {
    super(books)
    this.#books = books
    this.#recorder = recorder
  }

  async set(place: Home, patch: Partial<Omit<PlaceSettings, 'home'>>): Promise<void> {
    const row = await this.#books.places().selectAll().where('home', '=', place).executeTakeFirst()
    if (row === undefined) throw new Error(`no place ${place}`)
    await this.#recorder.change('places', row.id, rowOf({ ...settingsOf(row), ...patch }))
  }
}

export const rowOf = (settings: PlaceSettings): Omit<PlaceRow, 'workspace_id' | 'id'> => ({
  home: settings.home,
  zone: settings.zone,
  digest_hour: settings.digestHour,
  days: json(settings.days),
  from_hour: settings.fromHour,
  to_hour: settings.toHour,
  cap: settings.cap,
  rhythm: json(settings.rhythm),
  holidays: json(settings.holidays),
  reactions: json(settings.reactions),
  week: flag(settings.week),
  mindful: flag(settings.mindful),
  mirror: flag(settings.mirror),
  zone_untold: flag(settings.zoneUntold),
  zone_set: flag(settings.zoneSet),
  postable: flag(settings.postable),
})

export const settingsOf = (row: PlaceRow): PlaceSettings => ({
  home: home(row.home),
  zone: row.zone,
  digestHour: row.digest_hour,
  days: JSON.parse(row.days),
  fromHour: row.from_hour,
  toHour: row.to_hour,
  cap: row.cap,
  rhythm: JSON.parse(row.rhythm),
  holidays: JSON.parse(row.holidays),
  reactions: JSON.parse(row.reactions),
  week: row.week === 1,
  mindful: row.mindful === 1,
  mirror: row.mirror === 1,
  zoneUntold: row.zone_untold === 1,
  zoneSet: row.zone_set === 1,
  postable: row.postable === 1,
})
