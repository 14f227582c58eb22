import { type MindedLine, readMindedLine } from '../domain/minded.js'
import { dataFile, readDataLines } from './data-file.js'

/**
 * The ways of speaking that are minded, in the order of the file.
 * @throws DataFileError naming the file and the line that is malformed.
 */
export const loadMindedWords = (file: URL = dataFile('minded-words.txt')): readonly MindedLine[] =>
  readDataLines(file, readMindedLine)
