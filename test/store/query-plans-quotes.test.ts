import type { Compilable } from 'kysely'
import { describe, it } from 'vitest'
import type { Bound } from '../../src/store/bound.js'
import { aboutQuery, namesQuery, ofNotesQuery } from '../../src/store/quote-store.js'
import { emptySqlite, expectSteps } from '../support/query-plan.js'

const page = { limit: 9, offset: 0 }

describe('SQLite answers from its indexes, of what may be quoted,', () => {
  const { bound, planOf } = emptySqlite()

  it.each<[string, (bound: Bound) => Compilable, readonly RegExp[]]>([
    [
      'what was said about something: by the words of quotes alone, in the order of the index',
      (bound) => aboutQuery(bound, ['light', 'cold'], page),
      [/SCAN f VIRTUAL TABLE/, /SEARCH n USING INDEX sqlite_autoindex_notes_1 \(workspace_id=\? AND id=\?\)/],
    ],
    [
      'the quotes of some notes',
      (bound) => ofNotesQuery(bound, ['n1', 'n2']),
      [/SEARCH n USING INDEX sqlite_autoindex_notes_1 \(workspace_id=\? AND id=\?\)/],
    ],
    ...(['asker', 'anybody'] as const).map(
      (knownTo): [string, (bound: Bound) => Compilable, readonly RegExp[]] => [
        `which words are names to ${knownTo}: each by itself`,
        (bound) => namesQuery(bound, ['frank', 'acme'], knownTo),
        [
          /SEARCH k USING (?:COVERING )?INDEX \S+ \(workspace_id=\? AND key=\? AND kind=\?\)/,
          /SEARCH k USING (?:COVERING )?INDEX \S+ \(workspace_id=\? AND key>\? AND key<\?\)/,
          /SEARCH e USING (?:COVERING )?INDEX roles_at_company \(workspace_id=\? AND company_key=\?\)/,
          /SEARCH e USING (?:COVERING )?INDEX roles_at_company \(workspace_id=\? AND company_key>\? AND company_key<\?\)/,
        ],
      ],
    ),
  ])('%s', async (_name, query, expected) => {
    const plan = await planOf(query(bound()))
    expectSteps(plan, ...expected)
  })
})
