import { describeMatrix } from './describe-matrix.js'

describeMatrix('public', 'renamed', 'archived')
