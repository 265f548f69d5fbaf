# Escapes in texts.
writeln("a\tb\\c\"d", " ", "\x41\x42", " ", "a\qb", " ", "\n" size, "\0" size)
writeln("""raw \n "quoted" text""")
