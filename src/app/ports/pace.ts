/** What was called lately in one bucket (of one workspace: a method, or posts to a channel), as whoever counts wrote it. */
export type PaceRow = {
  readonly counted: string
  /** One more with each writing. */
  readonly version: number
}

/**
 * What all processes together call. Each method is one short statement of its own: it waits for no lock but that of its
 * row, and is no part of anybody's transaction.
 */
export interface Paces {
  read(workspaceId: string, bucket: string): Promise<PaceRow | null>
  /**
   * Writes what follows `version` (0 where there was nothing); false when another process has written since. It counts
   * until `lapsesAt` at most.
   */
  write(workspaceId: string, bucket: string, row: PaceRow & { readonly lapsesAt: string }): Promise<boolean>
  /** Removes what counts no more. */
  sweep(now: string): Promise<void>
}
