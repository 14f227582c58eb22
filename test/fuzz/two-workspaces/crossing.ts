import { isObject, type Json, objectAt, objectsAt, textAt } from '../../../src/practice/json.js'
import type { Traffic } from '../../../src/practice/record.js'
import { rowsOfWorkspace } from '../../support/workspace-rows.js'
import type { Twin, Twins } from './twins.js'

const madeIds = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const idsIn = (text: string): Set<string> => new Set(text.match(madeIds) ?? [])

/** Rows that a sweep writes for whichever workspace has its turn. */
const ofSweeps = /^(turns|pulses|chores) /
/** What time alone brings everywhere: new tokens, digests and news of an outage, and the end of drafts. */
const ofTime = /^(gone|new): installations |^new: (posts|digests) |^gone: drafts /

/** Finds what of one workspace is said in the other, and what of it lies otherwise than before. */
export class Crossing {
  readonly found: string[] = []
  readonly #twins: Twins
  readonly #ids = new Map<string, Set<string>>()
  #read = 0

  constructor(twins: Twins) {
    this.#twins = twins
  }

  other({ teamId }: Twin): Twin {
    const { one, two } = this.#twins
    return teamId === one.teamId ? two : one
  }

  /** What lies of a workspace in the database; its ids are looked for in the other from now on. */
  async rows({ teamId }: Twin): Promise<readonly string[]> {
    const rows = await rowsOfWorkspace(this.#twins.hosted.databaseUrl, teamId)
    this.#ids.set(teamId, idsIn(rows.join('\n')))
    return rows.filter((row) => !ofSweeps.test(row))
  }

  /** Carries out what belongs to one workspace alone: not a row of the other may be otherwise after it. */
  async alone<T>(whose: Twin, deed: () => Promise<T>, what: string, doesTimePass = false): Promise<T> {
    await this.rows(whose)
    const other = this.other(whose)
    const was = new Set(await this.rows(other))
    const done = await deed()
    await this.rows(whose)
    const is = new Set(await this.rows(other))
    const gone = [...was].filter((row) => !is.has(row)).map((row) => `gone: ${row}`)
    const changes = [...gone, ...[...is].filter((row) => !was.has(row)).map((row) => `new: ${row}`)]
    for (const change of changes)
      if (!doesTimePass || !ofTime.test(change)) this.found.push(`${what}: ${other.teamId} ${change}`)
    this.wire(what)
    return done
  }

  /** A text that one workspace gets. `given`: what came with the delivery that is answered. */
  said(whose: Twin, text: string, what: string, given = ''): void {
    const other = this.other(whose)
    for (const [word] of text.matchAll(other.words))
      if (!given.includes(word)) this.found.push(`${whose.teamId} reads ${word}, by ${what}`)
    const [own, foreign] = [this.#ids.get(whose.teamId), this.#ids.get(other.teamId)]
    for (const id of idsIn(text))
      if (foreign?.has(id) && !own?.has(id) && !given.includes(id))
        this.found.push(`${whose.teamId} is given the id ${id}, by ${what}`)
  }

  /** Everything that went over the wire since the last look. */
  wire(what: string, given = ''): void {
    const { traffic } = this.#twins.hosted.app
    for (; this.#read < traffic.length; this.#read += 1) {
      const entry = traffic[this.#read]
      if (entry !== undefined) this.#entry(entry, what, given)
    }
  }

  #entry(entry: Traffic, what: string, given: string): void {
    const { direction, kind, name, body, answer, installationId } = entry
    const how = `${name} (${what})`
    if (direction === 'in' && (kind === 'method' || kind === 'response_url')) {
      const text = JSON.stringify(body)
      const whose = this.#called(installationId)
      if (whose !== null) this.said(whose, text, how, given)
      else for (const each of this.#both()) this.said(each, text, how, given)
    } else if (direction === 'out' && isObject(body)) {
      const whose = this.#called(teamNamedIn(body))
      if (whose !== null) this.said(whose, JSON.stringify([body, answer]), how)
    }
  }

  #both(): readonly Twin[] {
    return [this.#twins.one, this.#twins.two]
  }
  #called(id: string | undefined): Twin | null {
    return this.#both().find(({ teamId }) => teamId === id) ?? null
  }
}

/** For which workspace Slack delivers something, by Slack’s own account. */
export const teamNamedIn = (body: Json): string | undefined => {
  // A command is a form, in which a list would be a text.
  const [installation] = 'command' in body ? [] : objectsAt(body, 'authorizations')
  const view = objectAt(body, 'view')
  const named = [
    textAt(installation, 'team_id'),
    textAt(view, 'app_installed_team_id'),
    textAt(body, 'team_id'),
    textAt(objectAt(body, 'team'), 'id'),
    textAt(objectAt(body, 'user'), 'team_id'),
  ]
  return named.find((id) => id !== undefined && id !== '')
}
