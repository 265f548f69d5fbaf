# Case concerns the letters of ASCII only.
writeln("héLLo" asUppercase, " ", "HÉllO" asLowercase, " ", "héllo" asCapitalized, " ", "" asCapitalized)
"aBc" asMutable uppercase println
"aBc" asMutable lowercase println
"aBc" asMutable capitalize println
"abc" asMutable makeFirstCharacterUppercase println
"ABC" asMutable makeFirstCharacterLowercase println
"" makeFirstCharacterUppercase println
"" makeFirstCharacterLowercase println
writeln("abc" isLowercase, "aBc" isLowercase, "a1c" isLowercase, "" isLowercase)
writeln("ABC" isUppercase, "aBC" isUppercase, "A1" isUppercase, "" isUppercase)
