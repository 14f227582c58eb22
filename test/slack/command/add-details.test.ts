import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAdd } from '../../../src/slack/command/add-details.js'
import { readCommand } from '../../../src/slack/command/grammar.js'
import { typed } from './reading.js'

const add = (text: string) => readAdd(readCommand(`add ${text}`).rest)
const nobody = {
  kind: 'add',
  name: '',
  title: '',
  company: '',
  addresses: [],
  slackUserId: null,
  offstage: false,
}
const frank = { ...nobody, name: 'Frank Ortiz', title: 'facilities manager', company: 'Acme Lighting' }

describe('add', () => {
  test.each([
    ['Frank Ortiz, facilities manager at Acme Lighting', frank],
    ['"Frank Ortiz", facilities manager at Acme Lighting', frank],
    ['  Frank   Ortiz ,  facilities  manager  AT  Acme Lighting', frank],
    ['Frank Ortiz', { ...nobody, name: 'Frank Ortiz' }],
    ['Frank Ortiz CFO at Acme', { ...nobody, name: 'Frank Ortiz CFO at Acme' }],
    ['Frank Ortiz, CFO', { ...nobody, name: 'Frank Ortiz', title: 'CFO' }],
    ['Frank Ortiz, at Acme', { ...nobody, name: 'Frank Ortiz', company: 'Acme' }],
    ['Frank Ortiz, looking at', { ...nobody, name: 'Frank Ortiz', title: 'looking at' }],
    [
      'Frank Ortiz, head at large at Acme, Inc.',
      { ...nobody, name: 'Frank Ortiz', title: 'head at large', company: 'Acme, Inc.' },
    ],
    ['Frank "Skip" Ortiz, CFO', { ...nobody, name: 'Frank "Skip" Ortiz', title: 'CFO' }],
    ['🎉', { ...nobody, name: '🎉' }],
    ['田中 太郎, 部長 at 東京電力', { ...nobody, name: '田中 太郎', title: '部長', company: '東京電力' }],
    [typed('<!channel> & <https://x|y>'), { ...nobody, name: '<!channel> & <https://x|y>' }],
    ['<!channel>', { ...nobody, name: '@channel' }],
  ])('%s', (text, expected) => {
    expect(add(text)).toEqual(expected)
  })

  const withAddress = { ...frank, addresses: ['frank@acme.example'] }
  test.each([
    'Frank Ortiz, facilities manager at Acme Lighting frank@acme.example',
    'Frank Ortiz, facilities manager at Acme Lighting <mailto:frank@acme.example|frank@acme.example>',
    'frank@acme.example Frank Ortiz, facilities manager at Acme Lighting',
    'frank@acme.example, Frank Ortiz, facilities manager at Acme Lighting',
    'Frank Ortiz Frank@Acme.example, facilities manager at Acme Lighting',
    'Frank Ortiz &lt;<mailto:frank@acme.example|frank@acme.example>&gt;, facilities manager at Acme Lighting',
    'Frank Ortiz, frank@acme.example, facilities manager at Acme Lighting',
    'Frank Ortiz, facilities manager (frank@acme.example) at Acme Lighting',
    'Frank Ortiz, facilities manager at Acme Lighting, frank@acme.example, FRANK@acme.example.',
  ])('takes the address out: %s', (text) => {
    const { company, ...rest } = add(text) as typeof frank
    expect({ ...rest, company: company.replace(/[ ,.]+$/, '') }).toEqual(withAddress)
  })

  test('a comma that stood behind an address moves up', () => {
    expect(add('Dana, CFO at Acme d@a.example, Inc.')).toMatchObject({ company: 'Acme, Inc.' })
  })
  test('takes a mention out, and several addresses', () => {
    expect(add('<@U1|frank>, Frank Ortiz f@a.example o@b.example <@U1>')).toEqual({
      ...nobody,
      name: 'Frank Ortiz',
      addresses: ['f@a.example', 'o@b.example'],
      slackUserId: 'U1',
    })
  })
  test('what only looks like an address stays', () => {
    expect(add('Frank @ Acme, a@b, x@y.')).toMatchObject({ name: 'Frank @ Acme', addresses: [] })
  })
})

describe('somebody nobody has met', () => {
  test.each(['someone, CFO at Acme', 'Someone , CFO at Acme', 'somebody CFO at Acme', 'someone at Acme'])(
    '%s',
    (text) => {
      const read = add(text)
      if (text.startsWith('somebody CFO')) expect(read).toMatchObject({ name: text, offstage: false })
      else expect(read).toMatchObject({ name: '', company: 'Acme', offstage: true })
    },
  )
  test('a company of that name is none of it', () => {
    expect(add('Someone Else, CFO at Acme')).toMatchObject({ name: 'Someone Else', offstage: false })
  })
})

describe('what cannot be added', () => {
  test.each([
    ['', 'no-name', ''],
    [', CFO at Acme', 'no-name', ', CFO at Acme'],
    ['frank@acme.example', 'no-name', 'frank@acme.example'],
    ['<@U1|frank>', 'no-name', '@frank'],
    ['...', 'no-name', '...'],
    ['\u200B\u200E', 'no-name', '\u200B\u200E'],
    ['someone', 'no-role', 'someone'],
    ['someone, ', 'no-role', 'someone,'],
    ['Frank <@U1> <@U2>', 'many-mentions', 'Frank <@U1> <@U2>'],
    [`${'F'.repeat(201)}, CFO`, 'too-long', `${'F'.repeat(201)}, CFO`],
    [`Frank, ${'F'.repeat(201)}`, 'too-long', `Frank, ${'F'.repeat(201)}`],
    [`Frank, CFO at ${'F'.repeat(201)}`, 'too-long', `Frank, CFO at ${'F'.repeat(201)}`],
  ])('%s is refused: %s', (text, reason, kept) => {
    expect(add(text)).toMatchObject({ kind: 'refusal', reason, text: kept })
  })
  test('a mention alone is handed back, for its profile may hold the name', () => {
    expect(add('<@U1|frank> f@a.example')).toMatchObject({ slackUserId: 'U1', addresses: ['f@a.example'] })
  })
  test('200 signs are a name, also when each is an emoji', () => {
    expect(add('🎉'.repeat(200))).toMatchObject({ name: '🎉'.repeat(200) })
  })
})

test('what is added is read back as it was put together', () => {
  const word = fc
    .stringMatching(/^[A-Za-zÀ-ſ가-힣]{1,12}$/)
    .filter((text) => !/^(?:at|some(?:one|body))$/i.test(text))
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
  const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/)
  fc.assert(
    fc.property(
      words,
      fc.option(words),
      fc.option(words),
      fc.uniqueArray(address, { maxLength: 2 }),
      (name, title, company, addresses) => {
        const role = [title ?? '', company === null ? '' : `at ${company}`]
          .filter((part) => part !== '')
          .join(' ')
        const text = [role === '' ? name : `${name}, ${role}`, ...addresses].join(' ')
        expect(add(text)).toEqual({ ...nobody, name, title: title ?? '', company: company ?? '', addresses })
      },
    ),
  )
})
