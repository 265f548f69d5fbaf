# asCharacter of no code point is nil; wide ones choose a wide encoding.
writeln(97 asCharacter, " ", 8364 asCharacter, " ", 128512 asCharacter)
writeln(97 asCharacter itemType, " ", 8364 asCharacter itemType, " ", 128512 asCharacter itemType)
writeln((-1) asCharacter, " ", 97.5 asCharacter)
writeln(0 asCharacter size, " ", 0 asCharacter at(0))
