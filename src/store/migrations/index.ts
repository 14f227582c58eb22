import type { Kysely, Migration } from 'kysely'
import type { Dialect } from '../dialect.js'
import { people } from './0001-people.js'
import { entries } from './0002-entries.js'
import { journal } from './0003-journal.js'
import { posts } from './0004-posts.js'
import { desk } from './0005-desk.js'
import { search } from './0006-search.js'
import { wholePerson } from './0007-whole-person.js'
import { settings } from './0008-settings.js'
import { notices } from './0009-notices.js'
import { byTeammate } from './0010-by-teammate.js'
import { prefersFound } from './0011-prefers-found.js'
import { reasonsApart } from './0012-reasons-apart.js'
import { tiesFound } from './0013-ties-found.js'
import { forgetting } from './0014-forgetting.js'
import { merges } from './0015-merges.js'
import { roleChanges } from './0016-role-changes.js'
import { imports } from './0017-imports.js'
import { sources } from './0018-sources.js'
import { seals } from './0019-seals.js'
import { troubles } from './0020-troubles.js'
import { pastRoles } from './0021-past-roles.js'
import { installations } from './0022-installations.js'
import { turns } from './0023-turns.js'
import { importClaims } from './0024-import-claims.js'
import { placeMembers } from './0025-place-members.js'
import { pace } from './0026-pace.js'
import { heard } from './0027-heard.js'
import { quotes } from './0028-quotes.js'
import { personas } from './0029-personas.js'
import { weekAndMindful } from './0030-week-and-mindful.js'
import { minded } from './0031-minded.js'
import { keysByEnding } from './0032-keys-by-ending.js'
import { nameSpellings } from './0033-name-spellings.js'
import { commonWords } from './0034-common-words.js'
import { firstWords } from './0035-first-words.js'
import { namesByKey } from './0036-names-by-key.js'

export type Migrations = Readonly<
  Record<string, (dialect: Dialect) => (db: Kysely<unknown>) => Promise<void>>
>

/** Every change to the schema, in order. Only ever added to: what was released stays as it is. */
export const migrations: Migrations = {
  '0001-people': people,
  '0002-entries': entries,
  '0003-journal': journal,
  '0004-posts': posts,
  '0005-desk': desk,
  '0006-search': search,
  '0007-whole-person': wholePerson,
  '0008-settings': settings,
  '0009-notices': notices,
  '0010-by-teammate': byTeammate,
  '0011-prefers-found': prefersFound,
  '0012-reasons-apart': reasonsApart,
  '0013-ties-found': tiesFound,
  '0014-forgetting': forgetting,
  '0015-merges': merges,
  '0016-role-changes': roleChanges,
  '0017-imports': imports,
  '0018-sources': sources,
  '0019-seals': seals,
  '0020-troubles': troubles,
  '0021-past-roles': pastRoles,
  '0022-installations': installations,
  '0023-turns': turns,
  '0024-fits-0023-import-claims': importClaims,
  '0025-fits-0023-place-members': placeMembers,
  '0026-fits-0023-pace': pace,
  '0027-fits-0023-heard': heard,
  '0028-fits-0023-quotes': quotes,
  '0029-fits-0023-personas': personas,
  '0030-fits-0023-week-and-mindful': weekAndMindful,
  '0031-fits-0023-minded': minded,
  '0032-fits-0023-keys-by-ending': keysByEnding,
  '0033-fits-0023-name-spellings': nameSpellings,
  '0034-fits-0023-common-words': commonWords,
  '0035-fits-0023-first-words': firstWords,
  '0036-fits-0023-names-by-key': namesByKey,
}

/** The migrations as Kysely takes them, for one engine. */
export const migrationsFor = (dialect: Dialect, known: Migrations): Record<string, Migration> =>
  Object.fromEntries(Object.entries(known).map(([name, up]) => [name, { up: up(dialect) }]))
