/** Bytes that the API server takes as annotations of one object, all together. */
export const annotationLimit = 2 ** 18
