# The empty literal is ImmutableSequence itself; so is what interpolates to nothing.
"" type println
("" isIdenticalTo(ImmutableSequence)) println
("" interpolate) type println
"#{}" interpolate type println
("" fileName isIdenticalTo("")) println
"a" interpolate type println
