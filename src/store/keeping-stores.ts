import type { KeepingStores, NewId } from '../app/ports.js'
import { CopyStore } from './backing-up/copied.js'
import { Books } from './books.js'
import type { Bound } from './bound.js'
import { DeskStore } from './desk-store.js'
import { ForgettingStore } from './forgetting/forgetting-store.js'
import { ToldStore } from './forgetting/told.js'
import { KeepingImportStore } from './import-store.js'
import { MindingStore } from './minding-store.js'
import { NoticeStore } from './notice-store.js'
import { PlaceStore } from './place-store.js'
import { PostStore } from './post-store.js'
import { readingStores } from './reading-stores.js'
import { KeepingSourceStore } from './source-store.js'
import type { Db } from './tables.js'
import { TroubleStore } from './trouble-store.js'
import { WeekStore } from './week-store.js'

/** The bot's own bookkeeping, which nobody takes back. */
export const keepingStores = (db: Db, bound: Bound, newId: NewId): KeepingStores => {
  const { dialect, workspaceId } = bound
  const books = new Books(db, dialect, workspaceId)
  return {
    ...readingStores(db, bound),
    places: new PlaceStore(books),
    desk: new DeskStore(books),
    imports: new KeepingImportStore(bound, books),
    sources: new KeepingSourceStore(db, workspaceId),
    notices: new NoticeStore(books, newId),
    troubles: new TroubleStore(db, dialect, workspaceId),
    weeks: new WeekStore(bound, books),
    copies: new CopyStore(db, workspaceId),
    minding: new MindingStore(db, workspaceId),
    posts: new PostStore(bound, books),
    told: new ToldStore(db, books, workspaceId),
    forgetting: new ForgettingStore(db, dialect, workspaceId),
  }
}
