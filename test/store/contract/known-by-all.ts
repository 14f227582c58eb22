import { sql } from 'kysely'
import { cipherFor } from '../../../src/store/cipher/cipher.js'
import { connect, type Handle } from '../../../src/store/dialect.js'
import { usual } from '../../support/sealed.js'
import { draft, nine, post } from './drafts.js'
import { ana, at, ben, customers, secret, today, type Workspace } from './workspace.js'

/** Words that nobody but Frank brought in. */
export const traces = [
  'ortiz',
  'wendelstein',
  'quokka',
  'zeppelin',
  'xylophone',
  'frank@acme.example',
  'orozco',
]

/** Somebody about whom there is something of every kind, in two homes, by two teammates, some of it put right or removed since. */
export const frankKnownByAll = async (here: Workspace) => {
  const frank = await here.knows('Frank Orozco', {
    id: 'id-of-frank',
    addresses: ['frank@acme.example'],
    slackUserId: 'UFRANK01',
    prefers: 'the quokka line',
  })
  const susan = await here.knows('Susan Bell', { prefers: 'through Frank Ortiz' })
  await here.does(ana, ({ people }) => people.change(frank.id, { name: 'Fránk Ortiz' }), { kind: 'edit' })
  const role = here.role(frank, 'keeper of the xylophone', 'Wendelstein Works')
  const talk = here.contact(frank, today, { text: 'saw the zeppelin', by: ben })
  const note = here.note(frank, 'proud of the quokka')
  const gone = here.note(frank, 'an old zeppelin', { home: secret })
  await here.does(ana, async (stores) => {
    await stores.roles.add(role)
    await stores.notes.add(note)
    await stores.notes.add(gone)
    await stores.commitments.add(here.promise(frank, 'a ride in the zeppelin'))
    await stores.keyDates.add(here.keyDate(frank, 'day of the xylophone'))
    await stores.openQuestions.add(here.question(frank, 'why the quokka?'))
    await stores.news.add(here.news(frank, role.id))
    await stores.marks.add(here.mark(frank, { kind: 'note', id: note.id }))
  })
  await here.does(ben, ({ interactions }) => interactions.add(talk))
  await here.does(ana, ({ notes }) => notes.change(note.id, { text: 'proud of the other quokka' }))
  await here.does(ana, ({ notes }) => notes.remove(gone.id))
  const tie = here.tie(susan, frank)
  const back = here.tie(frank, susan, { kind: 'listens to' })
  await here.does(ben, ({ ties }) => ties.add(tie))
  await here.does(ben, ({ ties }) => ties.change(tie.id, { kind: 'works with' }))
  await here.does(ana, ({ ties }) => ties.add(back))
  await here.does(ana, ({ ties }) => ties.remove(back.id))
  return { frank, susan, note, tie }
}

/** What others know that names him. */
export const susanTellsOfFrank = async (here: Workspace, susan: Awaited<ReturnType<typeof here.knows>>) => {
  const lunch = here.note(susan, 'lunch with FRANK   ORTIZ’s sister', { by: ben })
  const hidden = here.note(susan, 'Ortiz, Frank called; write to Frank@Acme.example.', { home: secret })
  const role = here.role(susan, 'aide to Frank Ortiz', 'Frank Ortiz & Sons', { by: ben })
  const promise = here.promise(susan, 'ask @UFRANK01 about it', { by: ben })
  await here.does(ben, async ({ notes, roles, commitments }) => {
    await notes.add(lunch)
    await roles.add(role)
    await commitments.add(promise)
  })
  await here.does(ana, ({ notes }) => notes.add(hidden))
  const edited = await here.does(ben, ({ notes }) =>
    notes.change(lunch.id, { text: 'a long lunch with Frank Ortiz and frank talk' }),
  )
  return { lunch, hidden, role, promise, edited }
}

/** Posts in every state: Frank alone, and Frank with Susan. */
export const frankInPosts = async (here: Workspace, frankId: string, susanId: string) => {
  const claim = { by: 'a', until: '2026-11-20T09:00:30.000Z', now: nine }
  await here.keep(async ({ posts }) => {
    const plan = async (id: string, on: string, people: readonly string[]) => {
      await posts.plan(
        { ...post(id), on },
        people.map((personId) => ({
          ...draft(`${id}-${personId}`, personId),
          reasons: [{ kind: 'quiet' as const, occasion: on }],
        })),
      )
    }
    for (const [n, id] of ['planned', 'claimed', 'sent', 'trying', 'failed'].entries()) {
      await plan(`${id}-alone`, `2026-10-0${n + 1}`, [frankId])
      await plan(`${id}-both`, `2026-10-1${n + 1}`, [frankId, susanId])
    }
    for (const who of ['alone', 'both']) {
      for (const id of ['claimed', 'sent', 'trying', 'failed']) await posts.claim(`${id}-${who}`, claim)
      for (const id of ['sent', 'trying', 'failed']) await posts.attempting(`${id}-${who}`, nine, 'a')
      await posts.sent(`sent-${who}`, { channelId: 'CCUSTOMERS', ts: `${who}.1` })
      await posts.failed(`failed-${who}`, 'cannot_look')
    }
  })
  await here.does(
    ana,
    async ({ notices, places }) => {
      await places.know(customers, 'UTC')
      const notice = { kind: 'hand-over', from: ana, to: ben } as const
      await notices.give(customers, { ...notice, personId: frankId }, at, today)
      await notices.give(customers, { ...notice, personId: susanId }, at, today)
    },
    { kind: 'hand' },
  )
}

type Acted = { readonly id: string; readonly written_by: string }

/** Every row of a workspace, of every table, as text in small letters. */
export const everything = (url: string, { id }: Workspace): Promise<string> =>
  looking(url, async ({ db, dialect }) => {
    const rows: unknown[] = []
    const own = (await dialect.tableNames(db)).filter(
      (name) => !/^(sqlite_|search_fts|personable_|chores|seals|install_states)/.test(name),
    )
    for (const table of own)
      rows.push(...(await sql`select * from ${sql.table(table)} where workspace_id = ${id}`.execute(db)).rows)
    return JSON.stringify(rows).toLowerCase()
  })

/** Every act that stands, the last first. */
export const actsThatStand = (url: string, { id }: Workspace): Promise<readonly Acted[]> =>
  looking(url, ({ db }) => {
    const acts = db.selectFrom('acts').select(['id', 'written_by']).where('workspace_id', '=', id)
    return acts.where('undone_by', 'is', null).where('kind', '<>', 'undo').orderBy('seq', 'desc').execute()
  })

const looking = async <T>(url: string, look: (handle: Handle) => Promise<T>): Promise<T> => {
  const handle = connect(url, 5_000, cipherFor(usual))
  try {
    return await look(handle)
  } finally {
    await handle.db.destroy()
  }
}

export const tracesIn = (text: string): string[] => traces.filter((trace) => text.includes(trace))
