import { fail, givenTo } from '../../src/command-line.js'

const usage = `Usage: npm run simulate:scale -- [--workspaces 10000] [--people 1000] [--days 7] [--from 00:00] [--to 24:00]
  [--replicas 3] [--database postgres://.../] [--keep FOLDER] [--whole 500] [--served N] [--lines 5] [--beat 10]
  [--slack-ms 0] [--seed 1] [--json FILE] [--sweep]

Fills a PostgreSQL with so many workspaces of so many people each, and plays days of them with several processes of the
bot. docs/scale.md says more.

--from, --to  the part of each day that is played (UTC)
--database    a server in place of one of its own: its address, to which the names of databases are added
--keep        a folder for the server of its own, where what was typed and copied is found again; a database of more
              than a million people is played in itself, and not in a copy
--whole       in so many workspaces there is all that was typed: with names, journal and index
--served      in so many the bot is installed; all, unless said otherwise
--lines       are typed in each whole workspace in a working day
--beat        so many minutes pass between two beats of a process
--slack-ms    so long Slack takes to answer
--sweep       measures how long it takes that nobody is due, over ten thousand people and over as many as there are`

export type Options = {
  readonly workspaces: number
  readonly people: number
  readonly days: number
  /** Of each day, in ms since its midnight, UTC. */
  readonly from: number
  readonly to: number
  readonly replicas: number
  readonly database: string | undefined
  readonly keep: string | undefined
  readonly whole: number
  readonly served: number
  readonly lines: number
  readonly beat: number
  readonly slackMs: number
  readonly seed: number
  readonly json: string | undefined
  readonly sweep: boolean
}

export const readOptions = (): Options => {
  const { values } = givenTo(usage, {
    options: {
      workspaces: { type: 'string', default: '10000' },
      people: { type: 'string', default: '1000' },
      days: { type: 'string', default: '7' },
      from: { type: 'string', default: '00:00' },
      to: { type: 'string', default: '24:00' },
      replicas: { type: 'string', default: '3' },
      database: { type: 'string' },
      keep: { type: 'string' },
      whole: { type: 'string', default: '500' },
      served: { type: 'string', default: '1000000' },
      lines: { type: 'string', default: '5' },
      beat: { type: 'string', default: '10' },
      'slack-ms': { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      sweep: { type: 'boolean', default: false },
    },
  })
  const whole = (
    name: Exclude<keyof typeof values, 'from' | 'to' | 'database' | 'keep' | 'json' | 'sweep'>,
    least = 1,
  ): number => {
    const text = values[name]
    return /^\d{1,9}$/.test(text) && Number(text) >= least
      ? Number(text)
      : fail(`--${name} takes a whole number, ${least} or more.\n\n${usage}`)
  }
  const hour = (name: 'from' | 'to'): number => {
    const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(values[name]) ?? []
    return hours === undefined
      ? fail(`--${name} takes an hour, as 14:30.\n\n${usage}`)
      : (Number(hours) * 60 + Number(minutes)) * 60_000
  }
  const { database, keep, json, sweep } = values
  return {
    workspaces: whole('workspaces'),
    people: whole('people'),
    days: whole('days'),
    from: hour('from'),
    to: hour('to'),
    replicas: whole('replicas'),
    whole: Math.min(whole('whole', 0), whole('workspaces')),
    served: Math.min(whole('served'), whole('workspaces')),
    lines: whole('lines', 0),
    beat: whole('beat'),
    slackMs: whole('slack-ms', 0),
    seed: whole('seed'),
    database,
    keep,
    json,
    sweep,
  }
}
