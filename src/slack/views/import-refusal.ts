import type { Rejection } from '../../app/outcome.js'
import { command, say, type Words } from './copy.js'

export type ImportRefused = Extract<
  Rejection,
  { reason: 'import-gone' | 'import-under-way' | 'import-empty' | 'row-decided' }
>

/** Why a file is not imported, or a row of it not decided. */
export const importRefusal = ({ reason }: ImportRefused): readonly Words[] => {
  switch (reason) {
    case 'import-gone':
      return [
        say`That import is over, or waited too long to be begun, so nothing changed.`,
        say`The file is read anew with ${command('/person import')}`,
      ]
    case 'import-under-way':
      return [
        say`Another import of yours is still under way, so this one has to wait a little.`,
        say`${command('/person undo')} takes back the one that is running.`,
      ]
    case 'import-empty':
      return [
        say`I found nobody in that file, so nothing changed.`,
        say`What I can read: ${command('/person help import')}`,
      ]
    case 'row-decided':
      return [
        say`That row is decided already, so nothing changed.`,
        say`${command('/person undo')} takes back the last thing you did.`,
      ]
  }
}
