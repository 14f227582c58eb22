import type { Random } from '../../src/simulation/random.js'

/** What all workspaces of one kind have in common, so that nobody has to remember it of each. */

export const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles'] as const
/** Monday to Friday, 9 to 17: what a place is set to when nobody set it. */
export const workingHours = { from: 9, to: 17, digest: 9 }
export const capADay = 5

export const teammates = Array.from({ length: 20 }, (_, n) => `U${String(n + 1).padStart(3, '0')}`)
export const channels = Array.from({ length: 5 }, (_, n) => `C${String(n + 1).padStart(3, '0')}`)
export const botUser = 'U0BOT'
export const bot = 'B0BOT'

/** Of equal length, so that what begins with one can be made to begin with another. */
export const templateId = (kind: number): string => `TM${String(kind).padStart(2, '0')}00000`
export const workspaceId = (kind: number, nth: number): string =>
  `TW${String(kind).padStart(2, '0')}${String(nth).padStart(5, '0')}`
export const kindOf = (id: string): number => Number(id.slice(2, 4))
export const zoneOf = (id: string): string => zones[kindOf(id) % zones.length] ?? 'UTC'

const given =
  'Ada Bea Cyn Dov Eli Fay Gus Hal Ida Jon Kim Lou May Ned Ola Pia Quin Rex Sol Tia Uma Val Wes Xan Yan Zoe'
const family =
  'Abbot Baker Cohen Dorsey Ellis Farrow Gupta Hansen Irving Jensen Kaplan Larsen Mason Nolan Ortiz Parker Quiroga Reyes Sato Turner Ulrich Vargas Walker Xiong Young Zeller'

/** Of 1,000 people no two are called the same. */
export const nameOf = (n: number): string => {
  const [firsts, lasts] = [given.split(' '), family.split(' ')]
  const more = Math.floor(n / (firsts.length * lasts.length))
  const last = lasts[Math.floor(n / firsts.length) % lasts.length]
  return `${firsts[n % firsts.length]} ${last}${more === 0 ? '' : ` ${'abcdefghijklmnop'.charAt(more).repeat(3)}`}`
}
const companies = [
  'Acme',
  'Globex',
  'Initech',
  'Hooli',
  'Umbrella',
  'Stark Foods',
  'Wayne Rail',
  'Ohio Steel',
]

const day = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What a team has typed about one of its people by the evening of `on`; most come up once in months. */
export const toldOf = (n: number, on: string, random: Random): string[] => {
  const name = nameOf(n)
  const [days, rhythm] = random.weighed<[number, string]>([
    [35, [400, 'never']],
    [30, [365, '12 months']],
    [20, [182, '6 months']],
    [10, [91, '3 months']],
    [5, [30, '1 month']],
  ])
  const lines = [
    `add ${name}, ${random.pick(['buyer', 'CFO', 'plant manager', 'head of IT'])} at ${random.pick(companies)}`,
  ]
  lines.push(`every ${name} ${rhythm}`)
  if (random.chance(0.9))
    lines.push(`met ${name} ${day(on, -1 - random.below(Math.min(days, 300)))}: at the fair`)
  if (random.chance(0.3)) lines.push(`note ${name} likes to be asked about the plant in Ohio`)
  if (random.chance(0.1))
    lines.push(`promise ${name} by ${day(on, random.between(1, 60))}: the new price list`)
  if (random.chance(0.03)) lines.push(`step ${name} by ${day(on, random.between(1, 30))}: sends the drawings`)
  if (random.chance(0.15)) lines.push(`date ${name} ${day(on, random.between(1, 364))}: birthday`)
  return lines
}
