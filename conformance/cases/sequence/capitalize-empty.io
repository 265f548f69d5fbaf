# An empty text stays empty when it is capitalized.
# divergence: it gets an item, zero
writeln("" asMutable capitalize size)
