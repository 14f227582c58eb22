import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { personDocument, personJson } from '../../src/documents/person-json.js'
import { shapes } from '../../src/documents/shapes.js'
import { exportOf, noteOf, personOf, roleOf, triedOf } from './known.js'

it('holds everything in the shape that it promises, in one order', () => {
  const known = exportOf({
    person: personOf({ prefers: 'a call' }),
    roles: [roleOf({})],
    notes: [noteOf({ text: 'a\u2028b </script>' })],
    tried: [triedOf({ holds: false })],
    people: new Map([['p2', 'Susan Lee']]),
  })
  const text = personJson(known)
  const read = personDocument.parse(JSON.parse(text))
  expect(read).toMatchObject({
    format: 'personable-person',
    version: 3,
    person: { ...known.dossier.person },
    tried: [{ claim: 'price comes first', holds: false }],
    notes: [{ text: 'a\u2028b </script>' }],
    people: { p2: 'Susan Lee' },
  })
  expect(personJson(known)).toBe(text)
})

it('is described in docs/export.schema.json as it is', () => {
  const file = new URL('../../docs/export.schema.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(z.toJSONSchema(personDocument))
})

it('every kind of thing in an archive, and every field of it, is named in docs/export.md', () => {
  const page = readFileSync(new URL('../../docs/export.md', import.meta.url), 'utf8')
  for (const [kind, shape] of Object.entries(shapes)) {
    const [row = ''] = page.match(new RegExp(`^\\| \`${kind}\`.*$`, 'm')) ?? []
    for (const field of Object.keys(shape))
      expect(`${row} ${common}`, `${kind}.${field}`).toContain(`\`${field}\``)
  }
})
const common = '`id` `personId` `home` `by` `at`'
