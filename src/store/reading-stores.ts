import type { Stores } from '../app/ports.js'
import { AcquaintanceStore } from './acquaintance-store.js'
import { Books } from './books.js'
import type { Bound } from './bound.js'
import { CommitmentStore } from './commitment-store.js'
import { CompanyStore } from './company-store.js'
import { DeskStore } from './desk-store.js'
import { TombstoneStore } from './forgetting/tombstones.js'
import { ImportStore } from './import-store.js'
import { InteractionStore } from './interaction-store.js'
import { JournalStore } from './journal-store.js'
import { KeyDateStore } from './key-date-store.js'
import { LatelyStore } from './lately-store.js'
import { MarkStore } from './mark-store.js'
import { MergeStore } from './merge-store.js'
import { MindingStore } from './minding-store.js'
import { NewsStore } from './news-store.js'
import { NoteStore } from './note-store.js'
import { NudgeStore } from './nudge-store.js'
import { OpenQuestionStore } from './open-question-store.js'
import { PersonStore } from './person-store.js'
import { PersonaClaimStore, PersonaStore, TrialStore } from './persona-store.js'
import { PlaceStore } from './place-store.js'
import { QuoteStore } from './quote-store.js'
import { RoleQuestionStore } from './role-question-store.js'
import { RoleStore } from './role-store.js'
import { SearchStore } from './search-store.js'
import { SightingStore } from './sighting-store.js'
import { SourceStore } from './source-store.js'
import type { Db } from './tables.js'
import { TieStore } from './tie-store.js'

/** What everybody who works on a workspace reads from, as far as `bound` lets them. */
export const readingStores = (db: Db, bound: Bound): Stores => {
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
    acquaintances: new AcquaintanceStore(bound),
    nudges: new NudgeStore(bound),
    search: new SearchStore(bound),
    journal: new JournalStore(bound),
    marks: new MarkStore(bound),
    personas: new PersonaStore(bound),
    personaClaims: new PersonaClaimStore(bound),
    trials: new TrialStore(bound),
    merges: new MergeStore(bound),
    tombstones: new TombstoneStore(db, bound.dialect, bound.workspaceId),
    imports: new ImportStore(bound),
    sources: new SourceStore(db, bound.workspaceId),
    minding: new MindingStore(db, bound.workspaceId),
    quotes: new QuoteStore(bound),
    lately: new LatelyStore(bound),
    places: new PlaceStore(books),
    desk: new DeskStore(books),
  }
}
