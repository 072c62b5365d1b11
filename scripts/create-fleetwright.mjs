#!/usr/bin/env node
// What `npm exec --package=fleetwright create-fleetwright DIR` runs.
import './new.mjs'
