import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { Outcome } from '../../../src/app/outcome.js'
import { ok } from '../../../src/app/outcome.js'
import type { ActDraft, ActingStores, KeepingStores, Mark, Scope, Stores } from '../../../src/app/ports.js'
import type { Act } from '../../../src/domain/act.js'
import { channelHome, type Home, teammateHome } from '../../../src/domain/audience.js'
import type { Commitment } from '../../../src/domain/commitment.js'
import type { Interaction } from '../../../src/domain/interaction.js'
import type { KeyDate } from '../../../src/domain/key-date.js'
import type { News } from '../../../src/domain/news.js'
import type { Note } from '../../../src/domain/note.js'
import type { OpenQuestion } from '../../../src/domain/open-question.js'
import type { Person } from '../../../src/domain/person.js'
import type { Role } from '../../../src/domain/role.js'
import type { Tie } from '../../../src/domain/tie.js'
import type { Store } from '../../../src/store/open-store.js'
import {
  countingIds,
  type EngineName,
  engines,
  type FreshDatabase,
  freshDatabase,
} from '../../support/stores.js'

export const ana = 'UANA'
export const ben = 'UBEN'
/** Open to Ana and Ben; open to Ana alone; shared with another organisation, where each knows only their own. */
export const customers = channelHome('CCUSTOMERS')
export const secret = channelHome('CSECRET')
export const shared = channelHome('CSHARED')

export const at = '2026-11-20T15:00:00.000Z'
export const today = '2026-11-20'

type Told = { readonly by?: string; readonly home?: Home }

/** A workspace of its own for each test, in a store that the tests of a file share. */
export class Workspace {
  readonly store: Store
  readonly id: string
  readonly newId = countingIds()
  readonly #open: Record<string, Home[]> = {
    [ana]: [customers, secret, teammateHome(ana)],
    [ben]: [customers, teammateHome(ben)],
  }
  constructor(store: Store, id: string) {
    this.store = store
    this.id = id
  }

  /** One more workspace in the same store, empty. */
  another(): Workspace {
    return new Workspace(this.store, `W${++workspaces}`)
  }

  scope(userId: string): Scope {
    const audience = { userId, homes: this.#open[userId] ?? [], authoredHomes: [shared] }
    return { workspaceId: this.id, audience }
  }

  read<T>(userId: string, work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.store.uow.read(this.scope(userId), work)
  }
  readAll<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    return this.store.uow.read({ workspaceId: this.id, audience: 'everything' }, work)
  }
  keep<T>(work: (stores: KeepingStores) => Promise<T>): Promise<T> {
    return this.store.uow.keep({ workspaceId: this.id, audience: 'everything' }, work)
  }

  /** One act, whatever comes of it. */
  tries<T>(
    userId: string,
    draft: Partial<ActDraft>,
    work: (stores: ActingStores, act: Act) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const whole = {
      kind: 'note',
      by: userId,
      at,
      place: customers,
      personId: null,
      cause: null,
      ...draft,
    } as const
    return this.store.uow.act(this.scope(userId), whole, work)
  }

  /** One act that succeeds; answers its id. */
  async does(
    userId: string,
    work: (stores: ActingStores) => Promise<unknown>,
    draft: Partial<ActDraft> = {},
  ): Promise<string> {
    const outcome = await this.tries(userId, draft, async (stores, act) => {
      await work(stores)
      return ok(act.id)
    })
    if (!outcome.ok) throw new Error(`refused: ${outcome.why.reason}`)
    return outcome.value
  }

  /** Takes an act back; answers what came of it. */
  async takesBack(userId: string, actId: string) {
    const outcome = await this.tries(userId, { kind: 'undo' }, async ({ journal }) =>
      ok(await journal.reverse(actId)),
    )
    if (!outcome.ok) throw new Error(`refused: ${outcome.why.reason}`)
    return outcome.value
  }

  /** Introduces somebody. */
  async knows(name: string, given: Partial<Person> & Told = {}): Promise<Person> {
    const person = this.person(name, given)
    await this.does(person.by, ({ people }) => people.add(person), { kind: 'add', personId: person.id })
    return person
  }

  person(name: string, { by = ana, home = customers, ...given }: Partial<Person> & Told = {}): Person {
    return {
      id: this.newId(),
      name,
      home,
      by,
      introducedAt: at,
      introducedOn: today,
      ownerId: by,
      rhythm: { every: 30, unit: 'day' },
      rhythmSetOn: null,
      firstDueOn: null,
      letBeOn: null,
      laterUntil: null,
      slackUserId: null,
      prefers: null,
      offstage: false,
      addresses: [],
      ...given,
    }
  }

  note(person: Person, text: string, given: Partial<Note> & Told = {}): Note {
    const kind = given.kind ?? 'note'
    return { ...this.#about(person, given), on: today, kind, text, facets: [], interactionId: null, ...given }
  }
  contact(person: Person, on: string, given: Partial<Interaction> & Told = {}): Interaction {
    const typed = this.#about(person, given)
    return { ...typed, on, kind: 'called', text: '', teammates: [typed.by], ...given }
  }
  role(person: Person, title: string, company: string, given: Partial<Role> & Told = {}): Role {
    return { ...this.#about(person, given), title, company, sinceOn: null, untilOn: null, ...given }
  }
  news(person: Person, roleId: string, given: Partial<News> & Told = {}): News {
    return {
      ...this.#about(person, given),
      on: today,
      kind: 'new-role',
      roleId,
      beforeRoleId: null,
      endsRoleId: null,
      ...given,
    }
  }
  promise(person: Person, text: string, given: Partial<Commitment> & Told = {}): Commitment {
    const made = { on: today, kind: 'promise', text, dueOn: null, closed: null } as const
    return { ...this.#about(person, given), ...made, ...given }
  }
  keyDate(person: Person, text: string, given: Partial<KeyDate> & Told = {}): KeyDate {
    const day = { on: today, kind: 'date', text, monthDay: '03-14', year: null, yearly: true } as const
    return { ...this.#about(person, given), ...day, ...given }
  }
  question(person: Person, text: string, given: Partial<OpenQuestion> & Told = {}): OpenQuestion {
    return { ...this.#about(person, given), on: today, text, answered: null, ...given }
  }
  tie(person: Person, other: Person, given: Partial<Tie> & Told = {}): Tie {
    return { ...this.#about(person, given), kind: 'reports to', otherId: other.id, ...given }
  }
  mark(person: Person, entry: Mark['entry'], given: Partial<Mark> & Told = {}): Mark {
    const { at: _, ...about } = this.#about(person, given)
    return {
      ...about,
      channelId: 'CCUSTOMERS',
      messageTs: '1.0',
      userId: about.by,
      emoji: 'memo',
      entry,
      ...given,
    }
  }

  #about(person: Person, { by = ana, home = customers }: Told) {
    return { id: this.newId(), personId: person.id, home, by, at }
  }
}

let workspaces = 0

/** The same tests on both engines. A test asks for its workspace when it runs. */
export const onEachEngine = (
  title: string,
  tests: (workspace: () => Workspace, engine: EngineName, database: () => FreshDatabase) => void,
): void => {
  describe.each(engines)(`${title}, on %s`, (engine) => {
    let database: FreshDatabase | undefined
    let store: Store | undefined
    let workspace: Workspace | undefined
    beforeAll(async () => {
      database = await freshDatabase(engine)
      store = await database.open()
    })
    afterAll(async () => database?.drop())
    beforeEach(() => {
      if (store !== undefined) workspace = new Workspace(store, `W${++workspaces}`)
    })
    tests(
      () => given(workspace),
      engine,
      () => given(database),
    )
  })
}

const given = <T>(thing: T | undefined): T => {
  if (thing === undefined) throw new Error('asked for before the tests run')
  return thing
}
