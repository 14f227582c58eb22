/** Somebody new, as they were introduced in one line. */
export type Introduction = {
  /** Empty for somebody offstage whose name is unknown. */
  readonly name: string
  readonly title: string
  readonly company: string
  readonly addresses: readonly string[]
  readonly slackUserId: string | null
  readonly offstage: boolean
}
