# asMap of an empty list is an empty map.
# divergence: it is nil
writeln(list asMap type, " ", list asMap size)
