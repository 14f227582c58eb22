/** When a workspace is to be looked at next, and who does so now: see migration 0023. */
export type TurnRow = {
  workspace_id: string
  wake_at: string
  wakes: number
  /** Whatever happens there, it is not looked at again before. */
  rest_until: string
  claimed_by: string | null
  claimed_until: string | null
}
