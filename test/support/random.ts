export { type Random, randomOf } from '../../src/study/simulate/random.js'
