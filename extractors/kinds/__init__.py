"""The kinds of fact, one module each. A kind knows its fields and rules and no other kind."""
