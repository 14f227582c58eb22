import { randomUUID } from 'node:crypto'
import type { Forgetting, Gone } from '../../app/ports/forgetting.js'
import { type Aliases, needlesFor } from '../../domain/mentions.js'
import { addressKey } from '../../domain/names.js'
import { keyOf } from '../derived.js'
import type { Dialect } from '../dialect.js'
import { askAllIn } from '../open-home-store.js'
import { forgetOwed } from '../owed-store.js'
import type { Db } from '../tables.js'
import { aliasesOf, oneAndMerged } from './aliases.js'
import { tellingAlone } from './alone.js'
import { forgetDrafts } from './drafts.js'
import { forgetImportRows } from './import-rows.js'
import { forgetInJournal } from './journal.js'
import { forgetMentions, namesakesOf } from './mentions.js'
import { placesKeptFor } from './places-kept.js'
import { claimsNoLongerShown, forgetPosts, noLongerShown } from './posts.js'
import { removeRows, rowsAbout } from './rows.js'
import { forgetSourceWords } from './source-words.js'
import { noteGaps, tidyChore } from './tidying.js'
import { retractTold } from './told.js'
import { putTombstones, recordsOf } from './tombstones.js'

const nobody: Gone = {
  people: 0,
  notes: 0,
  contacts: 0,
  commitments: 0,
  dates: 0,
  questions: 0,
  ties: 0,
  roles: 0,
  said: 0,
  nudges: 0,
  mentions: 0,
}

const noAliases: Aliases = { names: [], addresses: [], slackUserIds: [] }

/** Forgets inside one transaction; what the engine keeps beside the rows is tidied after it (see `tidy`). */
export class ForgettingStore implements Forgetting {
  readonly #db: Db
  readonly #dialect: Dialect
  readonly #workspaceId: string

  constructor(db: Db, dialect: Dialect, workspaceId: string) {
    this.#db = db
    this.#dialect = dialect
    this.#workspaceId = workspaceId
  }

  person(personId: string): Promise<Gone> {
    return this.#people([personId])
  }

  async address(address: string): Promise<Gone> {
    const reached = await this.#db
      .selectFrom('person_keys')
      .select('person_id')
      .distinct()
      .where('workspace_id', '=', this.#workspaceId)
      .where('kind', '=', 'address')
      .where('key', '=', keyOf(addressKey(address)))
      .execute()
    const gone = await this.#people(reached.map((row) => row.person_id))
    // Where nobody has it, it may still be written down about others.
    const alone = { names: [], addresses: [address], slackUserIds: [] }
    return sum(gone, await this.#forget([], alone))
  }

  async #people(personIds: readonly string[]): Promise<Gone> {
    const [db, dialect, workspaceId] = [this.#db, this.#dialect, this.#workspaceId]
    const ids: string[] = []
    for (const personId of personIds) ids.push(...(await oneAndMerged(db, dialect, workspaceId, personId)))
    return this.#forget(ids, await aliasesOf(db, dialect, workspaceId, ids))
  }

  async #forget(theirs: readonly string[], aliases: Aliases): Promise<Gone> {
    const [db, dialect, workspaceId] = [this.#db, this.#dialect, this.#workspaceId]
    const needles = needlesFor(aliases)
    const kept = await placesKeptFor(db, dialect, workspaceId, theirs)
    const ids = [...theirs, ...kept]
    await putTombstones(db, workspaceId, aliases, await recordsOf(db, dialect, workspaceId, theirs))
    await forgetSourceWords(db, dialect, workspaceId, { ids, needles })
    const rowIds = await rowsAbout(db, dialect, workspaceId, ids)
    const nudges = await forgetPosts(db, dialect, workspaceId, ids)
    await retractTold(db, dialect, workspaceId, { ids, aliases })
    const { counts, tiedTo } = await removeRows(db, dialect, workspaceId, theirs)
    await removeRows(db, dialect, workspaceId, kept)
    // Whole names first: what they leave is by itself.
    const all = [...needles, ...(await tellingAlone(db, dialect, workspaceId, aliases))]
    const finding = { needles: all, namesakes: await namesakesOf(db, dialect, workspaceId, needles) }
    await forgetInJournal(db, dialect, workspaceId, { ids, rowIds, ...finding })
    const mentioned = await forgetMentions(db, dialect, workspaceId, finding)
    await noLongerShown(db, dialect, workspaceId, [...new Set([...tiedTo, ...mentioned.personIds])])
    if (all.length > 0) await claimsNoLongerShown(db, workspaceId, mentioned.sketchIds)
    // An answer about them showed a first or last name, by which it is not known whom else it told of.
    await retractTold(db, dialect, workspaceId, { ids: mentioned.byOneName, aliases: noAliases })
    await forgetDrafts(db, workspaceId, { ids, needles: all })
    await forgetOwed(db, workspaceId, all)
    await forgetImportRows(db, workspaceId, { ids, needles })
    await askAllIn(db, workspaceId)
    await noteGaps(db, workspaceId)
    await tidyChore(db, randomUUID())
    return { ...nobody, ...counts, nudges, mentions: mentioned.entries }
  }
}

const sum = (a: Gone, b: Gone): Gone => ({
  people: a.people + b.people,
  notes: a.notes + b.notes,
  contacts: a.contacts + b.contacts,
  commitments: a.commitments + b.commitments,
  dates: a.dates + b.dates,
  questions: a.questions + b.questions,
  ties: a.ties + b.ties,
  roles: a.roles + b.roles,
  said: a.said + b.said,
  nudges: a.nudges + b.nudges,
  mentions: a.mentions + b.mentions,
})
