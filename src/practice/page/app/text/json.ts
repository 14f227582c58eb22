import type { Json } from '../../wire.js'

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object, objects or text at a key of something a bot sent; nothing is believed of it. */
export const objectAt = (of: unknown, key: string): Json | undefined => {
  const value = isObject(of) ? of[key] : undefined
  return isObject(value) ? value : undefined
}
export const objectsAt = (of: unknown, key: string): Json[] => {
  const value = isObject(of) ? of[key] : undefined
  return Array.isArray(value) ? value.filter(isObject) : []
}
export const textAt = (of: unknown, key: string): string => {
  const value = isObject(of) ? of[key] : undefined
  return typeof value === 'string' ? value : ''
}
