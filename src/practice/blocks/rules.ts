import { isObject } from '../json.js'
import type { Spot } from './spot.js'

/** Looks at a value and refuses what Slack refuses. */
export type Check = (value: unknown, at: Spot) => void

interface Field {
  check: Check
  required: boolean
}

/** A field that must be there. */
export function need(check: Check): Field {
  return { check, required: true }
}

/** A field that may be left out. */
export function may(check: Check): Field {
  return { check, required: false }
}

/** An object with these fields and no others: Slack refuses properties it does not know. */
export function shape(fields: Record<string, Field>): Check {
  return (value, at) => {
    if (!isObject(value)) return at.refuse('must be an object')
    for (const [name, field] of Object.entries(fields)) {
      if (value[name] !== undefined) field.check(value[name], at.in(name))
      else if (field.required) at.refuse(`missing required field: ${name}`)
    }
    for (const name of Object.keys(value)) {
      if (value[name] !== undefined && !fields[name]) at.refuse(`invalid additional property: ${name}`)
    }
  }
}

/** A text of at least `min` and at most `max` UTF-16 units (the stricter way to count). */
export function string(max: number, min = 1): Check {
  return (value, at) => {
    if (typeof value !== 'string') return at.refuse('must be a string')
    if (value.length < min) at.refuse(`must be more than ${min - 1} characters`)
    if (value.length > max) at.refuse(`must be less than ${max + 1} characters`)
  }
}

/** A text that matches `pattern`; `what` completes "must be a valid ...". */
export function pattern(regexp: RegExp, what: string, max = 3_000): Check {
  return (value, at) => {
    string(max)(value, at)
    if (typeof value === 'string' && !regexp.test(value)) at.refuse(`must be a valid ${what}`)
  }
}

export const webAddress = pattern(/^https?:\/\/[^\s]+$/, 'URL')
export const flag: Check = (value, at) => {
  if (typeof value !== 'boolean') at.refuse('must be a boolean')
}

export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): Check {
  return (value, at) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max) {
      at.refuse(`must be an integer between ${min} and ${max}`)
    }
  }
}

export function oneOf(...allowed: string[]): Check {
  return (value, at) => {
    if (typeof value !== 'string' || !allowed.includes(value))
      at.refuse(`must be one of: ${allowed.join(', ')}`)
  }
}

/** A list of `min` to `max` items, each of which passes `check`. */
export function list(check: Check, min: number, max: number): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return at.refuse('must be an array')
    if (value.length < min) at.refuse(`no less than ${min} items allowed`)
    if (value.length > max) at.refuse(`no more than ${max} items allowed`)
    value.forEach((item, index) => {
      check(item, at.in(index))
    })
  }
}

/** Both, one after the other. */
export function both(first: Check, second: Check): Check {
  return (value, at) => {
    first(value, at)
    second(value, at)
  }
}

/** Dispatches on the object's `type`; a type that is not in `known` is refused. */
export function byType(known: (type: string) => Check | undefined): Check {
  return (value, at) => {
    if (!isObject(value)) return at.refuse('must be an object')
    if (typeof value.type !== 'string') return at.refuse('missing required field: type')
    const check = known(value.type)
    if (!check) return at.refuse(`unsupported type: ${value.type}`)
    check(value, at)
  }
}
