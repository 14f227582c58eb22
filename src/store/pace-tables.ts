/** What all processes together called lately in a bucket: see migration 0026. */
export type PaceTableRow = {
  workspace_id: string
  bucket: string
  counted: string
  version: number
  /** Nothing of it counts from then on. */
  lapses_at: string
}
