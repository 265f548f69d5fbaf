# asMessage parses; an empty text is no message.
m := "a + b * 2" asMessage
writeln(m, " ", m name, " ", m next name, " ", m next argAt(0))
writeln("1 + 2" asMessage doInContext(Lobby), " ", "" asMessage)
