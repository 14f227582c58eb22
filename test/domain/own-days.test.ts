import { describe, expect, it } from 'vitest'
import { channelHome } from '../../src/domain/audience.js'
import type { KeyDate } from '../../src/domain/key-date.js'
import { ownAnniversary, ownBirthday } from '../../src/domain/own-days.js'

const day = (text: string, given: Partial<KeyDate> = {}): KeyDate => ({
  id: text,
  personId: 'p1',
  home: channelHome('C1'),
  by: 'U1',
  at: '2026-11-20T15:00:00.000Z',
  on: '2026-11-20',
  kind: 'date',
  text,
  monthDay: '03-14',
  year: null,
  yearly: true,
  ...given,
})

describe("somebody's own birthday", () => {
  it.each(['birthday', 'Birthday!', 'his birthday', 'Her own birth-day', 'b-day', 'date of birth', 'born'])(
    'is meant by “%s”',
    (text) => expect(ownBirthday([day('renewal'), day(text)])).toEqual({ monthDay: '03-14', year: null }),
  )
  it.each(["daughter's birthday", 'birthday party', 'birthday of Susan', 'name day', ''])(
    'is not meant by “%s”',
    (text) => expect(ownBirthday([day(text)])).toBeNull(),
  )
  it('has its year when that has passed', () => {
    expect(ownBirthday([day('birthday', { year: 1971 })])).toEqual({ monthDay: '03-14', year: 1971 })
    expect(ownBirthday([day('birthday', { year: 2027 })])).toEqual({ monthDay: '03-14', year: null })
  })
  it('is a day of each year, and no trigger', () => {
    expect(ownBirthday([day('birthday', { yearly: false, year: 2027 })])).toBeNull()
    expect(ownBirthday([day('birthday', { kind: 'trigger' })])).toBeNull()
  })
})

describe('the day somebody married', () => {
  it.each(['anniversary', 'wedding anniversary', 'Their wedding', 'wedding day'])(
    'is meant by “%s”',
    (text) => expect(ownAnniversary([day(text)])).toEqual({ monthDay: '03-14', year: null }),
  )
  it.each(["the company's anniversary", 'work anniversary', 'anniversary of the plant'])(
    'is not meant by “%s”',
    (text) => expect(ownAnniversary([day(text)])).toBeNull(),
  )
})
