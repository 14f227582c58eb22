import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anonymous, type KnownNames, saysSomething, withoutLikelyNames } from '../../src/domain/anonymous.js'
import { nameKeys } from '../../src/domain/names.js'
import { companyKey } from '../../src/domain/role.js'
import { roleKindOf } from '../../src/domain/role-kind.js'

/** What the store would say of these people and companies. */
const knowing = (
  people: readonly string[],
  companies: readonly string[],
  own: readonly string[] = [],
): KnownNames => {
  const keys = people.flatMap(nameKeys).flatMap(({ kind, key }) => (kind === 'initials' ? [] : [key]))
  const places = companies.map(companyKey)
  const beginnings = (names: readonly string[]) =>
    names.flatMap((name) =>
      name
        .split(' ')
        .slice(0, -1)
        .map((_, i, all) => all.slice(0, i + 1).join(' ')),
    )
  return {
    names: new Set([...keys, ...places]),
    beginnings: new Set(beginnings([...keys, ...places])),
    companyBeginnings: new Set(beginnings(places)),
    own: new Set(own),
  }
}
const known = knowing(
  [
    'Frank Ortiz',
    'Susan Bell',
    'Zoë Müller-Lüdenscheidt',
    'Will Price',
    'Søren O’Brien',
    '田中太郎',
    'Anh Do',
  ],
  ['Acme Lighting', 'Globex Corporation', 'Smith & Sons', 'H.P.', 'General Electric', 'Blue Ocean Partners'],
  ['frank', 'ortiz'],
)
const without = (text: string): string => anonymous(text, known)

describe('words without names', () => {
  it.each([
    ['Frank says the light is cold', '… says the light is cold'],
    ['ask FRANK or frank ortiz about it', 'ask … or … about it'],
    ["susan's crew and Bell’s crew", '… crew and … crew'],
    ['the Frank-like calm of a Susan_Bell', 'the …-like calm of a …'],
    ['zoe muller-ludenscheidt and ZOË', '… and …'],
    ['o’brien and soren came', '… and … came'],
    ['Su\u200bsan and Ｓｕｓａｎ came', '… and … came'],
    ['FrankOrtiz wrote to #susan', '… wrote to #…'],
    ['acme never called, Acme Lighting did', '… never called, … did'],
    ['smith & sons, globex, HP', '…'],
    ['write to frank.ortiz@acme.example or jo+frank@x.example', 'write to … or …'],
    ['see https://acme.example/frank or acme.example', 'see … or …'],
    ['call +1 (555) 013-4455 or 0171 4455', 'call … or …'],
    ['order 48213 from 2019', 'order … from 2019'],
    ['12 Main Street is cold', '… is cold'],
    ['田中太郎さんは寒いと言った', '…さんは寒いと言った'],
    ['<@U123> and <https://x.example|x>', '… and …'],
  ])('%s', (text, left) => {
    expect(without(text)).toBe(left)
  })

  it.each([
    'the price of light will not go down, do what you may',
    'general trouble with electric light in the blue hall',
    'do you want it? In three weeks, 20 % less',
  ])('what everybody says stays: %s', (text) => {
    expect(without(text)).toBe(text)
  })

  it('a word that is somebody’s name goes where it is written as one', () => {
    expect(without('then Will came, and Price')).toBe('then … came, and …')
    expect(without('we asked Blue and General')).toBe('we asked … and …')
    expect(without('we met Do there')).toBe('we met … there')
  })

  it('the own name of whoever is quoted goes however it is written', () => {
    const own = { ...knowing(['Will Price'], []), own: new Set(['will', 'price']) }
    expect(anonymous('i will pay any price', own)).toBe('i … pay any …')
  })

  it('says whether anything is left', () => {
    expect(saysSomething(without('Frank Ortiz, Susan Bell'))).toBe(false)
    expect(saysSomething(without('Frank agrees'))).toBe(true)
  })

  it('proposes the words without whatever looks like a name', () => {
    expect(withoutLikelyNames('My daughter starts at Ohio State on Monday. She and I met Rodrigo.')).toBe(
      'My daughter starts at … on Monday. She and I met ….',
    )
    expect(withoutLikelyNames('Das Licht in der Halle ist für die Leute zu kalt')).toContain('Halle')
  })
})

describe('whatever is said, and however a name is typed', () => {
  const people = [
    'Frank Ortiz',
    'Susan Bell',
    'Zoë Müller',
    'Tomasz Wójcik',
    'Nguyễn Quang',
    'Anna-Lena Krüger',
  ]
  const companies = ['Acme Lighting', 'Globex', 'Wójcik Stal', 'Foo & Baar', 'Coca-Cola']
  const all = knowing(people, companies)
  const strips = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l')
  const typings: readonly ((name: string) => string)[] = [
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.toLowerCase(),
    (name) => [...name].map((sign, i) => (i % 2 === 0 ? sign.toUpperCase() : sign.toLowerCase())).join(''),
    strips,
    (name) => name.normalize('NFD'),
    (name) => `${name}'s`,
    (name) => `${name}’s`,
    (name) => `“${name}”`,
    (name) => `pre-${name}-like`,
    (name) => `${name}/crew`,
    (name) => `${name.replace(/[^\p{L}]/gu, '.')}@mail.example`,
    (name) => `boss+${name.replace(/[^\p{L}]/gu, '')}@mail.example`,
    (name) => `#${name.replace(/[^\p{L}-]/gu, '_')}`,
    (name) => [...name].join('\u200d'),
    (name) => name.replace(/ /g, '\n'),
  ]
  const names = [...people, ...people.flatMap((name) => name.split(' ')), ...companies]
  const plain = fc.constantFrom('light', 'the', 'cold', 'plant', 'we', 'hall', 'never', 'crew', '!', ',', '7')
  const spoken = fc.array(
    fc.oneof(
      plain,
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...typings)).map(([name, typing]) => typing(name)),
    ),
    { minLength: 1, maxLength: 12 },
  )
  const folded = (text: string) => strips(text.replace(/\p{Cf}/gu, '')).toLowerCase()

  it('no name of anybody known stands in what is left', () => {
    const words = [...people, ...companies].flatMap((name) => folded(name).split(/[^\p{L}]+/u))
    const telling = words.filter((word) => word.length > 2 && word !== 'lighting')
    fc.assert(
      fc.property(spoken, fc.constantFrom(' ', '  ', ', ', ' - '), (pieces, gap) => {
        const left = folded(anonymous(pieces.join(gap), all))
        for (const word of telling) expect(left).not.toContain(word)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what somebody does, in general terms', () => {
  it.each([
    ['Senior Procurement Buyer', 'buying'],
    ['facilities manager', 'facilities'],
    ['CFO', 'finance'],
    ['VP operations', 'operations'],
    ['Vice President of Sales', 'sales'],
    ['CEO & co-founder', 'running'],
    ['Head of IT', 'computers'],
    ['Italian teacher', 'teaching'],
    ['Bishop of Ely', null],
    ['Chief Llama Whisperer at Acme', null],
    ['', null],
  ] as const)('%s', (title, kind) => {
    expect(roleKindOf(title)).toBe(kind)
  })
})
