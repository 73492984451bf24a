"""The commands of `parley`: those that run flows, show results, keep the warehouse."""
