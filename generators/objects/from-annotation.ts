/** Names the place in the fleet, so that it can be found from the object in the cluster. */
export const fromAnnotation = 'fleetwright.dev/from'
