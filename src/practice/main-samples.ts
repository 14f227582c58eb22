import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dataFile } from '../content/data-file.js'
import type { Sample } from './page/equipment.js'

/** The files of data/samples that can be handed over, for whoever has none at hand. */
export const samplesToTry = (): Sample[] =>
  readdirSync(dataFile('samples'))
    .filter((name) => /\.(?:csv|vcf)$/.test(name))
    .sort()
    .map((name) => ({ name, read: () => readFile(dataFile(`samples/${name}`)) }))
