# squareBrackets and curlyBrackets are slots that a program may define.
squareBrackets := method(call evalArgs)
curlyBrackets := method(call argCount)
writeln([1, 2, 3], " ", {a, b})
List squareBrackets := method(i, at(i))
writeln(list(7, 8) [1])
