import { act } from '../../src/app/acting.js'
import type { Asker } from '../../src/app/asker.js'
import { commit } from '../../src/app/commitments/commit.js'
import type { EntryRef } from '../../src/app/entries/entry.js'
import { removeEntry } from '../../src/app/entries/remove-entry.js'
import { widen } from '../../src/app/entries/widen.js'
import { logContact } from '../../src/app/interactions/log-contact.js'
import { mergePeople } from '../../src/app/merges/merge-people.js'
import { unmergePeople } from '../../src/app/merges/unmerge-people.js'
import { keepNote } from '../../src/app/notes/keep-note.js'
import { ok } from '../../src/app/outcome.js'
import { changeHome } from '../../src/app/people/change-home.js'
import { handOver } from '../../src/app/people/hand-over.js'
import { introduce } from '../../src/app/people/introduce.js'
import { prefer } from '../../src/app/people/prefer.js'
import { answerQuestion } from '../../src/app/questions/answer-question.js'
import { ask } from '../../src/app/questions/ask.js'
import { hear } from '../../src/app/role-changes/hear.js'
import { leaveRole } from '../../src/app/roles/leave-role.js'
import { takeRole } from '../../src/app/roles/take-role.js'
import { takeBack } from '../../src/app/take-back.js'
import { tiePeople } from '../../src/app/ties/tie-people.js'
import { imported } from '../app/file-of-contacts.js'
import { everything, type Office } from '../app/office.js'

export const teammates = ['UANA', 'UBEN', 'UCAS'] as const
/** Public; private, of Ana and Ben; private, of Ben and Cas; null is whoever's DM. */
export const places = ['CUSTOMERS', 'QUIET', 'DEN', null] as const

/** What has come of it so far. */
export type Known = {
  readonly people: string[]
  readonly entries: { readonly personId: string; readonly ref: EntryRef }[]
  readonly questions: string[]
}
export type Doing = {
  readonly office: Office
  readonly asker: Asker
  readonly known: Known
  readonly personId: string
  readonly otherId: string
  readonly other: (typeof teammates)[number]
  readonly place: string | null
  readonly pick: number
  /** A new word each time. */
  readonly fresh: () => string
}

/** A new person, remembered. */
const add = async ({ office, asker, known, fresh }: Doing): Promise<void> => {
  const role = { title: fresh(), company: fresh() }
  const given = { name: `${fresh()} ${fresh()}`, addresses: [`${fresh()}@x.example`] }
  const nobodyElse = { slackUserId: null, offstage: false }
  const done = await introduce(office, asker, { ...given, ...role, ...nobodyElse }, true)
  if (done.ok && done.value.kind === 'introduced') known.people.push(done.value.person.id)
}

const kept = ({ known, personId }: Doing, ref: EntryRef): void => void known.entries.push({ personId, ref })
const entryOf = ({ known, pick }: Doing) => known.entries[pick % Math.max(1, known.entries.length)]

/** Everything that teammates do, by name. `widens`: what may show something to more people than saw it. */
export const deeds = {
  add: { widens: false, go: add },
  note: {
    widens: false,
    go: async (doing: Doing) => {
      const { office, asker, personId, fresh } = doing
      const done = await keepNote(office, asker, personId, 'note', fresh())
      if (done.ok) kept(doing, { kind: 'note', id: done.value.note.id })
    },
  },
  met: {
    widens: false,
    go: async (doing: Doing) => {
      const { office, asker, personId, fresh } = doing
      const contact = { personId, kind: 'met', on: '2026-11-20', text: `${fresh()} “${fresh()}”` } as const
      const done = await logContact(office, asker, contact)
      if (done.ok) kept(doing, { kind: 'interaction', id: done.value.interaction.id })
    },
  },
  role: {
    widens: false,
    go: async (doing: Doing) => {
      const { office, asker, personId, fresh, pick } = doing
      const role = { title: fresh(), company: pick % 2 === 0 ? null : fresh(), sinceOn: null }
      const done = await takeRole(office, asker, { personId, ...role, also: pick % 3 === 0 })
      if (done.ok) kept(doing, { kind: 'role', id: done.value.role.id })
    },
  },
  left: {
    widens: false,
    go: async ({ office, asker, personId }: Doing) => {
      await leaveRole(office, asker, { personId, company: null, on: null })
    },
  },
  promise: {
    widens: false,
    go: async (doing: Doing) => {
      const { office, asker, personId, fresh } = doing
      const done = await commit(office, asker, { personId, kind: 'promise', text: fresh(), dueOn: null })
      if (done.ok) kept(doing, { kind: 'commitment', id: done.value.commitment.id })
    },
  },
  ask: {
    widens: false,
    go: async (doing: Doing) => {
      const { office, asker, personId, fresh, known } = doing
      const done = await ask(office, asker, personId, fresh())
      if (!done.ok) return
      known.questions.push(done.value.question.id)
      kept(doing, { kind: 'question', id: done.value.question.id })
    },
  },
  answer: {
    widens: false,
    go: async ({ office, asker, known, pick, fresh }: Doing) => {
      const id = known.questions[pick % Math.max(1, known.questions.length)]
      if (id !== undefined) await answerQuestion(office, asker, id, fresh())
    },
  },
  tie: {
    widens: false,
    go: async (doing: Doing) => {
      const { office, asker, personId, otherId } = doing
      const done = await tiePeople(office, asker, { personId, kind: 'reports to', otherId })
      if (done.ok) kept(doing, { kind: 'tie', id: done.value.tie.id })
    },
  },
  prefer: {
    widens: false,
    go: async ({ office, asker, personId, fresh }: Doing) => {
      await prefer(office, asker, personId, fresh())
    },
  },
  hand: {
    widens: false,
    go: async ({ office, asker, personId, other }: Doing) => {
      await handOver(office, asker, personId, other)
    },
  },
  merge: {
    widens: false,
    go: async ({ office, asker, personId, otherId }: Doing) => {
      await mergePeople(office, asker, { firstId: personId, secondId: otherId }, false)
    },
  },
  tellMerged: {
    widens: true,
    go: async ({ office, asker, personId, otherId }: Doing) => {
      await mergePeople(office, asker, { firstId: personId, secondId: otherId }, true)
    },
  },
  unmerge: {
    widens: false,
    go: async ({ office, asker, personId }: Doing) => {
      const [last] = await office.uow.read(everything, ({ merges }) => merges.of(personId))
      if (last !== undefined) await unmergePeople(office, asker, last.id, [])
    },
  },
  remove: {
    widens: false,
    go: async (doing: Doing) => {
      const entry = entryOf(doing)
      if (entry !== undefined) await removeEntry(doing.office, doing.asker, entry.personId, entry.ref)
    },
  },
  import: {
    widens: false,
    go: async ({ office, asker, fresh }: Doing) => {
      const row = { name: `${fresh()} ${fresh()}`, title: fresh(), company: fresh(), note: fresh() }
      await imported(office, asker, [row]).catch(() => {})
    },
  },
  hear: {
    widens: false,
    go: async ({ office, asker, personId, fresh, pick }: Doing) => {
      const { userId: by, at, today } = asker
      const whose = { personId, home: asker.place.home, by, at, today, observedAt: at, key: personId }
      const said = { title: fresh(), company: fresh(), words: fresh() }
      const sure = pick % 2 === 0 ? 'ask' : 'certain'
      const how = { source: `linkedin:${by}`, baseline: 'known', sure } as const
      await act(office, asker, 'heard-role', personId, async (stores) =>
        (await stores.people.get(personId)) === null
          ? { ok: false, why: { reason: 'person-gone' } }
          : ok(await hear(stores, office, { ...whose, ...said, ...how })),
      )
    },
  },
  home: {
    widens: true,
    go: async ({ office, asker, personId, place }: Doing) => {
      if (place !== null) await changeHome(office, asker, personId, place)
    },
  },
  widen: {
    widens: true,
    go: async (doing: Doing) => {
      const entry = entryOf(doing)
      if (entry !== undefined) await widen(doing.office, doing.asker, entry.ref)
    },
  },
  undo: {
    widens: true,
    go: async ({ office, asker }: Doing) => {
      await takeBack(office, asker, null)
    },
  },
} as const satisfies Record<
  string,
  { readonly widens: boolean; readonly go: (doing: Doing) => Promise<void> }
>
export type DeedName = keyof typeof deeds
