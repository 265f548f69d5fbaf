# sort orders the items in place.
writeln("hello" asMutable sort, " ", "" asMutable sort size, " ", vector(3, 1, 2) sort)
writeln(try("ba" sort) error)
