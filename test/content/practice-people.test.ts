import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { plusDays } from '../../src/domain/local-time.js'
import { facets } from '../../src/domain/note.js'
import { readCommand, readDetails } from '../../src/slack/command/grammar.js'
import { whoCandidates } from '../../src/slack/command/who.js'

const worldSchema = z.strictObject({
  team: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z]+$/),
      name: z.string(),
      kind: z.enum(['member', 'guest', 'outsider']),
      admin: z.boolean(),
      zone: z.string(),
      organisation: z.string().optional(),
    }),
  ),
  channels: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z-]{1,80}$/),
      kind: z.enum(['public', 'private', 'shared']),
      bot: z.boolean(),
      members: z.array(z.string()),
      topic: z.string().max(250),
      organisation: z.string().optional(),
    }),
  ),
  lines: z.array(
    z.strictObject({ daysAgo: z.int().positive(), by: z.string(), in: z.string(), text: z.string() }),
  ),
  talk: z.array(
    z.strictObject({
      minutesAgo: z.int().positive(),
      by: z.string(),
      in: z.string(),
      text: z.string(),
      replyTo: z.string().optional(),
      reactions: z.record(z.string(), z.array(z.string())).optional(),
    }),
  ),
})

const file = new URL('../../data/practice-people.json', import.meta.url)
const world = worldSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
const { team, channels, lines, talk } = world

const verbOf = (text: string): string => text.split(' ', 1)[0] ?? ''
const about = (givenName: string) =>
  lines.filter(({ text }) => text.split(/[\s:,]/, 2)[1]?.toLowerCase() === givenName)
const customers = ['frank', 'susan', 'lily', 'john', 'liz']
/** Somebody whom nobody has met yet. */
const offstage = 'someone'
const isContact = ({ text }: { text: string }): boolean => /^(?:met|called|emailed|messaged) /.test(text)

describe('the practice world', () => {
  test('has two teammates in different zones, a guest, and somebody from outside', () => {
    const zones = team.filter(({ kind }) => kind === 'member').map(({ zone }) => zone)
    expect(new Set(zones).size).toBe(2)
    expect(team.map(({ kind }) => kind).sort()).toEqual(['guest', 'member', 'member', 'outsider'])
    for (const { zone } of team) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  })

  test('has a channel of each kind, and outsiders only in the shared one', () => {
    expect(channels.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'public customers',
      'private key-people',
      'shared acme-and-us',
      'public general',
    ])
    const outsiders = team.filter(({ kind }) => kind === 'outsider').map(({ key }) => key)
    for (const { kind, members } of channels) {
      expect(members.every((key) => team.some((member) => member.key === key))).toBe(true)
      expect(members.some((key) => outsiders.includes(key))).toBe(kind === 'shared')
    }
  })

  test('is typed by teammates, in channels they are in, oldest first', () => {
    for (const line of lines) {
      expect(team.find(({ key }) => key === line.by)?.kind, line.text).toBe('member')
      expect(channels.find(({ name }) => name === line.in)?.members, line.text).toContain(line.by)
    }
    const days = lines.map(({ daysAgo }) => daysAgo)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })

  test('is talked in by those who are there, oldest first, each thread after what it answers', () => {
    for (const [index, { by, in: channel, replyTo }] of talk.entries()) {
      expect(channels.find(({ name }) => name === channel)?.members).toContain(by)
      if (replyTo !== undefined) expect(talk.slice(0, index).map(({ text }) => text)).toContain(replyTo)
    }
    const minutes = talk.map(({ minutesAgo }) => minutesAgo)
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a))
  })

  test('tags with facets that mean something', () => {
    const tags = lines.flatMap(({ text }) => text.match(/#\w+/g) ?? []).map((tag) => tag.slice(1))
    expect(tags.filter((tag) => !facets.some((facet) => facet === tag))).toEqual([])
  })

  test('knows the whole of each person: what is going on, what was promised, what to ask, how to reach them', () => {
    for (const customer of customers) {
      const verbs = new Set(about(customer).map(({ text }) => verbOf(text)))
      for (const verb of ['situation', 'prefers', 'ask']) expect(verbs, customer).toContain(verb)
      expect(verbs.has('trigger') || verbs.has('date'), customer).toBe(true)
    }
    const promised = customers.filter((customer) =>
      about(customer).some(({ text }) => verbOf(text) === 'promise'),
    )
    expect(promised.length).toBeGreaterThanOrEqual(4)
    for (const verb of ['step', 'kept', 'tie'])
      expect(lines.some(({ text }) => verbOf(text) === verb)).toBe(true)
    expect(about(offstage).map(({ text }) => text)).toContain('add someone, CFO at Acme Lighting')
  })

  test('says days so that they are right whenever somebody begins', () => {
    const dated = lines.filter(({ text }) => /^(?:trigger|promise|step|date) /.test(text))
    // "promise liz: ..." has no day, and a birthday comes each year.
    const fits = /^\w+ \w+(?: in \d+ days)?: |^date \w+ \d+ [a-z]+: birthday$/
    expect(dated.filter(({ text }) => !fits.test(text))).toEqual([])
  })

  test('is understood on every day of the year, whichever year', () => {
    const days = Array.from({ length: 4 * 365 + 1 }, (_, n) => plusDays('2026-11-22', n))
    const refused = lines
      .filter(({ text }) => verbOf(text) !== 'add')
      .flatMap(({ text }) => {
        const { verb, rest } = readCommand(text)
        const tail = whoCandidates(rest).at(-1)?.tail ?? ''
        return days
          .filter((on) => readDetails(verb, tail, on).kind === 'refusal')
          .map((on) => `${on} ${text}`)
      })
    expect(refused).toEqual([])
  })

  test('introduces each customer once, with role, company and an address that rings nowhere', () => {
    const added = customers
      .flatMap(about)
      .filter(({ text }) => verbOf(text) === 'add')
      .map(({ text }) => text)
    expect(added).toHaveLength(customers.length)
    for (const text of added) expect(text).toMatch(/^add \w+ \w+, [\w ]+ at [\w ]+ \w+@\w+\.example$/)
    for (const customer of customers) {
      expect(about(customer).length, customer).toBeGreaterThanOrEqual(4)
      expect(verbOf(about(customer)[0]?.text ?? ''), customer).toBe('add')
      expect(about(customer).some(isContact), customer).toBe(true)
    }
    // Nobody is spoken of who was not introduced.
    expect([...customers, offstage].flatMap(about)).toHaveLength(lines.length)
  })

  test('has exactly Frank waiting for a word, already on the first working morning', () => {
    const rhythmDays = (customer: string): number => {
      const weeks = about(customer)
        .find(({ text }) => verbOf(text) === 'every')
        ?.text.match(/(\d+) weeks$/)?.[1]
      return weeks === undefined ? 30 : Number(weeks) * 7
    }
    const daysUntilDue = customers.map((customer) => {
      const last = about(customer).findLast(isContact)
      return { customer, days: rhythmDays(customer) - (last?.daysAgo ?? Number.NaN) }
    })
    // A day of room on both sides: zones differ, and so may the day on which somebody starts to practise.
    expect(daysUntilDue.filter(({ days }) => days < 0).map(({ customer }) => customer)).toEqual(['frank'])
    expect(daysUntilDue.filter(({ days }) => days === 0)).toEqual([])
  })

  test('lets Frank speak last of his daughter', () => {
    expect(about('frank').findLast(({ text }) => verbOf(text) === 'heard')?.text).toContain(
      'my daughter starts at Ohio State',
    )
  })
})
