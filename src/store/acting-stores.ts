import type { ActingStores, NewId } from '../app/ports.js'
import type { Act } from '../domain/act.js'
import { Books } from './books.js'
import type { Bound } from './bound.js'
import * as codec from './codec.js'
import { CommitmentStore } from './commitment-store.js'
import { DeskStore } from './desk-store.js'
import { ForgettingStore } from './forgetting/forgetting-store.js'
import { KeepingImportStore } from './import-store.js'
import { InteractionStore } from './interaction-store.js'
import { KeyDateStore } from './key-date-store.js'
import * as knowledge from './knowledge-codec.js'
import { MarkStore } from './mark-store.js'
import { ActingMergeStore } from './merge-store.js'
import { ActingMindingStore } from './minding-store.js'
import { NewsStore } from './news-store.js'
import { NoteStore } from './note-store.js'
import { NoticeStore } from './notice-store.js'
import { AnsweringNudgeStore } from './nudge-store.js'
import { OpenQuestionStore } from './open-question-store.js'
import { PersonStore } from './person-store.js'
import * as sketch from './persona-codec.js'
import { KeepingClaimStore, KeepingTrialStore, PersonaStore } from './persona-store.js'
import { ActingPlaceStore } from './place-store.js'
import { ActingQuoteStore } from './quote-store.js'
import { readingStores } from './reading-stores.js'
import type { Recorder } from './recorder.js'
import { ReversingJournalStore } from './reversing-journal-store.js'
import { roleQuestionCodec, sightingCodec } from './role-change-codec.js'
import { RoleQuestionStore } from './role-question-store.js'
import { RoleStore } from './role-store.js'
import { SightingStore } from './sighting-store.js'
import type { Db } from './tables.js'
import { TieStore } from './tie-store.js'
import { writable } from './writable.js'

/** What an act changes, each change written down by its recorder. */
export const actingStores = (
  db: Db,
  bound: Bound,
  recorder: Recorder,
  act: Act,
  newId: NewId,
): ActingStores => {
  const { dialect, workspaceId } = bound
  const books = new Books(db, dialect, workspaceId)
  const roles = new RoleStore(bound)
  return {
    ...readingStores(db, bound),
    people: writable(recorder, codec.personCodec, new PersonStore(bound)),
    roles: writable(recorder, codec.roleCodec, roles, (id) => roles.asWritten(id)),
    notes: writable(recorder, codec.noteCodec, new NoteStore(bound)),
    interactions: writable(recorder, codec.interactionCodec, new InteractionStore(bound)),
    news: writable(recorder, codec.newsCodec, new NewsStore(bound)),
    commitments: writable(recorder, knowledge.commitmentCodec, new CommitmentStore(bound)),
    keyDates: writable(recorder, knowledge.keyDateCodec, new KeyDateStore(bound)),
    openQuestions: writable(recorder, knowledge.openQuestionCodec, new OpenQuestionStore(bound)),
    ties: writable(recorder, knowledge.tieCodec, new TieStore(bound)),
    sightings: writable(recorder, sightingCodec, new SightingStore(bound)),
    roleQuestions: writable(recorder, roleQuestionCodec, new RoleQuestionStore(bound)),
    marks: writable(recorder, codec.markCodec, new MarkStore(bound)),
    personas: writable(recorder, sketch.personaCodec, new PersonaStore(bound)),
    personaClaims: writable(recorder, sketch.personaClaimCodec, new KeepingClaimStore(bound, recorder)),
    trials: writable(recorder, sketch.trialCodec, new KeepingTrialStore(bound, recorder)),
    merges: new ActingMergeStore(db, bound, recorder),
    quotes: new ActingQuoteStore(bound, recorder),
    nudges: new AnsweringNudgeStore(bound, books, recorder),
    journal: new ReversingJournalStore(db, bound, recorder, act),
    places: new ActingPlaceStore(books, recorder),
    minding: new ActingMindingStore(db, workspaceId, recorder),
    notices: new NoticeStore(books, newId),
    desk: new DeskStore(books),
    imports: new KeepingImportStore(bound, books),
    forgetting: new ForgettingStore(db, dialect, workspaceId),
  }
}
