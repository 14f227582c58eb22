import { rejected } from '../app/outcome.js'
import type { ActingStores, Clock, KeepingStores, NewId, Stores, UnitOfWork } from '../app/ports.js'
import type { Act, ActKind } from '../domain/act.js'
import { CopyStore } from './backing-up/copied.js'
import { begin } from './begin-act.js'
import { Books } from './books.js'
import { Bound } from './bound.js'
import { noteKeyIn } from './cipher/key-check.js'
import * as codec from './codec.js'
import { CommitmentStore } from './commitment-store.js'
import { CompanyStore } from './company-store.js'
import { DeskStore } from './desk-store.js'
import type { Handle } from './dialect.js'
import { ForgettingStore } from './forgetting/forgetting-store.js'
import { ToldStore } from './forgetting/told.js'
import { TombstoneStore } from './forgetting/tombstones.js'
import { ImportStore, KeepingImportStore } from './import-store.js'
import { InteractionStore } from './interaction-store.js'
import { JournalStore } from './journal-store.js'
import { KeyDateStore } from './key-date-store.js'
import * as knowledge from './knowledge-codec.js'
import { MarkStore } from './mark-store.js'
import { ActingMergeStore, MergeStore } from './merge-store.js'
import { NewsStore } from './news-store.js'
import { NoteStore } from './note-store.js'
import { NoticeStore } from './notice-store.js'
import { AnsweringNudgeStore, NudgeStore } from './nudge-store.js'
import { OpenQuestionStore } from './open-question-store.js'
import { PersonStore } from './person-store.js'
import { ActingPlaceStore, PlaceStore } from './place-store.js'
import { PostStore } from './post-store.js'
import { Recorder } from './recorder.js'
import { ReversingJournalStore } from './reversing-journal-store.js'
import { roleQuestionCodec, sightingCodec } from './role-change-codec.js'
import { RoleQuestionStore } from './role-question-store.js'
import { RoleStore } from './role-store.js'
import { SearchStore } from './search-store.js'
import { SightingStore } from './sighting-store.js'
import { KeepingSourceStore, SourceStore } from './source-store.js'
import type { Db } from './tables.js'
import { TieStore } from './tie-store.js'
import { inTransaction, type Verdict } from './transaction.js'
import { TroubleStore } from './trouble-store.js'
import { waking } from './turn-store.js'
import { writing } from './writing.js'

/** What was done, and the other teammates who look after somebody whom it touched, or did before. */
export type Acted = {
  readonly workspaceId: string
  readonly kind: ActKind
  readonly owners: readonly string[]
}

export type UnitOfWorkOptions = {
  readonly newId: NewId
  /** Called after each act that was kept. */
  readonly onActed: (acted: Acted) => void
  readonly patienceMs: number
  /** By which turns come; see `Turns`. The machine's until said otherwise. */
  readonly clock?: Clock
}

/** The only place that hands out stores: each set lives in one transaction, bound to one scope. */
export const createUnitOfWork = (handle: Handle, options: UnitOfWorkOptions): UnitOfWork => {
  const { dialect } = handle
  // What is planned must not miss an act that is being kept beside it, nor the act what is being planned: one writer
  // after another in a workspace, over all processes. Those of this one wait without a connection.
  const oneWriter = <T>(workspaceId: string, work: (db: Db) => Promise<Verdict<T>>): Promise<T> =>
    handle.inTurn(workspaceId, options.patienceMs, (leftMs) =>
      inTransaction(handle, 'write', leftMs, async (db) => {
        await dialect.lock(db, `acts of ${workspaceId}`)
        await noteKeyIn(handle, db)
        return waking(db, workspaceId, options.clock, work)
      }),
    )
  return {
    read: (scope, work) =>
      inTransaction(handle, 'read', options.patienceMs, async (db) => ({
        value: await work(readingStores(db, new Bound(db, dialect, scope))),
        keep: true,
      })),

    keep: (scope, work) =>
      oneWriter(scope.workspaceId, async (db) => {
        const bound = new Bound(db, dialect, scope)
        const books = new Books(db, dialect, scope.workspaceId)
        const posts = new PostStore(bound, books)
        const forgetting = new ForgettingStore(db, dialect, scope.workspaceId)
        const sources = new KeepingSourceStore(db, scope.workspaceId)
        const imports = new KeepingImportStore(bound, books)
        const bookkeeping = {
          posts,
          sources,
          imports,
          notices: new NoticeStore(books, options.newId),
          troubles: new TroubleStore(db, scope.workspaceId),
          copies: new CopyStore(db, scope.workspaceId),
          told: new ToldStore(db, books, scope.workspaceId),
          forgetting,
        }
        const stores: KeepingStores = {
          ...readingStores(db, bound),
          ...keepingStores(books),
          ...bookkeeping,
        }
        return { value: await work(stores), keep: true }
      }),

    act: async (scope, draft, work) => {
      let owners: readonly string[] = []
      // Their numbers are the order in which they are kept.
      const outcome = await oneWriter(scope.workspaceId, async (db) => {
        const journalled = await begin(db, scope.workspaceId, draft, options.newId)
        if (journalled === null) return { value: rejected({ reason: 'repeated' }), keep: false }
        const recorder = new Recorder(db, dialect, scope.workspaceId, journalled.seq)
        const stores = actingStores(db, new Bound(db, dialect, scope), recorder, journalled, options.newId)
        const value = await work(stores, journalled)
        if (value.ok) owners = (await recorder.owners()).filter((userId) => userId !== draft.by)
        return { value, keep: value.ok }
      })
      if (outcome.ok) options.onActed({ workspaceId: scope.workspaceId, kind: draft.kind, owners })
      return outcome
    },
  }
}

const readingStores = (db: Db, bound: Bound): Stores => {
  const books = new Books(db, bound.dialect, bound.workspaceId)
  return {
    people: new PersonStore(bound),
    roles: new RoleStore(bound),
    notes: new NoteStore(bound),
    interactions: new InteractionStore(bound),
    news: new NewsStore(bound),
    commitments: new CommitmentStore(bound),
    keyDates: new KeyDateStore(bound),
    openQuestions: new OpenQuestionStore(bound),
    ties: new TieStore(bound),
    sightings: new SightingStore(bound),
    roleQuestions: new RoleQuestionStore(bound),
    companies: new CompanyStore(bound),
    nudges: new NudgeStore(bound),
    search: new SearchStore(bound),
    journal: new JournalStore(bound),
    marks: new MarkStore(bound),
    merges: new MergeStore(bound),
    tombstones: new TombstoneStore(db, bound.dialect, bound.workspaceId),
    imports: new ImportStore(bound),
    sources: new SourceStore(db, bound.workspaceId),
    ...keepingStores(books),
  }
}

const keepingStores = (books: Books) => ({ places: new PlaceStore(books), desk: new DeskStore(books) })

const actingStores = (db: Db, bound: Bound, recorder: Recorder, act: Act, newId: NewId): ActingStores => {
  const books = new Books(db, bound.dialect, bound.workspaceId)
  const people = new PersonStore(bound)
  const roles = new RoleStore(bound)
  const notes = new NoteStore(bound)
  const interactions = new InteractionStore(bound)
  const news = new NewsStore(bound)
  const commitments = new CommitmentStore(bound)
  const keyDates = new KeyDateStore(bound)
  const openQuestions = new OpenQuestionStore(bound)
  const ties = new TieStore(bound)
  const sightings = new SightingStore(bound)
  const roleQuestions = new RoleQuestionStore(bound)
  const marks = new MarkStore(bound)
  return {
    people: Object.assign(
      people,
      writing(recorder, codec.personCodec, (id) => people.get(id)),
    ),
    roles: Object.assign(
      roles,
      writing(recorder, codec.roleCodec, (id) => roles.asWritten(id)),
    ),
    notes: Object.assign(
      notes,
      writing(recorder, codec.noteCodec, (id) => notes.get(id)),
    ),
    interactions: Object.assign(
      interactions,
      writing(recorder, codec.interactionCodec, (id) => interactions.get(id)),
    ),
    news: Object.assign(
      news,
      writing(recorder, codec.newsCodec, (id) => news.get(id)),
    ),
    commitments: Object.assign(
      commitments,
      writing(recorder, knowledge.commitmentCodec, (id) => commitments.get(id)),
    ),
    keyDates: Object.assign(
      keyDates,
      writing(recorder, knowledge.keyDateCodec, (id) => keyDates.get(id)),
    ),
    openQuestions: Object.assign(
      openQuestions,
      writing(recorder, knowledge.openQuestionCodec, (id) => openQuestions.get(id)),
    ),
    ties: Object.assign(
      ties,
      writing(recorder, knowledge.tieCodec, (id) => ties.get(id)),
    ),
    sightings: Object.assign(
      sightings,
      writing(recorder, sightingCodec, (id) => sightings.get(id)),
    ),
    roleQuestions: Object.assign(
      roleQuestions,
      writing(recorder, roleQuestionCodec, (id) => roleQuestions.get(id)),
    ),
    marks: Object.assign(
      marks,
      writing(recorder, codec.markCodec, (id) => marks.get(id)),
    ),
    companies: new CompanyStore(bound),
    merges: new ActingMergeStore(db, bound, recorder),
    nudges: new AnsweringNudgeStore(bound, books, recorder),
    journal: new ReversingJournalStore(db, bound, recorder, act),
    search: new SearchStore(bound),
    places: new ActingPlaceStore(books, recorder),
    notices: new NoticeStore(books, newId),
    desk: new DeskStore(books),
    imports: new KeepingImportStore(bound, books),
    sources: new SourceStore(db, bound.workspaceId),
    tombstones: new TombstoneStore(db, bound.dialect, bound.workspaceId),
    forgetting: new ForgettingStore(db, bound.dialect, bound.workspaceId),
  }
}
