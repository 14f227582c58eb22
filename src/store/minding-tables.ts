import type { Flag, Owned } from './row.js'

/** `id`: the teammate. */
export type MindedRow = Owned & { told_at: string | null; stopped: Flag }
