import { describeMatrix } from './describe-matrix.js'

describeMatrix('shared', 'becameShared', 'sharedAnew')
