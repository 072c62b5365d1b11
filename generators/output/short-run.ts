import { setFlagsFromString } from 'node:v8'

/**
 * Tells V8 that this process is soon over: most of what its optimizer would compile in a render of a second never pays
 * off, and it takes the processor that the second thread needs. Measured by `npm run bench`, all threads together: a
 * third less processor time at 10,000 files, and a tenth less at 100,000. A thread that starts later starts slowly: with
 * other settings V8 compiles anew what Node brings compiled.
 */
export const expectShortRun = (): void => setFlagsFromString('--interrupt-budget=2000000')
