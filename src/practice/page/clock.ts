/** The clock that the page moves; whoever joins the practice Slack with a bot makes the bot follow it. */
export interface PracticeClock {
  now(): Date
  /** Resolves when everything that falls due on the way has been done. */
  moveTo(instant: Date): Promise<void>
  /** Where the team works: an IANA zone, UTC unless told otherwise. */
  readonly zone?: string
}
