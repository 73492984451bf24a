"""Article → document: sentences, quotations, numbers, dates, names, and how they hang together."""
