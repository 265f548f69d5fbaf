# Numbers as character codes: the classes are those of ASCII.
writeln(97 asCharacter, 8364 asCharacter, 128512 asCharacter, " ", 8364 asCharacter size, " ", 0 asCharacter size)
writeln((-1) asCharacter, " ", 1.5 asCharacter, " ", 1e20 asCharacter)
writeln(97 asUppercase, " ", 65 asLowercase, " ", 48 asUppercase, " ", 1000 asLowercase, " ", 97.5 asUppercase, " ", (-5) asUppercase)
show := method(c, writeln(c, ": ", c isLetter, " ", c isDigit, " ", c isHexDigit, " ", c isAlphaNumeric, " ", c isUppercase, " ", c isLowercase, " ",
    c isSpace, " ", c isControlCharacter, " ", c isPrint, " ", c isGraph, " ", c isPunctuation, " ", c isInASequenceSet))
show(97); show(90); show(48); show(102); show(103); show(32); show(10); show(33); show(95); show(127); show(233); show(353); show(-97); show(97.5)
