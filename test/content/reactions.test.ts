import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadReactions, meaningOf } from '../../src/content/reactions.js'

describe('the reactions that log something', () => {
  test('are these ten and no others', () => {
    expect([...loadReactions()]).toEqual([
      ['telephone_receiver', 'called'],
      ['envelope', 'emailed'],
      ['email', 'emailed'],
      ['e-mail', 'emailed'],
      ['coffee', 'met'],
      ['handshake', 'met'],
      ['speech_balloon', 'messaged'],
      ['ear', 'heard'],
      ['memo', 'note'],
      ['pencil', 'note'],
    ])
  })

  test.each([
    ['ear', 'heard'],
    ['ear::skin-tone-3', 'heard'],
    ['handshake::skin-tone-2::skin-tone-6', 'met'],
    ['thumbsup', undefined],
    ['thumbsup::skin-tone-3', undefined],
    ['skin-tone-3', undefined],
    ['ear_of_rice', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('read %j as %s', (name, meaning) => {
    expect(meaningOf(loadReactions(), name)).toBe(meaning)
  })
})

describe('a list of reactions that somebody edited', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reactions-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const load = (content: unknown): ReturnType<typeof loadReactions> => {
    const path = join(folder, 'reactions.json')
    writeFileSync(path, JSON.stringify(content))
    return loadReactions(pathToFileURL(path))
  }

  test('may have other emoji', () => {
    expect(meaningOf(load({ fax: 'messaged' }), 'fax')).toBe('messaged')
  })

  test.each([
    [
      'an unknown meaning',
      { ear: 'heard', tea: 'drank' },
      /reactions\.json: "tea": must be one of met, called/,
    ],
    ['colons', { ':ear:': 'heard' }, /reactions\.json: ":ear:": must be an emoji name without colons/],
    ['a list', ['ear'], /reactions\.json: the whole file: /],
  ])('is refused for %s, naming the file and the entry', (_fault, content, message) => {
    expect(() => load(content)).toThrow(message)
  })
})
