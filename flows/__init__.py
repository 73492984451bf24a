"""When and from where: settings, sources, listing, fetching, the flows and the command line."""
