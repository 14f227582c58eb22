import { isObject, type Json, parseJson } from '../json.js'
import { refuse } from './refusal.js'

/** The arguments of one method call, which may have come as JSON or as a form. */
export class Arguments {
  readonly #values: Json

  constructor(values: Json) {
    this.#values = values
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    if (value === undefined || value === null) return undefined
    return typeof value === 'string' ? value : String(value)
  }

  /** Refuses the call with `invalid_arguments` when it is missing. */
  needText(name: string): string {
    const value = this.text(name)
    if (!value) {
      refuse('invalid_arguments', {
        response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
      })
    }
    return value
  }

  flag(name: string): boolean {
    return ['true', '1'].includes(this.text(name) ?? '')
  }

  /** A parsed value; in forms Slack takes JSON as text. Text that is no JSON is returned as it is. */
  json(name: string): unknown {
    const value = this.#values[name]
    if (typeof value !== 'string') return value ?? undefined
    const parsed = parseJson(value)
    return parsed === undefined ? value : parsed
  }

  object(name: string): Json | undefined {
    const value = this.json(name)
    return isObject(value) ? value : undefined
  }

  /** The items of a comma-separated list. */
  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean)
  }

  /** `limit`, between 1 and `max`; refuses others with `invalid_limit`. */
  limit(fallback: number, max: number): number {
    const given = this.text('limit')
    if (given === undefined || given === '' || given === '0') return fallback
    const limit = Number(given)
    if (!Number.isInteger(limit) || limit < 1 || limit > max) refuse('invalid_limit')
    return limit
  }
}
