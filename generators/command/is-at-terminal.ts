/** Whether somebody can be asked. */
export const isAtTerminal = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true
