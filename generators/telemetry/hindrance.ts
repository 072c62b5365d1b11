/** Why something cannot be proven at all: its message is for people. */
export class Hindrance extends Error {}
