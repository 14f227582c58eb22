import { fold } from '../domain/names.js'

/** A name that every machine takes for a file's; `otherwise` where nothing of it is left. */
export const plainName = (name: string, otherwise: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || otherwise
