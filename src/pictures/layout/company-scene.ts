import type { TieKind } from '../../domain/tie.js'

/** Of somebody in the picture: spoken to, known but not spoken to yet, or somebody whom nobody has met yet. */
export const standings = ['met', 'unspoken', 'offstage'] as const
export type FaceStanding = (typeof standings)[number]

export type Face = {
  readonly name: string
  /** What they do there; may be empty. */
  readonly title: string
  readonly standing: FaceStanding
}
/** `from` reports to, was introduced by, is married to ... `to`: places in the list of faces. */
export type FaceTie = { readonly from: number; readonly to: number; readonly kind: TieKind }

/** Everybody of a company whom a picture shows, those offstage last, and all its words. */
export type CompanyScene = {
  readonly title: string
  readonly subtitle: string
  readonly faces: readonly Face[]
  readonly ties: readonly FaceTie[]
  /** Those whom there is no room for: "and 260 more"; empty when there are none. */
  readonly more: string
  readonly standingWords: Readonly<Record<FaceStanding, string>>
  readonly tieWords: Readonly<Record<TieKind, string>>
  /** Said when lines had no room: how many. */
  readonly undrawnWords: (count: number) => string
}
