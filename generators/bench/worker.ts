import { measure } from './task.ts'

// A process of its own for each task, so that none is warmed up or burdened by another.
process.stdout.write(JSON.stringify(await measure(JSON.parse(process.argv[2] ?? '{}'))))
