import { describeMatrix } from './describe-matrix.js'

describeMatrix('private', 'group', 'becamePrivate')
