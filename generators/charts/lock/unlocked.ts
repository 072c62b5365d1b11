import type { Problem } from '../../problem.ts'
import type { UsedChart } from '../keeping/used-charts.ts'
import { lockFile } from './chart-lock.ts'

/** A chart that a lock should have and has not. */
export const unlocked = ({ name, version, place }: Pick<UsedChart, 'name' | 'place' | 'version'>): Problem => ({
  rule: 'locked-charts',
  place,
  reason: `${name} ${version} is not in ${lockFile}`,
  fix: 'run npx zx scripts/charts.mjs lock',
})
