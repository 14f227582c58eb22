import { expect, it } from 'vitest'
import { facesShown } from '../../src/domain/faces.js'

const people = (count: number, offstage = false, spoken = true) =>
  Array.from({ length: count }, (_, n) => ({
    personId: `${offstage ? 'offstage' : 'met'} ${n}`,
    offstage,
    spoken,
  }))

it('a picture shows forty at most: those met before those offstage, those tied before the others', () => {
  const all = [...people(30, true), ...people(30)]
  const ties = [
    { personId: 'met 29', otherId: 'met 7' },
    { personId: 'offstage 20', otherId: 'met 7' },
    // Somebody who is not there ties nobody.
    { personId: 'met 3', otherId: 'somebody else' },
  ]
  const shown = facesShown(all, ties).map(({ personId }) => personId)
  expect(shown).toHaveLength(40)
  expect(shown.slice(0, 3)).toEqual(['met 7', 'met 29', 'met 0'])
  expect(shown.filter((id) => id.startsWith('met'))).toHaveLength(30)
  expect(shown.slice(30, 32)).toEqual(['offstage 20', 'offstage 0'])
})

it('whoever is offstage has a place, however many were met', () => {
  const shownOf = (offstage: number) => facesShown([...people(300), ...people(offstage, true)], [])
  expect(shownOf(0).filter(({ offstage }) => !offstage)).toHaveLength(40)
  expect(shownOf(1).at(-1)?.personId).toBe('offstage 0')
  expect(shownOf(1)).toHaveLength(40)
  expect(shownOf(30).filter(({ offstage }) => offstage)).toHaveLength(8)
})

it('who was spoken to comes before who was not', () => {
  const [one, other] = [people(1, false, false), people(2).slice(1)]
  expect(facesShown([...one, ...other], []).map(({ personId }) => personId)).toEqual(['met 1', 'met 0'])
})
