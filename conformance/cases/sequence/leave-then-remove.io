# leaveThenRemove keeps some items, removes some, and so on.
writeln("abcdefgh" asMutable leaveThenRemove(1, 1), " ", "abcdefgh" asMutable leaveThenRemove(2, 1), " ", "abcdefgh" asMutable leaveThenRemove(1, 3))
writeln(try("abc" leaveThenRemove(1, 1)) error)
