# Text as a message, operators shuffled by the world's table.
writeln(Message fromString("1 + 2 * 3"), " ", Message fromString("a b(c)"), " ", Message fromString(""), Message fromString("1 + 2") doInContext(Lobby))
writeln(message(a) OperatorTable == OperatorTable, message(a) opShuffle, message(b) opShuffleC)
