# asList has pairs, asObject slots.
m := Map with("a", 1)
writeln(m asList, Map clone asList)
o := m asObject
writeln(o a, " ", o type, " ", o slotNames)
