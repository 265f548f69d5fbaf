# A character made of a number below 256 is one item of one byte.
c := 233 asCharacter
list(c size, c at(0), c itemType, c encoding) println
list("é" size, "é" at(0), "é" itemType) println
list(256 asCharacter size, 256 asCharacter itemType) println
