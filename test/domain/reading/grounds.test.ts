import { describe, expect, it } from 'vitest'
import type { Account } from '../../../src/domain/common-ground.js'
import { groundsIn } from '../../../src/domain/reading/grounds.js'

const read = (text: string, kind: Account['kind'] = 'note', name = 'Frank Ortiz') =>
  groundsIn({ text, kind }, name).map(({ kind, name, region }) =>
    [kind, name, ...(region === '' ? [] : [region])].join(' '),
  )

describe('a note about somebody tells', () => {
  it.each<[string, ...string[]]>([
    ['lives in Leeds', 'town Leeds'],
    ['Lives in Leeds now, plays chess', 'town Leeds', 'pastime chess'],
    ['Frank lives in Stratford upon Avon with his wife', 'town Stratford upon Avon'],
    ["he's originally from Ohio", 'town Ohio'],
    ['from Ohio', 'town Ohio'],
    ['grew up in New York, loves jazz and the old cars', 'town New York', 'pastime jazz'],
    ['was born in Köln and is into bouldering', 'town Köln', 'pastime bouldering'],
    ['moved to Leeds in spring', 'town Leeds'],
    ['lives in leeds', 'town leeds'],
    ['lives in Columbus, Ohio, and plays chess', 'town Columbus ohio', 'pastime chess'],
    ['walked the plant; he lives in Leeds', 'town Leeds'],
    ['Frank’s a big fan of ice hockey', 'pastime ice hockey'],
    ['an avid golf player', 'pastime golf'],
    ['loves jazz #feeling', 'pastime jazz'],
    ['runs marathons in the rain', 'pastime marathons'],
    ['studied law at Ohio State', 'school Ohio State'],
    ['his daughter starts at Ohio State', 'school Ohio State'],
    ['Lunch with Ken. Frank plays chess', 'pastime chess'],
  ])('“%s”', (text, ...grounds) => {
    expect(read(text)).toEqual(grounds)
  })

  it.each([
    'does not live in Leeds',
    "doesn't live in Leeds any more",
    'wants to move to Leeds',
    'would love to live in Leeds',
    'maybe lives in Leeds',
    'lives in Leeds or York',
    'lives in Leeds?',
    'no longer plays chess',
    'moved to Sales',
    'moved to Monday',
    'lives in the north',
    'lives in constant fear of the audit',
    'lives in Germany',
    "lives in Susan's flat",
    'moved to Building 7',
    'moved to the Leeds office',
    'moved to Leeds plant',
    'loves our product',
    'loves running the plant',
    'likes golf days',
    'plays hardball',
    'plays a part in it',
    'I love jazz',
    'his wife lives in Leeds',
    'his wife is from Ohio and plays chess',
    'met his wife. She plays chess',
    'met his wife. Plays chess',
    'lives with his boss, who plays chess',
    'Lunch with Ken. He plays chess',
    'Ken plays chess and lives in Leeds',
    'said “I live in Leeds” and laughed',
    'his daughter is a nurse in Leeds',
    '',
    '…',
  ])('nothing by “%s”', (text) => {
    expect(read(text)).toEqual([])
  })

  it('of a child nothing that goes on as if it were theirs', () => {
    expect(read('his daughter starts at Ohio State and plays chess. Plays tennis.')).toEqual([
      'school Ohio State',
    ])
    expect(read('my daughter starts at Ohio State and plays chess', 'heard')).toEqual(['school Ohio State'])
  })

  it('the whole sentence as it was written, and no more', () => {
    const [ground] = groundsIn({ text: 'Tired today. lives in Leeds with two dogs!', kind: 'note' }, 'Al')
    expect(ground?.said).toBe('lives in Leeds with two dogs!')
  })

  it('takes no time over what is long or odd', () => {
    for (const text of ['lives in '.repeat(2_000), 'A '.repeat(4_000), '(('.repeat(4_000), '#'.repeat(9_000)])
      expect(read(text)).toEqual([])
  })
})

describe('what somebody says themselves tells', () => {
  it.each<[string, ...string[]]>([
    ['I live in Leeds', 'town Leeds'],
    ['“I’m from Ohio, and I love jazz”', 'town Ohio', 'pastime jazz'],
    ['we moved to Leeds and love hiking', 'town Leeds', 'pastime hiking'],
    ['my daughter starts at Ohio State', 'school Ohio State'],
    ['Ken is from Ohio. I play chess', 'pastime chess'],
  ])('“%s”', (text, ...grounds) => {
    expect(read(text, 'heard')).toEqual(grounds)
  })

  it.each([
    'he lives in Leeds',
    'lives in Leeds',
    'my wife lives in Leeds',
    'Frank plays chess',
    'her son studies at MIT',
  ])('nothing of them by “%s”', (text) => {
    expect(read(text, 'heard')).toEqual([])
  })
})
