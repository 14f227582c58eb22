import type { Compilable } from 'kysely'
import { describe, it } from 'vitest'
import type { Bound } from '../../src/store/bound.js'
import {
  contactsAmongQuery,
  notesAmongQuery,
  wordsOfContactsQuery,
  wordsOfNotesQuery,
} from '../../src/store/jottings.js'
import { emptySqlite, expectSteps } from '../support/query-plan.js'

describe('what was typed in the same words is found by index', () => {
  const { bound, planOf } = emptySqlite()

  it.each<[string, (bound: Bound) => Compilable, RegExp]>([
    [
      'notes that a teammate typed today',
      (bound) => wordsOfNotesQuery(bound, 'U1', '2026-11-20T06:00:00.000Z'),
      /notes_by_teammate \(workspace_id=\? AND written_by=\? AND written_at>\?\)/,
    ],
    [
      'contacts that a teammate logged today',
      (bound) => wordsOfContactsQuery(bound, 'U1', '2026-11-20T06:00:00.000Z'),
      /interactions_by_teammate \(workspace_id=\? AND written_by=\? AND written_at>\?\)/,
    ],
    [
      'notes with the same words',
      (bound) => notesAmongQuery(bound, ['n1', 'n2']),
      /SEARCH e USING .*\(workspace_id=\? AND id=\?\)/,
    ],
    [
      'contacts with the same words',
      (bound) => contactsAmongQuery(bound, ['i1', 'i2']),
      /SEARCH e USING .*\(workspace_id=\? AND id=\?\)/,
    ],
  ])('%s', async (_name, query, expected) => {
    expectSteps(await planOf(query(bound())), expected)
  })
})
