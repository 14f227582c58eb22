import { describeMatrix } from './describe-matrix.js'

describeMatrix('direct', 'botRemoved', 'pending')
