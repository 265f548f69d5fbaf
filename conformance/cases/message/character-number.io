# setCharacterNumber sets what characterNumber answers.
# divergence: it becomes 0
m := message(a)
writeln(m setCharacterNumber(9) characterNumber)
