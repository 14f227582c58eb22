import { ok } from '../../../../src/app/outcome.js'
import type { NewId } from '../../../../src/app/ports.js'
import { channelHome } from '../../../../src/domain/audience.js'
import type { Person } from '../../../../src/domain/person.js'
import type { Store } from '../../../../src/store/open-store.js'
import { frankInPosts } from '../../../store/contract/known-by-all.js'
import { wordsEverywhere } from '../../../store/contract/sealed-drafts.js'
import { sighted } from '../../../store/contract/sources-say.js'
import { ana, at, ben, customers, secret, today, Workspace } from '../../../store/contract/workspace.js'
import { countingIds, type EngineName, freshDatabase } from '../../../support/stores.js'
import type { IdsOf } from './given.js'
import { Rows } from './rows.js'

export const asking = 'TASKING'
/** Beside it: one with ids of its own, and one in which every id is the same. */
export const others = ['TOTHER', 'TTWIN'] as const

/** A workspace whose ids say whose they are. */
class Elsewhere extends Workspace {
  override readonly newId = idsFrom('else')
}
const idsFrom = (prefix: string): NewId => {
  const count = countingIds()
  return () => `${prefix}-${count()}`
}

/** A database with a workspace that knows something of every kind, alone or beside others that know as much. */
export type Universe = {
  readonly here: Workspace
  readonly store: Store
  readonly rows: Rows
  readonly idsOf: (workspaceId: string) => Promise<IdsOf>
  readonly drop: () => Promise<void>
}

export const aUniverse = async (engine: EngineName, isAlone: boolean): Promise<Universe> => {
  const database = await freshDatabase(engine)
  // Ids that the store makes are the same for a workspace whether or not others are there.
  let newId: NewId = countingIds()
  const store = await database.open({ newId: () => newId(), clock: () => at, realClock: () => at })
  const rows = new Rows(database.url)
  const [elsewhere, twin] = others
  const other = async (them: Workspace, made: NewId): Promise<void> => {
    newId = made
    await filled(them, 'elsewhere')
    await rows.sayOtherwise(them.id)
    await knowMore(them)
  }
  // One comes before it and one after, so that the first row that there is would be another's, and the last one too.
  if (!isAlone) await other(new Elsewhere(store, elsewhere), idsFrom('made'))
  const ownIds = countingIds()
  newId = ownIds
  const here = new Workspace(store, asking)
  await filled(here, 'nora')
  if (!isAlone) await other(new Workspace(store, twin), countingIds())
  newId = ownIds
  return {
    here,
    store,
    rows,
    idsOf: (workspaceId) => rows.ids(workspaceId),
    drop: async () => {
      await rows.close()
      // What is done there with ids that mean nothing leaves much that does not agree.
      await database.drop('damaged')
    },
  }
}

/** Something in each table; `gone`: somebody who was forgotten there. */
const filled = async (here: Workspace, gone: string): Promise<void> => {
  const { frank, susan, one, note } = await wordsEverywhere(here)
  await frankInPosts(here, frank.id, susan.id)
  const forgotten = await here.knows(`Nora ${gone}`, { addresses: [`${gone}@gone.example`] })
  await here.does(ana, ({ forgetting }) => forgetting.person(forgotten.id))
  await here.does(ana, ({ sightings }) => sightings.add(sighted(here, susan)))
  const { merges } = await here.readAll(async (s) => ({ merges: await s.merges.of(one.id) }))
  await here.does(ana, ({ interactions }) => interactions.add(here.contact(susan, today, { by: ben })))
  await here.does(ben, ({ notes }) =>
    notes.add(here.note(one, 'a quokka story', { kind: 'situation', facets: ['story'] })),
  )
  await here.does(ana, ({ notes }) =>
    notes.add(here.note(susan, 'with the note before', { interactionId: note.id })),
  )
  await desks(here, susan, merges.length)
  await bookedByName(here)
}

/** Of what is asked for by the name of a workspace. */
const bookedByName = async ({
  id,
  store: { answers, homes, owed, paces, turns },
}: Workspace): Promise<void> => {
  const first = { workspaceId: id, id: 'delivery-1' }
  await answers.claim(first, at)
  await owed.owe({ ...first, kind: 'command', payload: `quokka ${id}` }, 'the other', at)
  for (const userId of [ana, ben]) await homes.opened({ workspaceId: id, userId }, at)
  await paces.write(id, 'C1', { counted: id, version: 0, lapsesAt: '2027-01-01T00:00:00.000Z' })
  await turns.wake(id, at)
}

/** What the others know of things that there are everywhere, and the one that is asked does not. */
const knowMore = async (them: Workspace): Promise<void> => {
  const everybody = await them.readAll(({ people }) =>
    people.called(['frank ortiz', 'susan bell', 'lily wong']),
  )
  for (const { person } of everybody) {
    const known = await them.readAll(({ people }) => people.get(person.id))
    if (known === null) continue
    const more = them.note(known, 'Frank Ortiz and the quokka, later', { by: ben })
    await them.does(ben, ({ notes }) => notes.add(more))
    await them.does(ben, ({ notes }) => notes.change(more.id, { text: 'later still' }))
  }
  await them.keep(async ({ desk, places, posts, sources, troubles }) => {
    await posts.fixDigest(customers, '2026-11-24', at)
    await posts.fixDigest(secret, today, at)
    await sources.turn('hubspot', true)
    await sources.turn('slack', true)
    await sources.isNew('mark-2', at, '2028-01-01T00:00:00.000Z')
    await desk.reactionTurned({ key: 'C1/1.0/memo', eventTs: '3', on: false })
    await places.know(channelHome('CELSEWHERE'), 'UTC')
    await places.membersAre(channelHome('CELSEWHERE'), new Set([ben]))
    await troubles.note(secret, 'silent', 'elsewhere', at)
    await troubles.beat({ beatAt: '2027-01-01T00:00:00.000Z', wellAt: at })
  })
}

const desks = async (here: Workspace, susan: Person, nth: number): Promise<void> => {
  await here.keep(async ({ desk, imports, places, posts, sources, told, troubles }) => {
    const later = '2027-01-01T00:00:00.000Z'
    await desk.putDraft({ id: here.newId(), userId: ana, text: 'a zeppelin draft', expiresAt: later })
    await desk.reactionTurned({ key: 'C1/1.0/memo', eventTs: '2', on: true })
    await places.know(secret, 'UTC')
    await places.membersAre(secret, new Set([ana, `U${here.id}`]))
    await posts.fixDigest(customers, today, at)
    await troubles.note(customers, 'silent', `archived ${here.id}`, at)
    await troubles.beat({ beatAt: at, wellAt: at })
    for (const key of ['frank ortiz', 'acme'])
      await sources.take(
        {
          source: 'hook:crm',
          key,
          name: 'Zed',
          addresses: [],
          title: `quokka ${here.id}`,
          company: null,
          observedAt: at,
        },
        at,
        here.newId(),
      )
    const [entry] = await sources.ready(later, 1)
    if (entry !== undefined) await sources.hold(entry)
    await sources.spoke('people', at)
    await sources.isNew('mark-1', at, later)
    await told.record(
      { kind: 'message', channelId: 'CCUSTOMERS', ref: '1.0' },
      { personIds: [susan.id], words: ['zeppelin'] },
    )
    await told.toTakeAway({ kind: 'message', channelId: 'CSECRET', ref: '2.0' })
    const id = here.newId()
    const file = {
      id,
      home: secret,
      by: ana,
      format: 'csv',
      name: `quokka-${here.id}.csv`,
      state: 'running',
    } as const
    const times = { stagedAt: at, begunAt: at, changedAt: at, firstActId: null }
    await imports.begin({ ...file, ...times, rhythm: 'never', rows: 1, reached: 0, stayed: nth })
    await imports.addRows(id, [
      { nth: 1, row: 1, contact: null, fate: { outcome: 'unclear', why: 'several' }, personId: susan.id },
    ])
    await imports.claim(id, { by: 'the other', until: at, now: at })
  })
  await here.tries(ana, { cause: 'the same cause', kind: 'met' }, async ({ notes }) => {
    await notes.add(here.note(susan, 'caused once'))
    return ok(null)
  })
}
