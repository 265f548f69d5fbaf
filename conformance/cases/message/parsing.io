# fromString parses and shuffles.
m := Message clone fromString("1 + 2 * 3")
writeln(m, " ", m doInContext(Lobby))
