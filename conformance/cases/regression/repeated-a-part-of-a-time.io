# Found by comparing generated programs with the reference: a text repeated one and a half times was repeated once, where a part of a turn is a turn.
"ab" repeated(1.5) println
"ab" repeated(2) println
"ab" repeated(0.5) println
"ab" repeated(0) println
