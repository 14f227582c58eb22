import { expect, it } from 'vitest'
import { markOf } from '../../src/hooks/marks.js'

it('a mark is the same for the same words and secret alone, and says until when it is kept', () => {
  const parts = ['people', 'frank@acme.example', null]
  const mark = markOf('a secret of the source', parts, Date.parse('2026-11-25T00:00:00.000Z'))
  expect(mark.until).toBe('2026-11-25T00:00:00.000Z')
  expect(markOf('a secret of the source', parts, 0).mark).toBe(mark.mark)
  expect(markOf('a secret of the source', ['people', 'frank@acme.example', ''], 0).mark).not.toBe(mark.mark)
  // Whoever reads the database cannot try names until one fits.
  expect(markOf('another secret', parts, 0).mark).not.toBe(mark.mark)
})
