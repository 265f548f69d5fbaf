# What split without separators and strip take for white space: blank, tab and the ends of lines, not every isSpace.
list(0, 9, 10, 11, 12, 13, 28, 32, 133, 160, 8232, 12288) foreach(code,
    mark := code asCharacter
    text := "a" .. mark .. "b"
    around := mark .. "b" .. mark
    writeln(code, ": split ", text split size, ", alone ", mark split size, ", stripped ", around asMutable strip size, ", isSpace ", code isSpace)
)
